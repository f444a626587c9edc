import { Assigning } from '../given/assigning.js';
import { today, type Organization } from '../given/organization.js';
import { aParticipantOf, assign, reassign, type Participant } from '../given/participant.js';
import { raised } from '../given/logged.js';
import { aCoach, anAdministrator, aSupervisor, type Person } from '../given/staff.js';
import type { Client } from '../support/client.js';
import { startTestServer, type TestServer } from '../support/server.js';
import { lastInTrailOf } from '../support/trail.js';

let server: TestServer;
let given: Assigning;
let harbor: Organization;
let sam: Person;
let sams: Client;
let rosa: Person;
let mina: Participant;

beforeAll(async () => {
  server = await startTestServer();
});
afterAll(() => server.close());
beforeEach(async () => {
  given = await Assigning.on(server);
  ({ harbor, sam, sams, rosa, mina } = given);
});

const suggested = async (by = sams) =>
  (await by.get(`/api/participants/${mina.participantId}/coach-suggestions`)).body;
const namesOf = (body: { items: { coach: { name: string } }[] }) => body.items.map(({ coach }) => coach.name);
const wordsOf = (words: { words: string }[]) => words.map((each) => each.words);

test('each coach is suggested with reasons in words, never a number of how well they suit', async () => {
  await given.says(rosa, {
    speaks: ['en', 'es'],
    experiences: ['woman', 'inside', 'parent'],
    ownWords: 'Ask me about fishing.',
  });
  await given.wishes({
    experiences: ['parent'],
    wished: ['woman', 'inside'],
    wishWords: 'Somebody patient',
    wishedCoachId: rosa.accountId,
  });
  const { items, wish } = await suggested();
  expect(wish).toEqual({
    language: null,
    wished: 'a woman, has been in jail or prison',
    wishWords: 'Somebody patient',
    wishedCoachName: 'Rosa',
    experiences: 'a parent',
    ownWords: '',
    notedByName: 'Sam',
    isTheirOwn: false,
    notedAt: server.clock.now().toISOString(),
  });
  expect(wordsOf(items[0].reasons)).toEqual([
    'Mina asked for Rosa',
    'Speaks Spanish, as Mina does',
    'As Mina wishes: a woman, has been in jail or prison',
    'In common: a parent',
    'Has room: would carry 1.5 of 15',
  ]);
  expect(items[0]).toMatchObject({ drawbacks: [], mayBeChosen: true, ownWords: 'Ask me about fishing.' });
  expect(JSON.stringify(items)).not.toMatch(/score|rank|points/i);
  expect(await lastInTrailOf(sam)).toMatchObject({
    action: 'coach-suggestions.opened',
    participant_id: mina.participantId,
  });
});

test('first is whom they asked for, then their language, then room; who cannot be chosen is last', async () => {
  await given.coachNamed('Lapsed', { certification: null });
  const full = await given.coachNamed('Full', { capacity: 1 });
  const speaks = await given.coachNamed('Speaks');
  await given.says(speaks, { speaks: ['es'] });
  await given.says(full, { speaks: ['es'] });
  const asked = await given.coachNamed('Asked');
  await given.says(asked, { speaks: ['en'] });
  await given.wishes({ wishedCoachId: asked.accountId });
  const body = await suggested();
  expect(namesOf(body)).toEqual(['Asked', 'Speaks', 'Full', 'Rosa', 'Lapsed']);
  expect(wordsOf(body.items[0].drawbacks)).toEqual(['Has not said that they speak Spanish']);
  expect(wordsOf(body.items[2].drawbacks)).toEqual(['Full: would carry 1.5 of 1']);
  expect(body.items[3].drawbacks).toEqual([]);
  expect(body.items[4]).toMatchObject({ mayBeChosen: false, drawbacks: [{ kind: 'not certified' }] });
});

test('the load after the choice is shown before it, as primary and as second', async () => {
  await raised(rosa, await aParticipantOf(rosa), { level: 'urgent' });
  const [item] = (await suggested()).items;
  expect(item.load).toMatchObject({ weight: 2.5, headCount: 1 });
  expect(item.asPrimary).toMatchObject({ load: { weight: 4, headCount: 2 }, room: 'room' });
  expect(item.asSecond).toMatchObject({ load: { weight: 3, headCount: 2 } });
  await sams.put(`/api/participants/${mina.participantId}/coach`, { coachId: rosa.accountId });
  const { items } = (await sams.get('/api/coaches')).body;
  expect(items[0].load).toMatchObject({ weight: 4, headCount: 2 });
});

test('who is second already would not be counted twice; the present primary one is not suggested', async () => {
  const dev = await given.coachNamed('Dev');
  await assign(mina, rosa, today(harbor), 'primary');
  await assign(mina, dev, today(harbor), 'second');
  const body = await suggested();
  expect(body).toMatchObject({ coach: { name: 'Rosa' }, secondCoach: { name: 'Dev' } });
  expect(namesOf(body)).toEqual(['Dev']);
  expect(body.items[0]).toMatchObject({
    load: { weight: 0.5, headCount: 1 },
    asPrimary: { load: { weight: 1.5, headCount: 1 } },
  });
});

test('who walked with them before, whose team it would be, and what ends soon is said', async () => {
  const inez = await aSupervisor(harbor, { name: 'Inez' });
  const keisha = await aCoach(harbor, {
    name: 'Keisha',
    supervisor: inez,
    certification: { firstOn: today(harbor, -300), lastOn: today(harbor, 60) },
  });
  await assign(mina, keisha, today(harbor, -5));
  await reassign(mina, rosa);
  const { items } = await suggested();
  expect(wordsOf(items[0].reasons)).toContain('Has walked with Mina before');
  expect(items[0].drawbacks).toMatchObject([{ kind: 'other team' }, { kind: 'ends soon' }]);
  expect(items[0].drawbacks[0].words).toBe('Of Inez’s team: Mina would move there');
  expect((await suggested(await server.as(await anAdministrator(harbor)))).items[0].drawbacks).toMatchObject([
    { kind: 'ends soon' },
  ]);
});

test('an administrator is told no wish and nothing that follows from it', async () => {
  await given.says(rosa, { experiences: ['woman'] });
  await given.wishes({ wished: ['woman'], wishedCoachId: rosa.accountId });
  const body = await suggested(await server.as(await anAdministrator(harbor)));
  expect(body.wish).toBeNull();
  expect(body.items[0].reasons.map(({ kind }: { kind: string }) => kind)).toEqual(['room']);
});

test('a participant out of reach is suggested nobody, and coaches and participants are not asked', async () => {
  await assign(mina, await aCoach(harbor, { supervisor: await aSupervisor(harbor) }), today(harbor));
  expect((await suggested()).code).toBe('participant-not-found');
  for (const person of [rosa, mina])
    expect((await suggested(await server.as(person))).code).toBe('role-not-allowed');
});
