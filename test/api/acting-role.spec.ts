import { anOrganization, type Organization } from '../given/organization.js';
import { aParticipantOf } from '../given/participant.js';
import { actingAs, alsoHolds, inTheProgram, noLongerHolds } from '../given/roles.js';
import { aCoach, aSupervisor, type Person } from '../given/staff.js';
import { becomes } from '../support/becomes.js';
import { LivePage } from '../support/live-page.js';
import { fieldsOf } from '../support/refusals.js';
import { startTestServer, type TestServer } from '../support/server.js';
import { lastInTrailOf, trailOf } from '../support/trail.js';

let server: TestServer;
let harbor: Organization;
let inez: Person;

beforeAll(async () => {
  server = await startTestServer({ liveTimes: { heartbeatMs: 60_000, sessionsMs: 50 } });
});
afterAll(() => server.close());
beforeEach(async () => {
  harbor = await anOrganization(server);
  inez = await aSupervisor(harbor, { name: 'Inez' });
  await alsoHolds(inez, 'coach');
});

test('a supervisor who coaches begins as supervisor, is told of both, and goes to her caseload in one step', async () => {
  const mina = await aParticipantOf(inez, { preferredName: 'Mina' });
  const inezs = await server.as(inez);
  expect((await inezs.get('/api/me')).body).toMatchObject({
    role: 'supervisor',
    roles: ['supervisor', 'coach'],
  });
  expect((await inezs.get('/api/caseload')).body.code).toBe('role-not-allowed');

  const { status, body } = await inezs.post('/api/me/role', { role: 'coach' });
  expect([status, body.role, body.roles]).toEqual([200, 'coach', ['supervisor', 'coach']]);
  const caseload = await inezs.get('/api/caseload');
  expect([caseload.status, JSON.stringify(caseload.body).includes(mina.participantId)]).toEqual([200, true]);
  expect((await inezs.get('/api/team')).body.code).toBe('role-not-allowed');
});

test('another device of theirs stays in the role it acts in', async () => {
  const [phone, desk] = [await server.as(inez), await server.as(inez)];
  await phone.post('/api/me/role', { role: 'coach' });
  expect((await desk.get('/api/me')).body.role).toBe('supervisor');
});

test('the trail has each line in the role they acted in, and the change in the role they left', async () => {
  const mina = await aParticipantOf(inez);
  const inezs = await actingAs(inez, 'coach');
  expect(await lastInTrailOf(inez)).toMatchObject({ action: 'session.role-changed', role: 'supervisor' });
  await inezs.get(`/api/participants/${mina.participantId}`);
  expect(await lastInTrailOf(inez)).toMatchObject({ role: 'coach', participant_id: mina.participantId });
});

test('chosen twice is chosen, with one line in the trail', async () => {
  const inezs = await server.as(inez);
  for (let time = 0; time < 3; time += 1)
    expect((await inezs.post('/api/me/role', { role: 'coach' })).body.role).toBe('coach');
  expect(await trailOf(inez)).toHaveLength(1);
});

test.each([
  [{ role: 'administrator' }, 403, 'role-not-held', []],
  [{ role: 'participant' }, 403, 'role-not-held', []],
  [{ role: 'nurse' }, 422, 'input-invalid', ['role not-a-choice']],
  [{}, 422, 'input-invalid', ['role not-a-choice']],
  [{ role: 'coach', accountId: 'x' }, 422, 'input-invalid', ['accountId property-unknown']],
])(
  'a role that is not theirs is refused, and they stay where they are: %j',
  async (sent, status, code, fields) => {
    const inezs = await server.as(inez);
    const answer = await inezs.post('/api/me/role', sent);
    expect([answer.status, answer.body.code, fieldsOf(answer)]).toEqual([status, code, fields]);
    expect((await inezs.get('/api/me')).body.role).toBe('supervisor');
  },
);

test('a page of the role before is told that another tab changed it, and nothing is done in the wrong role', async () => {
  const mina = await aParticipantOf(inez);
  const inezs = await actingAs(inez, 'coach');
  const answer = await inezs.get(`/api/participants/${mina.participantId}`, {
    'alongside-acts-as': 'supervisor',
  });
  expect([answer.status, answer.body.code]).toEqual([409, 'acting-role-changed']);
  expect((await inezs.get('/api/me', { 'alongside-acts-as': 'supervisor' })).body.role).toBe('coach');
});

test('a role taken away ends the sessions in it from the next request on, its live page too, and no other', async () => {
  const [coaching, supervising] = [await actingAs(inez, 'coach'), await server.as(inez)];
  const page = await LivePage.of(coaching, server.url);
  await noLongerHolds(inez, 'coach');
  const ended = await coaching.get('/api/caseload');
  expect([ended.status, ended.body.code]).toEqual([401, 'session-ended']);
  expect((await supervising.get('/api/me')).body.roles).toEqual(['supervisor']);
  await becomes(() => Promise.resolve(page.isOver), true);
});

test('a coach who is in the program has the pages and the half hour of a participant, and begins as coach', async () => {
  const tomas = await aCoach(harbor, { name: 'Tomas' });
  const record = await inTheProgram(tomas, await aCoach(harbor, { name: 'Dev' }));
  const coaching = await server.as(tomas);
  expect((await coaching.get('/api/me')).body).toMatchObject({
    role: 'coach',
    participantId: null,
    idleMinutes: 15,
  });
  const own = await actingAs(tomas, 'participant');
  expect((await own.get('/api/me')).body).toMatchObject({
    role: 'participant',
    participantId: record.participantId,
    idleMinutes: 30,
  });
  expect((await own.get('/api/home')).status).toBe(200);
  server.clock.advance(20);
  expect((await own.get('/api/home')).status).toBe(200);
  expect((await coaching.get('/api/caseload')).status).toBe(401);
});
