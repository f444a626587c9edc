import { aGoalOf } from '../given/goal.js';
import { anOrganization, type Organization } from '../given/organization.js';
import { aParticipantOf, type Participant } from '../given/participant.js';
import { aCoach, anAdministrator, aSupervisor, type Person } from '../given/staff.js';
import type { Answer, Client } from '../support/client.js';
import { withoutMoment } from '../support/problem.js';
import { fieldsOf, NO_ID } from '../support/refusals.js';
import { startTestServer, type TestServer } from '../support/server.js';
import { lastInTrailOf, trailOf } from '../support/trail.js';

let server: TestServer;
let harbor: Organization;
let rosa: Person;
let theo: Participant;
let theos: Client;
let stepId: string;

beforeAll(async () => {
  server = await startTestServer();
});
afterAll(() => server.close());
beforeEach(async () => {
  harbor = await anOrganization(server);
  rosa = await aCoach(harbor);
  theo = await aParticipantOf(rosa);
  theos = await server.as(theo);
  stepId = (await aGoalOf(theo)).stepIds[0]!;
});

const tick = (by: Client, id: string, isDone: unknown, version = 1): Promise<Answer> =>
  by.post(`/api/steps/${id}/tick`, { isDone }, { 'if-match': `"${version}"` });

test('a participant ticks their own step, and takes the tick back', async () => {
  const ticked = await tick(theos, stepId, true);
  expect([ticked.status, ticked.body]).toEqual([
    200,
    {
      stepId,
      words: 'Call the housing office',
      byOn: null,
      doneAt: server.clock.now().toISOString(),
      version: 2,
    },
  ]);
  expect((await theos.get('/api/home')).body.steps[0].doneAt).not.toBeNull();
  expect(await trailOf(theo)).toContainEqual(
    expect.objectContaining({
      action: 'step.ticked',
      participant_id: theo.participantId,
      subject_id: stepId,
    }),
  );
  const unticked = await tick(theos, stepId, false, 2);
  expect([unticked.body.doneAt, unticked.body.version]).toEqual([null, 3]);
  expect(await lastInTrailOf(theo)).toMatchObject({ action: 'step.unticked' });
});

test('the coach ticks for somebody on their caseload', async () => {
  expect((await tick(await server.as(rosa), stepId, true)).body.version).toBe(2);
  const { rows } = await server.database.query('SELECT done_by FROM steps WHERE id = $1', [stepId]);
  expect(rows[0].done_by).toBe(rosa.accountId);
});

test('a tap sent twice, or many times at once, is one tick', async () => {
  const answers = await Promise.all(Array.from({ length: 6 }, () => tick(theos, stepId, true)));
  expect(answers.map(({ status, body }) => [status, body.version])).toEqual(answers.map(() => [200, 2]));
  expect((await tick(theos, stepId, true)).body.version).toBe(2);
  expect((await trailOf(theo)).filter(({ action }) => action === 'step.ticked')).toHaveLength(1);
});

test('a tick on an old version is refused with the step as it is and what was asked', async () => {
  await tick(theos, stepId, true);
  await tick(theos, stepId, false, 2);
  const { status, body } = await tick(theos, stepId, true, 1);
  expect([status, body.code]).toEqual([412, 'version-stale']);
  expect(body.current).toMatchObject({ stepId, doneAt: null, version: 3 });
  expect(body.yours).toEqual({ isDone: true });
  const missing = await theos.post(`/api/steps/${stepId}/tick`, { isDone: true });
  expect([missing.status, missing.body.code]).toEqual([428, 'version-missing']);
});

test('a step of somebody else, of another coach or organization, of another kind or not an id is one and the same 404', async () => {
  const ofDev = await aGoalOf(await aParticipantOf(await aCoach(harbor, { name: 'Dev' })));
  const elsewhere = await aGoalOf(await aParticipantOf(await aCoach(await anOrganization(server))));
  const wrong = [...ofDev.stepIds, ...elsewhere.stepIds, ofDev.goalId, theo.participantId];
  const rosas = await server.as(rosa);
  const answers = [];
  for (const id of [...wrong, ...NO_ID.map(encodeURIComponent)])
    for (const by of [theos, rosas]) answers.push(withoutMoment(await tick(by, id, true, 99)));
  expect(answers[0]).toMatchObject({ status: 404, body: { code: 'step-not-found' } });
  for (const answer of answers) expect(answer).toEqual(answers[0]);
  const sibling = await aGoalOf(await aParticipantOf(rosa));
  expect(withoutMoment(await tick(theos, sibling.stepIds[0]!, true))).toEqual(answers[0]);
});

test('a coach who no longer walks with them ticks nothing', async () => {
  const rosas = await server.as(rosa);
  const adas = await server.as(await anAdministrator(harbor));
  await adas.put(`/api/participants/${theo.participantId}/coach`, { coachId: null });
  expect((await tick(rosas, stepId, true)).status).toBe(404);
});

test.each([
  [{}, 'isDone is-boolean'],
  [{ isDone: 'yes' }, 'isDone is-boolean'],
  [{ isDone: null }, 'isDone is-boolean'],
  [{ isDone: true, doneAt: '2020-01-01' }, 'doneAt property-unknown'],
])('%j is refused', async (body, problem) => {
  const answer = await theos.post(`/api/steps/${stepId}/tick`, body, { 'if-match': '"1"' });
  expect([answer.status, ...fieldsOf(answer)]).toEqual([422, problem]);
});

test('neither a supervisor nor an administrator ticks', async () => {
  for (const person of [await aSupervisor(harbor), await anAdministrator(harbor)]) {
    const { status, body } = await tick(await server.as(person), stepId, true);
    expect([status, body.code]).toEqual([403, 'role-not-allowed']);
  }
});
