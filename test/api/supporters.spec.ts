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

const ruth = (words: Words = {}): Words => ({
  name: 'Ruth',
  relation: 'sister',
  phone: '(555) 555-0177',
  mayTalk: true,
  about: 'Whether he is all right, and rides.',
  untilOn: '2026-06-30',
  ...words,
});
const add = (words: Words = {}, by = rosa, id = team.theo.participantId): Promise<Answer> =>
  by.post(`/api/participants/${id}/supporters`, { supporterId: newId(), ...ruth(words) });
const change = (id: string, version: number, words: Words, by = rosa): Promise<Answer> =>
  by.put(`/api/supporters/${id}`, ruth(words), onVersion(version));
const supporters = async (): Promise<Words[]> =>
  (await rosa.get(`/api/participants/${team.theo.participantId}`)).body.supporters;

test('added: who they are, about what and until when we may talk, who said so and when', async () => {
  const supporterId = newId();
  const { status, body } = await add({ supporterId });
  expect([status, body]).toEqual([
    201,
    {
      supporterId,
      name: 'Ruth',
      relation: 'sister',
      phone: '(555) 555-0177',
      dial: '5555550177',
      mayTalk: true,
      isExpired: false,
      about: 'Whether he is all right, and rides.',
      untilOn: '2026-06-30',
      isNoLonger: false,
      changedOn: '2026-03-10',
      changedBy: { accountId: team.rosa.accountId, name: 'Rosa' },
      version: 1,
    },
  ]);
  expect(await supporters()).toEqual([body]);
  expect(await trailOf(team.rosa)).toContainEqual(
    expect.objectContaining({ action: 'supporter.added', subject_id: supporterId }),
  );
});

test('a permission past its last day is none: may not talk with, nothing to dial', async () => {
  await add({ untilOn: '2026-03-10' });
  expect(await supporters()).toMatchObject([{ mayTalk: true, dial: '5555550177' }]);
  server.clock.advance(1440);
  rosa = await server.as(team.rosa);
  expect(await supporters()).toMatchObject([{ mayTalk: false, isExpired: true, dial: null }]);
});

test('without a permission there is nothing to dial; what it was about is not kept with it', async () => {
  const { body } = await add({ mayTalk: false });
  expect(body).toMatchObject({ mayTalk: false, isExpired: false, dial: null, about: '', untilOn: null });
});

test('those we may talk with stand first', async () => {
  await add({ name: 'Abel', mayTalk: false });
  await add({ name: 'Zoe' });
  await add({ name: 'Ben', untilOn: '2026-03-10' });
  server.clock.advance(1440);
  rosa = await server.as(team.rosa);
  expect((await supporters()).map(({ name }) => name)).toEqual(['Zoe', 'Abel', 'Ben']);
});

test('changed, taken away and brought back; what was said before can be read', async () => {
  const { supporterId } = (await add()).body;
  expect((await change(supporterId, 1, { mayTalk: false })).body).toMatchObject({
    mayTalk: false,
    version: 2,
  });
  const path = `/api/supporters/${supporterId}`;
  expect((await rosa.post(`${path}/no-longer`, {}, onVersion(2))).body).toMatchObject({ isNoLonger: true });
  expect(await supporters()).toEqual([]);
  expect((await rosa.post(`${path}/again`, {}, onVersion(3))).body).toMatchObject({ version: 4 });
  const { items } = (await rosa.get(`${path}/versions`)).body;
  expect(items).toMatchObject([
    { version: 3, isNoLonger: true },
    { version: 2, mayTalk: false },
    {
      version: 1,
      name: 'Ruth',
      mayTalk: true,
      about: 'Whether he is all right, and rides.',
      untilOn: '2026-06-30',
      by: { name: 'Rosa' },
      at: '2026-03-10T16:00:00.000Z',
    },
  ]);
});

test('two tabs change it: the second hears both', async () => {
  const { supporterId } = (await add()).body;
  await change(supporterId, 1, { about: 'Rides' });
  const stale = await change(supporterId, 1, { about: 'Nothing' });
  expectProblem(stale, 412, 'version-stale');
  expect(stale.body).toMatchObject({ current: { about: 'Rides', version: 2 }, yours: { about: 'Nothing' } });
  expectProblem(await rosa.put(`/api/supporters/${supporterId}`, ruth()), 428, 'version-missing');
});

test('sent again it is one, and other words under its id are a conflict', async () => {
  const words = { supporterId: newId() };
  const answers = await Promise.all([add(words), add(words)]);
  expect(answers.map(({ status }) => status)).toEqual([201, 201]);
  expect(await supporters()).toHaveLength(1);
  expectProblem(await add({ ...words, name: 'Rut' }), 409, 'supporter-id-taken');
});

test.each([
  [{ supporterId: 'x' }, 'supporterId is-new-id'],
  [{ name: ' ' }, 'name empty'],
  [{ name: 'x'.repeat(201) }, 'name too-long'],
  [{ relation: '' }, 'relation empty'],
  [{ phone: 'ask Theo' }, 'phone no-digits'],
  [{ phone: 5 }, 'phone is-text'],
  [{ mayTalk: 'yes' }, 'mayTalk is-boolean'],
  [{ about: '' }, 'about empty'],
  [{ about: undefined }, 'about empty'],
  [{ about: 'x'.repeat(501) }, 'about too-long'],
  [{ untilOn: undefined }, 'untilOn missing'],
  [{ untilOn: '2026-03-09' }, 'untilOn in-the-past'],
  [{ untilOn: '2026-02-30' }, 'untilOn is-day'],
  [{ isExpired: false }, 'isExpired property-unknown'],
])('%j is refused', async (words, problem) => {
  const answer = await add(words);
  expect([answer.status, ...fieldsOf(answer)]).toEqual([422, problem]);
  expect(await supporters()).toEqual([]);
});

test('a supporter needs no number', async () => {
  expect((await add({ phone: '' })).body).toMatchObject({ phone: '', dial: null, mayTalk: true });
});

test('an administrator and a participant do not; out of reach is not there', async () => {
  for (const person of [await anAdministrator(team.organization), team.theo])
    expectProblem(await add({}, await server.as(person)), 403, 'role-not-allowed');
  const dev = await aCoach(team.organization, { name: 'Dev' });
  const lou = await aParticipantOf(dev, { preferredName: 'Lou' });
  const theirs = (await add({}, await server.as(dev), lou.participantId)).body.supporterId;
  const heard: unknown[][] = [[], [], []];
  for (const id of [theirs, ...NO_ID.map(encodeURIComponent)]) {
    heard[0]!.push(withoutMoment(await change(id, 9, {})));
    heard[1]!.push(withoutMoment(await rosa.post(`/api/supporters/${id}/again`, {}, onVersion(9))));
    heard[2]!.push(withoutMoment(await rosa.get(`/api/supporters/${id}/versions`)));
  }
  for (const answers of heard) {
    expect(answers[0]).toMatchObject({ status: 404, body: { code: 'supporter-not-found' } });
    for (const each of answers) expect(each).toEqual(answers[0]);
  }
  expectProblem(await add({}, rosa, lou.participantId), 404, 'participant-not-found');
});
