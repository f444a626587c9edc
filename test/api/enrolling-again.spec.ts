import { v7 as newId } from 'uuid';
import { saysDeath } from '../given/death.js';
import { logged } from '../given/logged.js';
import type { Participant } from '../given/participant.js';
import { anAdministrator, aSupervisor, aCoach, type Person } from '../given/staff.js';
import { anotherStay, closesStay } from '../given/stay.js';
import { aTeam, type Team } from '../given/team.js';
import { expectFieldProblem, expectProblem } from '../support/problem.js';
import { startTestServer, type TestServer } from '../support/server.js';
import { trailOf } from '../support/trail.js';

let server: TestServer;
let team: Team;
let theo: Participant;
let ada: Person;

beforeAll(async () => {
  server = await startTestServer();
});
afterAll(() => server.close());
beforeEach(async () => {
  server.clock.set('2026-03-10T16:00:00Z');
  team = await aTeam(server, { theo: { enrolledOn: '2026-02-01' } });
  ({ theo } = team);
  ada = await anAdministrator(team.organization);
  await logged(team.rosa, theo, { occurredOn: '2026-03-09' });
  expect((await closesStay(team.rosa, theo, { closedOn: '2026-03-09', reason: 'lost' })).status).toBe(201);
});

const path = () => `/api/participants/${theo.participantId}/stays`;
const again = async (by: Person, more: object = {}) =>
  (await server.as(by)).post(path(), anotherStay(theo, { ...more }));

test('a new stay begins with a coach; what was before stays theirs and moves no standing', async () => {
  const sent = anotherStay(theo, { coachId: team.rosa.accountId, agreedCadenceDays: 14 });
  const { status, body } = await (await server.as(team.sam)).post(path(), sent);
  expect([status, body]).toEqual([
    201,
    {
      participantId: theo.participantId,
      enrollmentId: sent.enrollmentId,
      programName: 'Recovery Coaching',
      enrolledOn: '2026-03-10',
    },
  ]);
  const page = (await (await server.as(team.rosa)).get(`/api/participants/${theo.participantId}`)).body;
  expect(page.enrollments).toMatchObject([
    { enrolledOn: '2026-03-10', closedOn: null, standing: { is: 'new', lastReachedOn: null } },
    { enrolledOn: '2026-02-01', closedOn: '2026-03-09', standing: null },
  ]);
  const timeline = await (await server.as(team.rosa)).get(`/api/participants/${theo.participantId}/timeline`);
  expect(timeline.body.items.length).toBeGreaterThan(0);
  expect((await trailOf(team.sam)).map(({ action }) => action)).toContain('participant.enrolled-again');
});

test('any supervisor and an administrator may, as they have no coach; a coach and a participant may not', async () => {
  const inez = await aSupervisor(team.organization, { name: 'Inez' });
  for (const person of [team.rosa, theo]) expectProblem(await again(person), 403, 'role-not-allowed');
  const summit = await aTeam(server);
  expectProblem(await again(summit.sam), 404, 'participant-not-found');
  expect((await again(inez)).status).toBe(201);
  expectProblem(await again(ada), 409, 'one-open-enrollment-in-a-program');
});

test('sent twice it is one stay, also when it gave them out of the sender’s reach', async () => {
  const inez = await aSupervisor(team.organization, { name: 'Inez' });
  const june = await aCoach(team.organization, { name: 'June', supervisor: inez });
  const client = await server.as(team.sam);
  const sent = anotherStay(theo, { coachId: june.accountId });
  const first = await client.post(path(), sent);
  const second = await client.post(path(), sent);
  expect([first.status, second.status]).toEqual([201, 201]);
  expect(second.body).toEqual(first.body);
  expectProblem(await client.post(path(), { ...sent, agreedCadenceDays: 3 }), 409, 'enrollment-id-taken');
});

test.each([
  ['tomorrow', { enrolledOn: '2026-03-11' }, 'enrolledOn', 'in-the-future'],
  ['before the last stay ended', { enrolledOn: '2026-03-08' }, 'enrolledOn', 'before-the-last-stay-ended'],
  ['never', { agreedCadenceDays: 0 }, 'agreedCadenceDays', 'too-small'],
  ['with no id', { enrollmentId: 'x' }, 'enrollmentId', 'is-new-id'],
])('refused: %s', async (_, more, field, code) => {
  expectFieldProblem(await again(team.sam, more), field, code);
});

test('in a program of nobody, with a coach of nobody, after a death: refused, and nothing begins', async () => {
  expectProblem(await again(team.sam, { programId: newId() }), 404, 'program-not-found');
  expectProblem(await again(team.sam, { coachId: newId() }), 404, 'coach-not-found');
  expect((await saysDeath(team.sam, theo)).status).toBe(201);
  expectProblem(await again(team.sam), 409, 'nobody-is-asked-for-after-a-death');
  expectProblem(await again(ada), 409, 'nobody-is-asked-for-after-a-death');
});

test('once enrolled anew, the closing before stands', async () => {
  const { rows } = await server.database.query<{ id: string }>(
    'SELECT id FROM closings WHERE participant_id = $1',
    [theo.participantId],
  );
  expect((await again(team.sam)).status).toBe(201);
  const back = await (await server.as(team.sam)).post(`/api/closings/${rows[0]!.id}/take-back`);
  expectProblem(back, 409, 'one-open-enrollment-in-a-program');
});

test('a participant sees that they were here, and never why it ended', async () => {
  await again(team.sam);
  const client = await server.as(theo);
  const home = await client.get('/api/home');
  expect(home.body.stays).toEqual([
    { fromOn: '2026-03-10', throughOn: null },
    { fromOn: '2026-02-01', throughOn: '2026-03-09' },
  ]);
  expect(JSON.stringify(home.body)).not.toContain('lost');
  const { rows } = await server.database.query(
    `SELECT has_column_privilege('caseload_participant', 'enrollments', 'closing_reason', 'SELECT') AS may`,
  );
  expect(rows).toEqual([{ may: false }]);
});
