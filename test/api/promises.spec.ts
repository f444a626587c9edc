import { v7 as newId } from 'uuid';
import { logged } from '../given/logged.js';
import { today } from '../given/organization.js';
import { aParticipantOf, assign, reassign } from '../given/participant.js';
import { aCoach, anAdministrator, type Person } from '../given/staff.js';
import { aTeam, type Team } from '../given/team.js';
import { onVersion, type Words } from '../given/words.js';
import type { Answer, Client } from '../support/client.js';
import { expectFieldProblem, expectProblem } from '../support/problem.js';
import { NO_ID } from '../support/refusals.js';
import { rowCounts } from '../support/rows.js';
import { startTestServer, type TestServer } from '../support/server.js';
import { lastInTrailOf } from '../support/trail.js';

let server: TestServer;
let team: Team;
let dev: Person;
let rosa: Client;

beforeAll(async () => {
  server = await startTestServer();
});
afterAll(() => server.close());
beforeEach(async () => {
  server.clock.set('2026-03-10T16:00:00Z');
  team = await aTeam(server);
  dev = await aCoach(team.organization, { name: 'Dev', supervisor: team.sam });
  rosa = await server.as(team.rosa);
});

const aPromise = (more: Words = {}): Words & { promiseId: string } => ({
  promiseId: newId(),
  participantId: team.theo.participantId,
  words: 'Bring the bus plan',
  dueOn: '2026-03-12',
  ...more,
});
const promised = async (more: Words = {}): Promise<string> => {
  const sent = aPromise(more);
  expect((await rosa.post('/api/promises', sent)).status).toBe(201);
  return sent.promiseId;
};
const step = (who: Client, id: string, name: string, version: number, body: Words = {}): Promise<Answer> =>
  who.post(`/api/promises/${id}/${name}`, body, onVersion(version));
const listOf = async (who: Client): Promise<{ open: Words[]; settled: Words[] }> =>
  (await who.get(`/api/participants/${team.theo.participantId}/promises`)).body;

test('a promise is made with words and a day, and coach, second coach and supervisor read it', async () => {
  const sent = aPromise();
  const { status, body } = await rosa.post('/api/promises', sent);
  expect(status).toBe(201);
  expect(body).toEqual({
    ...sent,
    participantName: 'Theo',
    coach: { accountId: team.rosa.accountId, name: 'Rosa' },
    contactId: null,
    madeAt: '2026-03-10T16:00:00.000Z',
    state: 'open',
    isLate: false,
    kept: null,
    released: null,
    mayKeep: true,
    mayChange: true,
    version: 1,
  });
  expect(await lastInTrailOf(team.rosa)).toMatchObject({
    action: 'promise.made',
    participant_id: team.theo.participantId,
    subject_id: sent.promiseId,
  });
  await assign(team.theo, dev, today(team.organization), 'second');
  expect((await listOf(await server.as(dev))).open).toMatchObject([{ mayKeep: true, mayChange: false }]);
  expect((await listOf(await server.as(team.sam))).open).toMatchObject([
    { mayKeep: false, mayChange: false },
  ]);
  expect(await lastInTrailOf(team.sam)).toMatchObject({ action: 'promises.listed' });
});

test('it is changed, kept on a day, taken back and released, each step once and with who', async () => {
  const id = await promised();
  const changed = await rosa.put(
    `/api/promises/${id}`,
    { words: 'Bring the plan and a pass', dueOn: '2026-03-11' },
    onVersion(1),
  );
  expect(changed.body).toMatchObject({ words: 'Bring the plan and a pass', dueOn: '2026-03-11', version: 2 });
  const kept = await step(rosa, id, 'keep', 2, { keptOn: '2026-03-10' });
  expect(kept.body).toMatchObject({
    state: 'kept',
    kept: { on: '2026-03-10', by: { name: 'Rosa' } },
    mayChange: false,
  });
  expectProblem(await step(rosa, id, 'release', 3, { reason: 'Late' }), 409, 'promise-already-kept');
  expect((await step(rosa, id, 'reopen', 3)).body).toMatchObject({ state: 'open', kept: null, version: 4 });
  expectProblem(await step(rosa, id, 'reopen', 4), 409, 'promise-already-open');
  const released = await step(rosa, id, 'release', 4, { reason: 'They have a car now' });
  expect(released.body).toMatchObject({
    state: 'released',
    released: { reason: 'They have a car now', by: { name: 'Rosa' } },
  });
  expect(await lastInTrailOf(team.rosa)).toMatchObject({ action: 'promise.released' });
  expect((await listOf(rosa)).settled).toMatchObject([{ promiseId: id }]);
});

test('on an old version nothing is overwritten: both are answered', async () => {
  const id = await promised();
  await rosa.put(`/api/promises/${id}`, { words: 'Hers', dueOn: '2026-03-12' }, onVersion(1));
  const yours = { words: 'Mine', dueOn: '2026-03-13' };
  const answer = await rosa.put(`/api/promises/${id}`, yours, onVersion(1));
  expectProblem(answer, 412, 'version-stale');
  expect(answer.body).toMatchObject({ current: { words: 'Hers', version: 2 }, yours });
  expectProblem(await step(rosa, id, 'keep', 1), 412, 'version-stale');
  expectProblem(await rosa.put(`/api/promises/${id}`, yours), 428, 'version-missing');
});

test('twenty times at once it is made once and kept once', async () => {
  const sent = aPromise();
  const made = await Promise.all(Array.from({ length: 20 }, () => rosa.post('/api/promises', sent)));
  expect(made.map(({ status }) => status)).toEqual(made.map(() => 201));
  const kept = await Promise.all(Array.from({ length: 20 }, () => step(rosa, sent.promiseId, 'keep', 1)));
  expect(kept.map(({ status }) => status).sort()).toEqual([200, ...Array(19).fill(412)]);
  expect(await rowCounts(team.organization)).toMatchObject({ promises: 1 });
  expectProblem(await rosa.post('/api/promises', { ...sent, words: 'Other' }), 409, 'promise-id-taken');
});

test('sent again after its day has gone by, it is still the one that was made', async () => {
  const sent = aPromise({ dueOn: '2026-03-10' });
  await rosa.post('/api/promises', sent);
  server.clock.set('2026-03-12T16:00:00Z');
  rosa = await server.as(team.rosa);
  expect(await rosa.post('/api/promises', sent)).toMatchObject({ status: 201, body: { isLate: true } });
  const again = { words: 'Only the words', dueOn: '2026-03-10' };
  expect((await rosa.put(`/api/promises/${sent.promiseId}`, again, onVersion(1))).status).toBe(200);
});

test.each<[string, Words, string, string]>([
  ['no words', { words: '  ' }, 'words', 'empty'],
  ['501 characters', { words: 'x'.repeat(501) }, 'words', 'too-long'],
  ['a NUL byte', { words: 'a\0b' }, 'words', 'characters-not-storable'],
  ['no day', { dueOn: undefined }, 'dueOn', 'is-day'],
  ['31 February', { dueOn: '2026-02-31' }, 'dueOn', 'is-day'],
  ['yesterday', { dueOn: '2026-03-09' }, 'dueOn', 'in-the-past'],
  ['an id of another kind', { promiseId: 'no-id' }, 'promiseId', 'is-new-id'],
  ['a field there is not', { isUrgent: true }, 'isUrgent', 'property-unknown'],
])('is refused with %s, and the field is named', async (_, more, path, code) => {
  const before = await rowCounts(team.organization);
  expectFieldProblem(await rosa.post('/api/promises', aPromise(more)), path, code);
  expect(await rowCounts(team.organization)).toEqual(before);
});

test('500 emoji are 500 characters', async () => {
  expect((await rosa.post('/api/promises', aPromise({ words: '🌻'.repeat(500) }))).status).toBe(201);
});

test.each<[string, Words, string, string]>([
  ['keep', { keptOn: '2026-03-11' }, 'keptOn', 'in-the-future'],
  ['keep', { keptOn: '2026-03-09' }, 'keptOn', 'before-it-was-made'],
  ['keep', { keptOn: '2026-02-31' }, 'keptOn', 'is-day'],
  ['release', { reason: ' ' }, 'reason', 'empty'],
  ['release', { reason: 'x'.repeat(501) }, 'reason', 'too-long'],
])('to %s with %j is refused, and the field is named', async (name, body, path, code) => {
  expectFieldProblem(await step(rosa, await promised(), name, 1, body), path, code);
});

test('reassigned, the new coach sees who promised, changes and keeps it, and is credited', async () => {
  const id = await promised();
  await reassign(team.theo, dev);
  const devs = await server.as(dev);
  expect((await listOf(devs)).open).toMatchObject([{ coach: { name: 'Rosa' }, mayChange: true }]);
  expect((await step(devs, id, 'keep', 1)).body.kept).toMatchObject({ by: { name: 'Dev' } });
  for (const answer of [
    await step(rosa, id, 'reopen', 2),
    await rosa.get(`/api/participants/${team.theo.participantId}/promises`),
    await rosa.post('/api/promises', aPromise()),
  ])
    expect(answer.status).toBe(404);
});

test('a second coach keeps it and does not change its words', async () => {
  const id = await promised();
  await assign(team.theo, dev, today(team.organization), 'second');
  const devs = await server.as(dev);
  expectProblem(
    await devs.put(`/api/promises/${id}`, { words: 'Mine', dueOn: '2026-03-12' }, onVersion(1)),
    403,
    'promise-not-yours',
  );
  expect((await step(devs, id, 'keep', 1)).status).toBe(200);
});

test('is nobody’s to touch who does not reach them, and no participant’s or administrator’s at all', async () => {
  const id = await promised();
  const devs = await server.as(dev);
  const other = aPromise({ participantId: (await aParticipantOf(dev)).participantId });
  expectProblem(await rosa.post('/api/promises', other), 404, 'participant-not-found');
  const theirContact = await logged(dev, await aParticipantOf(dev));
  expectProblem(
    await rosa.post('/api/promises', aPromise({ contactId: theirContact })),
    404,
    'contact-not-found',
  );
  for (const path of [id, ...NO_ID].map(encodeURIComponent)) {
    expectProblem(
      await devs.put(`/api/promises/${path}`, { words: 'x', dueOn: '2026-03-12' }, onVersion(9)),
      404,
      'promise-not-found',
    );
    for (const [name, body] of [
      ['keep', {}],
      ['release', { reason: 'x' }],
      ['reopen', {}],
    ] as const)
      expectProblem(await step(devs, path, name, 9, body), 404, 'promise-not-found');
  }
  for (const person of [team.theo, await anAdministrator(team.organization)]) {
    const client = await server.as(person);
    expectProblem(await step(client, id, 'keep', 1), 403, 'role-not-allowed');
    expectProblem(
      await client.get(`/api/participants/${team.theo.participantId}/promises`),
      403,
      'role-not-allowed',
    );
  }
  expectProblem(await step(await server.as(team.sam), id, 'keep', 1), 403, 'role-not-allowed');
});
