import { aCoach, aSupervisor, type Person } from '../given/staff.js';
import { aSession, begun, on, plannedSession, seen, type Session } from '../given/supervision.js';
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

beforeAll(async () => {
  server = await startTestServer();
});
afterAll(() => server.close());
beforeEach(async () => {
  server.clock.set('2026-03-10T16:00:00Z');
  team = await aTeam(server);
  dev = await aCoach(team.organization, { name: 'Dev', supervisor: team.sam });
  sam = await server.as(team.sam);
  rosa = await server.as(team.rosa);
});

const disable = (person: Person): Promise<unknown> =>
  server.database.query('UPDATE accounts SET disabled_at = $2 WHERE id = $1', [
    person.accountId,
    server.clock.now(),
  ]);

test('is planned in a rhythm, known to both, and the next one plans itself when it begins', async () => {
  const session = await plannedSession(sam, [team.rosa]);
  expect(session).toMatchObject({
    kind: 'individual',
    supervisor: { name: 'Sam' },
    coaches: [{ name: 'Rosa', attended: true, hasMovedOn: false }],
    state: 'planned',
    plannedOn: '2026-03-11',
    plannedTime: '10:00',
    startsAt: '2026-03-11T14:00:00.000Z',
    everyDays: 14,
    mayPlan: true,
    maySign: false,
  });
  expect(await lastInTrailOf(team.sam)).toMatchObject({ action: 'supervision-session.planned' });
  expect((await rosa.get('/api/supervision-sessions/next')).body).toMatchObject({
    session: { sessionId: session.sessionId, supervisor: { name: 'Sam' } },
  });
  const moved = await sam.put(
    `/api/supervision-sessions/${session.sessionId}/plan`,
    { plannedOn: '2026-03-12', plannedTime: '11:30', minutes: 45, everyDays: 14 },
    onVersion(1),
  );
  expect(moved.body).toMatchObject({ plannedOn: '2026-03-12', plannedTime: '11:30', plannedMinutes: 45 });
  server.clock.set('2026-03-12T15:30:00Z');
  sam = await server.as(team.sam);
  const open = await begun(sam, moved.body as Session);
  // counted on from the eleventh: what was moved moves none of those to come
  expect(open).toMatchObject({
    state: 'open',
    heldOn: '2026-03-12',
    minutes: 45,
    next: { plannedOn: '2026-03-25' },
  });
  expect((await begun(sam, moved.body as Session)).next).toEqual(open.next);
  expect((await (await server.as(team.rosa)).get('/api/supervision-sessions')).body).toMatchObject({
    planned: [{ plannedOn: '2026-03-25' }],
    toSign: [{ maySign: true, waitsFor: [{ name: 'Sam' }, { name: 'Rosa' }] }],
    held: [],
    team: [],
  });
  expect((await sam.get('/api/supervision-sessions')).body.team).toEqual([
    { accountId: dev.accountId, name: 'Dev', plannedOn: null },
    { accountId: team.rosa.accountId, name: 'Rosa', plannedOn: '2026-03-25' },
  ]);
});

test('a coach who changed supervisor, or can no longer sign in, is not held a session with', async () => {
  const session = await plannedSession(sam, [team.rosa]);
  const group = await plannedSession(sam, [team.rosa, dev], { plannedTime: '14:00' });
  const inez = await aSupervisor(team.organization, { name: 'Inez' });
  await server.database.query('UPDATE coaches SET supervisor_id = $2 WHERE id = $1', [
    team.rosa.accountId,
    inez.accountId,
  ]);
  expect((await seen(sam, session))['coaches']).toMatchObject([{ hasMovedOn: true }]);
  expectProblem(await on(sam, session, 'begin', 1), 409, 'coach-moved-on');
  expect(
    (await on(sam, session, 'call-off', 1, { reason: 'Rosa is with Inez now', goesOn: true })).body,
  ).toMatchObject({
    state: 'called off',
    next: null,
  });
  expect(await begun(sam, group)).toMatchObject({
    coaches: [
      { name: 'Dev', attended: true },
      { name: 'Rosa', attended: false },
    ],
  });
  expectProblem(await sam.post('/api/supervision-sessions', aSession([team.rosa])), 404, 'coach-not-found');
  await disable(dev);
  expectProblem(await sam.post('/api/supervision-sessions', aSession([dev])), 409, 'coach-disabled');
});

test('no coach and no supervisor is in two sessions at one time', async () => {
  await plannedSession(sam, [team.rosa]);
  const again = (coach: Person, plannedTime: string): Promise<Answer> =>
    sam.post('/api/supervision-sessions', aSession([coach], { plannedTime }));
  expectProblem(await again(team.rosa, '10:30'), 409, 'one-session-of-a-supervisor-at-a-time');
  expectProblem(await again(dev, '09:30'), 409, 'one-session-of-a-supervisor-at-a-time');
  expect((await again(dev, '11:00')).status).toBe(201);
  const inez = await aSupervisor(team.organization, { name: 'Inez' });
  await server.database.query('UPDATE coaches SET supervisor_id = $2 WHERE id = $1', [
    team.rosa.accountId,
    inez.accountId,
  ]);
  expectProblem(
    await (await server.as(inez)).post('/api/supervision-sessions', aSession([team.rosa])),
    409,
    'one-session-of-a-coach-at-a-time',
  );
});

test.each<[string, (people: { rosa: Person; dev: Person }) => Words, string, string]>([
  ['a group of one', ({ rosa: one }) => aSession([one], { kind: 'group' }), 'coachIds', 'a-group-of-one'],
  [
    'two alone',
    ({ rosa: one, dev: other }) => aSession([one, other], { kind: 'individual' }),
    'coachIds',
    'one-coach-only',
  ],
  ['yesterday', ({ rosa: one }) => aSession([one], { plannedOn: '2026-03-09' }), 'plannedOn', 'in-the-past'],
  [
    'an hour the clocks skip',
    ({ rosa: one }) => aSession([one], { plannedOn: '2027-03-14', plannedTime: '02:30' }),
    'plannedTime',
    'time-skipped',
  ],
  ['minus one minute', ({ rosa: one }) => aSession([one], { minutes: -1 }), 'minutes', 'too-small'],
  ['more than a day', ({ rosa: one }) => aSession([one], { minutes: 1441 }), 'minutes', 'too-large'],
  ['every half year', ({ rosa: one }) => aSession([one], { everyDays: 180 }), 'everyDays', 'too-large'],
  ['ids that are none', ({ rosa: one }) => aSession([one], { coachIds: [1] }), 'coachIds', 'is-string'],
])('is not planned with %s, and the field is named', async (_, asked, path, code) => {
  const before = await rowCounts(team.organization);
  expectFieldProblem(
    await sam.post('/api/supervision-sessions', asked({ rosa: team.rosa, dev })),
    path,
    code,
  );
  expect(await rowCounts(team.organization)).toEqual(before);
});

test('who has no team sees that nobody reports to them', async () => {
  const inez = await server.as(await aSupervisor(team.organization, { name: 'Inez' }));
  expect((await inez.get('/api/supervision-sessions')).body).toEqual({
    today: '2026-03-10',
    planned: [],
    toSign: [],
    held: [],
    team: [],
  });
  expectProblem(await inez.post('/api/supervision-sessions', aSession([team.rosa])), 404, 'coach-not-found');
});
