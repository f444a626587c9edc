import { aParticipantOf, closeEnrollment } from '../given/participant.js';
import { aCoach, anAdministrator } from '../given/staff.js';
import { aTeam, type Team } from '../given/team.js';
import { contactWith, onVersion, type Words } from '../given/words.js';
import type { Answer, Client } from '../support/client.js';
import { expectProblem, withoutMoment } from '../support/problem.js';
import { fieldsOf, NO_ID } from '../support/refusals.js';
import { startTestServer, type TestServer } from '../support/server.js';
import { lastInTrailOf } from '../support/trail.js';

let server: TestServer;
let team: Team;
let rosa: Client;

beforeAll(async () => {
  server = await startTestServer();
});
afterAll(() => server.close());
beforeEach(async () => {
  server.clock.set('2026-03-10T16:00:00Z');
  team = await aTeam(server, { theo: { enrolledOn: '2026-02-01' } });
  rosa = await server.as(team.rosa);
});

const agree = (days: unknown, version = 1, by = rosa, id = team.theo.enrollmentId): Promise<Answer> =>
  by.put(`/api/enrollments/${id}/cadence`, { days }, onVersion(version));
const standing = async (): Promise<Words> => (await rosa.get('/api/caseload')).body.items[0].standing;
const reached = (occurredOn: string): Promise<Answer> =>
  rosa.post('/api/contacts', contactWith(team.theo, { occurredOn }));

test('agreed from today: the due day follows, the page says it, and the trail', async () => {
  await reached('2026-03-09');
  const { status, body } = await agree(14);
  expect([status, body]).toEqual([
    200,
    { enrollmentId: team.theo.enrollmentId, days: 14, beganOn: '2026-03-10', version: 2 },
  ]);
  expect(await lastInTrailOf(team.rosa)).toMatchObject({ action: 'cadence.agreed' });
  expect(await standing()).toMatchObject({ dueOn: '2026-03-23', agreedDays: 14 });
  const page = await rosa.get(`/api/participants/${team.theo.participantId}`);
  expect(page.body.enrollments).toMatchObject([{ agreedCadenceDays: 14, version: 2 }]);
});

test('a longer one does not excuse a day missed before', async () => {
  await reached('2026-03-01');
  expect(await standing()).toMatchObject({ is: 'overdue', dueOn: '2026-03-08' });
  await agree(30);
  expect(await standing()).toMatchObject({ is: 'overdue', dueOn: '2026-03-08', agreedDays: 30 });
  await reached('2026-03-10');
  expect(await standing()).toMatchObject({ is: 'on track', dueOn: '2026-04-09' });
});

test('one agreed by a slip of the finger and set right on the same day leaves nothing behind', async () => {
  await reached('2026-03-08');
  await agree(1);
  expect(await standing()).toMatchObject({ is: 'due' });
  await agree(14, 2);
  expect(await standing()).toMatchObject({ is: 'on track', dueOn: '2026-03-22' });
});

test.each([
  [0, 'days too-small'],
  [91, 'days too-large'],
  [1.5, 'days not-a-whole-number'],
  ['7', 'days'],
  [null, 'days'],
])('%j days are refused', async (days, problem) => {
  const answer = await agree(days);
  expect(answer.status).toBe(422);
  expect(fieldsOf(answer)[0]).toMatch(problem);
});

test('two at once: the second hears both', async () => {
  await agree(10);
  const stale = await agree(20);
  expectProblem(stale, 412, 'version-stale');
  expect(stale.body).toMatchObject({ current: { days: 10, version: 2 }, yours: { days: 20 } });
  expectProblem(
    await rosa.put(`/api/enrollments/${team.theo.enrollmentId}/cadence`, { days: 3 }),
    428,
    'version-missing',
  );
});

test('a supervisor may; others do not, nor on a closed stay; out of reach is not there', async () => {
  expect((await agree(10, 1, await server.as(team.sam))).status).toBe(200);
  for (const person of [await anAdministrator(team.organization), team.theo])
    expectProblem(await agree(10, 2, await server.as(person)), 403, 'role-not-allowed');
  const lou = await aParticipantOf(await aCoach(team.organization, { name: 'Dev' }), {
    preferredName: 'Lou',
  });
  const heard = [];
  for (const id of [lou.enrollmentId, ...NO_ID.map(encodeURIComponent)])
    heard.push(withoutMoment(await agree(9, 9, rosa, id)));
  expect(heard[0]).toMatchObject({ status: 404, body: { code: 'enrollment-not-found' } });
  for (const each of heard) expect(each).toEqual(heard[0]);
  await closeEnrollment(team.theo, '2026-03-10');
  expectProblem(await agree(5, 2), 409, 'enrollment-closed');
});
