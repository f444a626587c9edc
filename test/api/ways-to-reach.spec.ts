import { v7 as newId } from 'uuid';
import { aParticipantOf } from '../given/participant.js';
import { aCoach, anAdministrator } from '../given/staff.js';
import { aTeam, type Team } from '../given/team.js';
import { onVersion, type Words } from '../given/words.js';
import type { Answer, Client } from '../support/client.js';
import { expectProblem, withoutMoment } from '../support/problem.js';
import { fieldsOf, NO_ID } from '../support/refusals.js';
import { startTestServer, type TestServer } from '../support/server.js';
import { trailOf } from '../support/trail.js';

let server: TestServer;
let team: Team;
let rosa: Client;

beforeAll(async () => {
  server = await startTestServer();
});
afterAll(() => server.close());
beforeEach(async () => {
  server.clock.set('2026-03-10T16:00:00Z');
  team = await aTeam(server);
  rosa = await server.as(team.rosa);
});

const NOTHING = { mayCall: false, mayVoicemail: false, mayText: false, maySayWho: false };
const EVERYTHING = { mayCall: true, mayVoicemail: true, mayText: true, maySayWho: true };
const phone = (words: Words = {}): Words => ({
  kind: 'phone',
  value: '(555) 555-0134',
  ...NOTHING,
  mayCall: true,
  ...words,
});
const add = (words: Words = {}, by = rosa, id = team.theo.participantId): Promise<Answer> =>
  by.post(`/api/participants/${id}/ways-to-reach`, { wayToReachId: newId(), ...phone(words) });
const change = (id: string, version: number, words: Words, by = rosa): Promise<Answer> =>
  by.put(`/api/ways-to-reach/${id}`, phone(words), onVersion(version));
const ways = async (by = rosa): Promise<Words[]> =>
  (await by.get(`/api/participants/${team.theo.participantId}`)).body.waysToReach;

test('added: what is safe, why not, best hours, until when, what to dial, who said so and when', async () => {
  const wayToReachId = newId();
  const { status, body } = await add({
    wayToReachId,
    whyNot: 'others read this phone',
    bestHours: 'after 4 pm',
    untilOn: '2026-04-10',
  });
  expect([status, body]).toEqual([
    201,
    {
      wayToReachId,
      kind: 'phone',
      value: '(555) 555-0134',
      dial: '5555550134',
      ...NOTHING,
      mayCall: true,
      whyNot: 'others read this phone',
      bestHours: 'after 4 pm',
      untilOn: '2026-04-10',
      isExpired: false,
      isNoLonger: false,
      changedOn: '2026-03-10',
      changedBy: { accountId: team.rosa.accountId, name: 'Rosa' },
      version: 1,
    },
  ]);
  expect(await ways()).toEqual([body]);
  expect(await trailOf(team.rosa)).toContainEqual(
    expect.objectContaining({
      action: 'way-to-reach.added',
      participant_id: team.theo.participantId,
      subject_id: wayToReachId,
    }),
  );
});

test('changed: the new words count, the earlier ones can be read with who wrote them, on their versions', async () => {
  const { wayToReachId } = (await add(EVERYTHING)).body;
  server.clock.advance(2 * 1440);
  const sam = await server.as(team.sam);
  const { status, body } = await change(wayToReachId, 1, { whyNot: 'others read this phone' }, sam);
  expect(status).toBe(200);
  expect(body).toMatchObject({
    ...NOTHING,
    mayCall: true,
    whyNot: 'others read this phone',
    changedOn: '2026-03-12',
    changedBy: { name: 'Sam' },
    version: 2,
  });
  rosa = await server.as(team.rosa);
  expect(await ways()).toEqual([body]);
  const { items } = (await rosa.get(`/api/ways-to-reach/${wayToReachId}/versions`)).body;
  expect(items).toEqual([
    {
      version: 1,
      value: '(555) 555-0134',
      ...EVERYTHING,
      whyNot: '',
      bestHours: '',
      untilOn: null,
      isNoLonger: false,
      by: { accountId: team.rosa.accountId, name: 'Rosa' },
      at: '2026-03-10T16:00:00.000Z',
    },
  ]);
});

test('after its last day nothing of it is safe, and it is there to be asked about again', async () => {
  const { wayToReachId } = (await add({ ...EVERYTHING, untilOn: '2026-03-10' })).body;
  expect(await ways()).toMatchObject([{ ...EVERYTHING, isExpired: false }]);
  server.clock.advance(1440);
  rosa = await server.as(team.rosa);
  expect(await ways()).toMatchObject([{ ...NOTHING, isExpired: true, untilOn: '2026-03-10' }]);
  const again = await change(wayToReachId, 1, { ...EVERYTHING, untilOn: '2026-05-01' });
  expect(again.body).toMatchObject({ ...EVERYTHING, isExpired: false, version: 2 });
});

test('no longer valid: gone from the page, kept, and taken back within a tap', async () => {
  const { wayToReachId } = (await add(EVERYTHING)).body;
  const path = `/api/ways-to-reach/${wayToReachId}`;
  const gone = await rosa.post(`${path}/no-longer`, {}, onVersion(1));
  expect([gone.status, gone.body]).toMatchObject([200, { ...NOTHING, isNoLonger: true, version: 2 }]);
  expect(await ways()).toEqual([]);
  expect((await rosa.post(`${path}/no-longer`, {}, onVersion(1))).body).toEqual(gone.body);
  const back = await rosa.post(`${path}/again`, {}, onVersion(2));
  expect(back.body).toMatchObject({ ...EVERYTHING, isNoLonger: false, version: 3 });
  expect(await ways()).toEqual([back.body]);
  expect((await rosa.get(`${path}/versions`)).body.items).toMatchObject([
    { version: 2, isNoLonger: true },
    { version: 1, isNoLonger: false },
  ]);
});

test('two tabs change it: the second hears both, and nothing is overwritten', async () => {
  const { wayToReachId } = (await add()).body;
  const answers = await Promise.all([
    change(wayToReachId, 1, { bestHours: 'mornings' }),
    change(wayToReachId, 1, { bestHours: 'evenings' }),
  ]);
  const [one, other] = answers.sort((a, b) => a.status - b.status);
  expect(one!.status).toBe(200);
  expectProblem(other!, 412, 'version-stale');
  expect(other!.body.current).toEqual(one!.body);
  expect(other!.body.yours.bestHours).not.toBe(one!.body.bestHours);
  expect(await ways()).toEqual([one!.body]);
  expectProblem(await rosa.put(`/api/ways-to-reach/${wayToReachId}`, phone()), 428, 'version-missing');
  const stale = await rosa.post(`/api/ways-to-reach/${wayToReachId}/no-longer`, {}, onVersion(1));
  expectProblem(stale, 412, 'version-stale');
});

test('sent again it is one, and other words under its id are a conflict', async () => {
  const words = { wayToReachId: newId() };
  const answers = await Promise.all([add(words), add(words), add(words)]);
  expect(answers.map(({ status }) => status)).toEqual([201, 201, 201]);
  expect(await ways()).toHaveLength(1);
  expectProblem(await add({ ...words, mayText: true }), 409, 'way-to-reach-id-taken');
});

test.each([
  [{ wayToReachId: 'x' }, 'wayToReachId is-new-id'],
  [{ kind: 'pigeon' }, 'kind not-a-choice'],
  [{ value: '' }, 'value empty'],
  [{ value: 'x'.repeat(301) }, 'value too-long'],
  [{ value: 'at his mother’s' }, 'value no-digits'],
  [{ value: '55' }, 'value too-few-digits'],
  [{ value: '555-555-0134 or 555-555-0199' }, 'value several-numbers'],
  [{ kind: 'email', value: 'theo at example' }, 'value not-an-address'],
  [{ mayCall: undefined }, 'mayCall is-boolean'],
  [{ mayVoicemail: 'yes' }, 'mayVoicemail is-boolean'],
  [{ mayText: null }, 'mayText is-boolean'],
  [{ maySayWho: 1 }, 'maySayWho is-boolean'],
  [{ whyNot: 'x'.repeat(201) }, 'whyNot too-long'],
  [{ bestHours: 7 }, 'bestHours is-text'],
  [{ untilOn: '2026-03-09' }, 'untilOn in-the-past'],
  [{ untilOn: '2026-02-30' }, 'untilOn is-day'],
  [{ isExpired: false }, 'isExpired property-unknown'],
])('%j is refused, when added and when changed', async (words, problem) => {
  const answer = await add(words);
  expect([answer.status, ...fieldsOf(answer)]).toEqual([422, problem]);
  expect(await ways()).toEqual([]);
  if ('wayToReachId' in words) return;
  const changed = await change((await add()).body.wayToReachId, 1, words);
  expect([changed.status, ...fieldsOf(changed)]).toEqual([422, problem]);
});

test.each(['555.555.0134', '+1 (555) 555-0134', '555 555 0134 ext 12', '1-800-FLOWERS', '٥٥٥ ٥٥٥ ٠١٣٤'])(
  'a number is kept as typed: %s',
  async (value) => {
    const { body } = await add({ value });
    expect(body.value).toBe(value);
    expect(body.dial).toMatch(/^\+?\d+(,\d+)?$/);
  },
);

test('an e-mail address and a street have nothing to dial', async () => {
  await add({ kind: 'email', value: 'theo@example.org', mayText: true });
  await add({ kind: 'address', value: '12 Cooper Street, second floor' });
  expect((await ways()).map(({ kind, dial }) => [kind, dial])).toEqual(
    expect.arrayContaining([
      ['email', null],
      ['address', null],
    ]),
  );
});

test('an administrator and a participant do not; out of reach is not there', async () => {
  const { wayToReachId } = (await add()).body;
  for (const person of [await anAdministrator(team.organization), team.theo]) {
    const client = await server.as(person);
    expectProblem(await add({}, client), 403, 'role-not-allowed');
    expectProblem(await change(wayToReachId, 1, {}, client), 403, 'role-not-allowed');
  }
  const dev = await aCoach(team.organization, { name: 'Dev' });
  const devs = await server.as(dev);
  const lou = await aParticipantOf(dev, { preferredName: 'Lou' });
  const theirs = (await add({}, devs, lou.participantId)).body.wayToReachId;
  const heard: unknown[][] = [[], [], []];
  for (const id of [theirs, ...NO_ID.map(encodeURIComponent)]) {
    heard[0]!.push(withoutMoment(await change(id, 9, {})));
    heard[1]!.push(withoutMoment(await rosa.post(`/api/ways-to-reach/${id}/no-longer`, {}, onVersion(9))));
    heard[2]!.push(withoutMoment(await rosa.get(`/api/ways-to-reach/${id}/versions`)));
  }
  for (const answers of heard) {
    expect(answers[0]).toMatchObject({ status: 404, body: { code: 'way-to-reach-not-found' } });
    for (const each of answers) expect(each).toEqual(answers[0]);
  }
  expectProblem(await add({}, rosa, lou.participantId), 404, 'participant-not-found');
  expectProblem(await add({ wayToReachId: theirs }), 404, 'way-to-reach-not-found');
});
