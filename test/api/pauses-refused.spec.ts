import { v7 as newId } from 'uuid';
import { aParticipantOf, closeEnrollment } from '../given/participant.js';
import { aCoach, anAdministrator } from '../given/staff.js';
import { aTeam, type Team } from '../given/team.js';
import { contactWith, onVersion, type Words } from '../given/words.js';
import type { Answer, Client } from '../support/client.js';
import { expectFieldProblem, expectProblem, withoutMoment } from '../support/problem.js';
import { fieldsOf, NO_ID } from '../support/refusals.js';
import { startTestServer, type TestServer } from '../support/server.js';

let server: TestServer;
let team: Team;
let rosa: Client;

beforeAll(async () => {
  server = await startTestServer();
});
afterAll(() => server.close());
beforeEach(async () => {
  team = await aTeam(server, { theo: { enrolledOn: '2026-01-05' } });
  await onDay('2026-03-10');
  await rosa.post('/api/contacts', contactWith(team.theo));
});

async function onDay(day: string): Promise<void> {
  server.clock.set(`${day}T16:00:00Z`);
  rosa = await server.as(team.rosa);
}

const begin = (words: Words = {}, by = rosa, id = team.theo.participantId): Promise<Answer> =>
  by.post(`/api/participants/${id}/pauses`, {
    pauseId: newId(),
    reason: 'jail',
    throughOn: '2026-04-30',
    ...words,
  });
const end = (id: string, version: number, words: Words = {}): Promise<Answer> =>
  rosa.post(`/api/pauses/${id}/end`, words, onVersion(version));
const change = (id: string, version: number, throughOn: string): Promise<Answer> =>
  rosa.put(`/api/pauses/${id}`, { throughOn }, onVersion(version));
const pageOf = async (): Promise<{ pauses: Words[]; windows: Words[] }> =>
  (await rosa.get(`/api/participants/${team.theo.participantId}`)).body;
const standing = async (): Promise<Words> => (await rosa.get('/api/caseload')).body.items[0].standing;

describe('a wish to be left in peace', () => {
  test('through a day at most 30 ahead, no window after it, and the day after is due', async () => {
    const { status, body } = await begin({ reason: 'wish', throughOn: '2026-04-09' });
    expect([status, body.reason]).toEqual([201, 'wish']);
    expect((await pageOf()).windows).toEqual([]);
    expect(await standing()).toMatchObject({ is: 'paused', pauseReason: 'wish', dueOn: '2026-04-10' });
    await onDay('2026-04-10');
    expect(await standing()).toMatchObject({ is: 'due' });
    expect((await pageOf()).pauses).toEqual([]);
  });

  test('31 days ahead is too far, also by changing it, and the day that is not is named', async () => {
    const answer = await begin({ reason: 'wish', throughOn: '2026-04-10' });
    expectFieldProblem(answer, 'throughOn', 'too-far');
    expect(answer.body.fields[0].detail).toMatch(/2026-04-09/);
    const { pauseId } = (await begin({ reason: 'wish', throughOn: '2026-03-12' })).body;
    expectFieldProblem(await change(pauseId, 1, '2026-04-10'), 'throughOn', 'too-far');
    expect((await change(pauseId, 1, '2026-04-09')).status).toBe(200);
  });

  test('as far ahead as the organization has set', async () => {
    const { server: at, organizationId } = team.organization;
    await at.database.query('UPDATE organizations SET most_quiet_days = 10 WHERE id = $1', [organizationId]);
    expectFieldProblem(await begin({ reason: 'wish', throughOn: '2026-03-21' }), 'throughOn', 'too-far');
    expect((await begin({ reason: 'wish', throughOn: '2026-03-20' })).status).toBe(201);
  });

  test('is about days to come', async () => {
    const past = { reason: 'wish', fromOn: '2026-03-01', throughOn: '2026-03-09' };
    expectFieldProblem(await begin(past), 'throughOn', 'in-the-past');
  });

  test('ends when they say so', async () => {
    const { pauseId } = (await begin({ reason: 'wish', throughOn: '2026-03-30' })).body;
    await onDay('2026-03-13');
    await end(pauseId, 1);
    expect(await standing()).toMatchObject({ is: 'due', dueOn: '2026-03-13' });
  });

  test('gives way to a window’s first days, and jail does not', async () => {
    await begin({ reason: 'wish', throughOn: '2026-04-09' });
    await rosa.post(`/api/participants/${team.theo.participantId}/windows`, {
      windowId: newId(),
      event: 'overdose',
    });
    expect(await standing()).toMatchObject({ is: 'on track', dueOn: '2026-03-12' });
    await begin({ throughOn: '2026-03-15' });
    expect(await standing()).toMatchObject({ is: 'paused', pauseReason: 'jail' });
  });
});

test.each([
  [{ pauseId: 'x' }, 'pauseId is-new-id'],
  [{ reason: 'holiday' }, 'reason not-a-choice'],
  [{ fromOn: '2026-02-30' }, 'fromOn is-day'],
  [{ throughOn: undefined }, 'throughOn is-day'],
  [{ throughOn: '2026-13-01' }, 'throughOn is-day'],
  [{ throughOn: '2026-03-09' }, 'throughOn before-it-begins'],
  [{ throughOn: '2062-04-30' }, 'throughOn too-far'],
  [{ endedAt: '2026-03-10' }, 'endedAt property-unknown'],
])('%j is refused', async (words, problem) => {
  const answer = await begin(words);
  expect([answer.status, ...fieldsOf(answer)]).toEqual([422, problem]);
  expect((await pageOf()).pauses).toEqual([]);
});

test('coming out has happened, and not before going in', async () => {
  const { pauseId } = (await begin()).body;
  expectFieldProblem(await end(pauseId, 1, { outOn: '2026-03-11' }), 'outOn', 'in-the-future');
  expectFieldProblem(await end(pauseId, 1, { outOn: '2026-03-09' }), 'outOn', 'before-it-begins');
  await onDay('2026-03-12');
  expectFieldProblem(await change(pauseId, 1, '2026-03-11'), 'throughOn', 'in-the-past');
  expectFieldProblem(await change(pauseId, 1, '2026-03-01'), 'throughOn', 'before-it-begins');
});

test('away for the same twice at once is refused; sent again it is one, other words under its id are not', async () => {
  const words = { pauseId: newId() };
  const answers = await Promise.all([begin(words), begin(words)]);
  expect(answers.map(({ status }) => status)).toEqual([201, 201]);
  expectProblem(await begin({ ...words, throughOn: '2026-04-01' }), 409, 'pause-id-taken');
  expectProblem(
    await begin({ fromOn: '2026-04-30', throughOn: '2026-05-30' }),
    409,
    'one-pause-of-a-kind-at-a-time',
  );
  expect((await begin({ fromOn: '2026-05-01', throughOn: '2026-05-30' })).status).toBe(201);
  expect((await pageOf()).pauses).toHaveLength(2);
});

test('two tabs change the end: the second hears both, and nothing is overwritten', async () => {
  const { pauseId } = (await begin()).body;
  await change(pauseId, 1, '2026-05-10');
  const stale = await change(pauseId, 1, '2026-06-10');
  expectProblem(stale, 412, 'version-stale');
  expect(stale.body).toMatchObject({
    current: { throughOn: '2026-05-10', version: 2 },
    yours: { throughOn: '2026-06-10' },
  });
  expectProblem(await rosa.post(`/api/pauses/${pauseId}/end`, {}), 428, 'version-missing');
});

test('begun by mistake: undone with the window to come, however often it is sent', async () => {
  const { pauseId } = (await begin()).body;
  const answers = await Promise.all(
    [1, 2].map(() => rosa.post(`/api/pauses/${pauseId}/undo`, {}, onVersion(1))),
  );
  expect(answers.map(({ status }) => status)).toEqual([204, 204]);
  expect(await pageOf()).toMatchObject({ pauses: [], windows: [] });
  expect(await standing()).toMatchObject({ is: 'on track', dueOn: '2026-03-17' });
  expect((await begin()).status).toBe(201);
});

test('what was over long ago is history, and nobody enrolled is paused', async () => {
  const { pauseId } = (await begin({ fromOn: '2025-10-01', throughOn: '2025-12-09' })).body;
  expectProblem(await end(pauseId, 1), 409, 'pause-long-over');
  await closeEnrollment(team.theo, '2026-03-10');
  expectProblem(await begin(), 409, 'enrollment-closed');
});

test('a supervisor of the team may; an administrator and a participant do not; out of reach is not there', async () => {
  const sam = await server.as(team.sam);
  expect((await begin({}, sam)).status).toBe(201);
  for (const person of [await anAdministrator(team.organization), team.theo])
    expectProblem(await begin({}, await server.as(person)), 403, 'role-not-allowed');
  const dev = await aCoach(team.organization, { name: 'Dev' });
  const lou = await aParticipantOf(dev, { preferredName: 'Lou' });
  const { pauseId } = (await begin({}, await server.as(dev), lou.participantId)).body;
  const heard = [];
  for (const id of [pauseId, ...NO_ID.map(encodeURIComponent)]) heard.push(withoutMoment(await end(id, 9)));
  expect(heard[0]).toMatchObject({ status: 404, body: { code: 'pause-not-found' } });
  for (const each of heard) expect(each).toEqual(heard[0]);
  expectProblem(await begin({}, rosa, lou.participantId), 404, 'participant-not-found');
  expectProblem(await begin({ pauseId }), 404, 'pause-not-found');
});
