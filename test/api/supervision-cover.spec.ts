import { covers } from '../given/cover.js';
import { today } from '../given/organization.js';
import { aCoach, aSupervisor, type Person } from '../given/staff.js';
import { aSession, begun, plannedSession, signed } from '../given/supervision.js';
import { aTeam, type Team } from '../given/team.js';
import { expectProblem } from '../support/problem.js';
import { startTestServer, type TestServer } from '../support/server.js';

let server: TestServer;
let team: Team;
let inez: Person;

beforeAll(async () => {
  server = await startTestServer();
});
afterAll(() => server.close());
beforeEach(async () => {
  server.clock.set('2026-03-10T16:00:00Z');
  team = await aTeam(server);
  inez = await aSupervisor(team.organization, { name: 'Inez' });
});

test('who covers for a supervisor plans, holds and signs their sessions, and no longer than that', async () => {
  const session = await plannedSession(await server.as(team.sam), [team.rosa]);
  expectProblem(
    await (await server.as(inez)).get(`/api/supervision-sessions/${session.sessionId}`),
    404,
    'supervision-session-not-found',
  );
  await covers(inez, team.sam);
  const covering = await server.as(inez);
  expect((await covering.get('/api/supervision-sessions')).body).toMatchObject({
    planned: [{ sessionId: session.sessionId, supervisor: { name: 'Sam' } }],
    team: [{ name: 'Rosa' }],
  });
  const other = aSession([team.rosa], { plannedTime: '15:00' });
  expect((await covering.post('/api/supervision-sessions', other)).body).toMatchObject({
    supervisor: { name: 'Sam' },
  });
  await begun(covering, session);
  expect(await signed(covering, session)).toMatchObject({
    signatures: [{ account: { name: 'Inez' }, side: 'supervisor' }],
    waitsFor: [{ name: 'Rosa' }],
  });
  server.clock.set('2026-03-13T16:00:00Z');
  expect((await (await server.as(inez)).get('/api/supervision-sessions')).body).toMatchObject({
    planned: [],
    toSign: [],
  });
  expect((await (await server.as(team.sam)).get('/api/supervision-sessions')).body.toSign).toMatchObject([
    { sessionId: session.sessionId, maySign: false },
  ]);
});

test('no session is planned with a coach on a day they are away, nor moved to one', async () => {
  const dev = await aCoach(team.organization, { name: 'Dev', supervisor: team.sam });
  const sam = await server.as(team.sam);
  const session = await plannedSession(sam, [team.rosa], { plannedOn: today(team.organization, 8) });
  await covers(dev, team.rosa);
  const away = await sam.post('/api/supervision-sessions', aSession([team.rosa]));
  expectProblem(away, 409, 'coach-away');
  expect(away.body.detail).toBe('Rosa is away on this day, and back on March 13. Choose a day from then on.');
  expectProblem(
    await sam.put(
      `/api/supervision-sessions/${session.sessionId}/plan`,
      { plannedOn: '2026-03-12', plannedTime: '10:00', minutes: 60, everyDays: 14 },
      { 'if-match': '1' },
    ),
    409,
    'coach-away',
  );
  const back = aSession([team.rosa], { plannedOn: '2026-03-13', plannedTime: '09:00' });
  expect((await sam.post('/api/supervision-sessions', back)).status).toBe(201);
});
