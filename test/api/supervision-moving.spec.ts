import { v7 as newId } from 'uuid';
import { aCoach, aSupervisor, type Person } from '../given/staff.js';
import { covers } from '../given/cover.js';
import { begun, on, plannedSession, seen, type Session } from '../given/supervision.js';
import { aTeam, type Team } from '../given/team.js';
import { onVersion, type Words } from '../given/words.js';
import type { Answer, Client } from '../support/client.js';
import { expectFieldProblem, expectProblem } from '../support/problem.js';
import { rowCounts } from '../support/rows.js';
import { startTestServer, type TestServer } from '../support/server.js';
import { lastInTrailOf } from '../support/trail.js';

let server: TestServer;
let team: Team;
let dev: Person;
let sam: Client;
let rosa: Client;
let session: Session;

beforeAll(async () => {
  server = await startTestServer();
});
afterAll(() => server.close());
beforeEach(async () => {
  // a Tuesday at noon in New York
  server.clock.set('2026-03-10T16:00:00Z');
  team = await aTeam(server);
  dev = await aCoach(team.organization, { name: 'Dev', supervisor: team.sam });
  sam = await server.as(team.sam);
  rosa = await server.as(team.rosa);
  session = await plannedSession(sam, [team.rosa], { plannedOn: '2026-03-12' });
});

const FRIDAY = { on: '2026-03-13', time: '10:00' };
const wish = (more: Words = {}): Words & { requestId: string } => ({
  ...{ requestId: newId(), times: [FRIDAY, { on: '2026-03-12', time: '14:00' }], words: '', ...more },
});
const ask = (asked: Words, by = rosa): Promise<Answer> =>
  by.post(`/api/supervision-sessions/${session.sessionId}/move-requests`, asked);
const settle = (by: Client, { requestId }: { requestId: string }, step: string): Promise<Answer> =>
  by.post(`/api/supervision-sessions/${session.sessionId}/move-requests/${requestId}/${step}`);
const move = (version: number, { on: plannedOn, time: plannedTime } = FRIDAY): Promise<Answer> =>
  sam.put(
    `/api/supervision-sessions/${session.sessionId}/plan`,
    { plannedOn, plannedTime, minutes: 60, everyDays: 14 },
    onVersion(version),
  );
const toMove = async (by: Client): Promise<Words[]> => (await by.get('/api/sessions-to-move')).body.sessions;

test('a coach asks for another time, once, and the supervisor takes it in one step', async () => {
  expect(await seen(rosa, session)).toMatchObject({ mayAskToMove: true, moveRequests: [] });
  const asked = wish({ words: 'Court in the morning' });
  for (let times = 0; times < 3; times += 1) expect((await ask(asked)).status).toBe(201);
  expect(await lastInTrailOf(team.rosa)).toMatchObject({ action: 'supervision-session.other-time-asked' });
  const [waiting] = await toMove(sam);
  expect(waiting).toMatchObject({
    sessionId: session.sessionId,
    moveRequests: [
      {
        ...{
          requestId: asked.requestId,
          coach: { name: 'Rosa' },
          words: 'Court in the morning',
          isKept: false,
        },
        times: [{ on: '2026-03-12', time: '14:00' }, FRIDAY],
      },
    ],
  });
  expect((await sam.get('/api/supervision-sessions')).body.planned).toMatchObject([
    { moveRequests: [{ words: 'Court in the morning' }] },
  ]);
  expectProblem(await ask(wish()), 409, 'one-other-time-is-asked-for-at-a-time');
  expect((await move(waiting!['version'] as number)).body).toMatchObject({
    plannedOn: '2026-03-13',
    moveRequests: [],
  });
  expect(await toMove(sam)).toEqual([]);
  expect(await seen(rosa, session)).toMatchObject({ plannedOn: '2026-03-13', moveRequests: [] });
});

test('the supervisor may leave the time as it is, and the coach take the wish back or ask anew', async () => {
  const first = wish();
  await ask(first);
  expect((await settle(rosa, first, 'withdraw')).body).toMatchObject({ moveRequests: [] });
  expect((await settle(rosa, first, 'withdraw')).status).toBe(200);
  expectProblem(await settle(sam, first, 'keep'), 409, 'move-request-settled');
  const second = wish();
  await ask(second);
  await settle(sam, second, 'keep');
  expect(await seen(rosa, session)).toMatchObject({ moveRequests: [{ isKept: true }] });
  expect(await toMove(sam)).toEqual([]);
  const third = wish();
  expect((await ask(third)).body).toMatchObject({
    moveRequests: [{ requestId: third.requestId, isKept: false }],
  });
  expect((await begun(sam, await seen(sam, session))).moveRequests).toEqual([]);
  expectProblem(await ask(wish()), 409, 'session-already-begun');
});

test('of two who decide at once the second sees what was asked meanwhile', async () => {
  await ask(wish());
  const late = await move(session.version);
  expectProblem(late, 412, 'version-stale');
  expect(late.body.current).toMatchObject({ moveRequests: [{ coach: { name: 'Rosa' } }] });
});

test('the times that are offered are those at which both are free and somebody works', async () => {
  await plannedSession(sam, [dev], { plannedOn: '2026-03-13', plannedTime: '10:30' });
  const { body } = await rosa.get(`/api/supervision-sessions/${session.sessionId}/other-times`);
  expect(body.times).toEqual([
    { on: '2026-03-11', time: '10:00' },
    { on: '2026-03-12', time: '12:00' },
    { on: '2026-03-12', time: '14:00' },
    { on: '2026-03-16', time: '10:00' },
    { on: '2026-03-17', time: '10:00' },
    { on: '2026-03-18', time: '10:00' },
  ]);
});

test('in a group each coach asks for themself and reads their own wish; the supervisor and who covers read all', async () => {
  session = await plannedSession(sam, [team.rosa, dev], { plannedOn: '2026-03-17' });
  const devs = await server.as(dev);
  await ask(wish({ words: 'Mine' }));
  await ask(wish({ words: 'His', times: [] }), devs);
  const read = async (by: Client): Promise<unknown[]> =>
    ((await seen(by, session))['moveRequests'] as Words[]).map(({ words }) => words);
  expect(await read(sam)).toEqual(['Mine', 'His']);
  expect(await read(devs)).toEqual(['His']);
  const inez = await aSupervisor(team.organization, { name: 'Inez' });
  expect(await toMove(await server.as(inez))).toEqual([]);
  await covers(inez, team.sam);
  expect(await toMove(await server.as(inez))).toHaveLength(1);
});

test.each<[string, Words, string, string]>([
  ['neither times nor words', { times: [] }, 'times', 'empty'],
  ['four times', { times: [FRIDAY, FRIDAY, FRIDAY, FRIDAY] }, 'times', 'too-many'],
  ['yesterday', { times: [{ on: '2026-03-09', time: '10:00' }] }, 'times.0', 'in-the-past'],
  ['an hour the clocks skip', { times: [{ on: '2027-03-14', time: '02:30' }] }, 'times.0', 'time-skipped'],
  ['no day', { times: [{ on: 'soon', time: '10:00' }] }, 'times.0.on', 'is-day'],
])('with %s nothing is asked, and the field is named', async (_, more, path, code) => {
  const before = await rowCounts(team.organization);
  expectFieldProblem(await ask(wish(more)), path, code);
  expect(await rowCounts(team.organization)).toEqual(before);
});

test('nobody asks about a session of others, nor once it was called off', async () => {
  const devs = await server.as(dev);
  expectProblem(await ask(wish(), devs), 404, 'supervision-session-not-found');
  expectProblem(await ask(wish(), sam), 403, 'role-not-allowed');
  expectProblem(await settle(sam, { requestId: newId() }, 'keep'), 404, 'move-request-not-found');
  await on(sam, session, 'call-off', 1, { reason: 'Rosa is ill', goesOn: false });
  expectProblem(await ask(wish()), 409, 'session-called-off');
});
