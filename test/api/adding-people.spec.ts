import { coachToAdd, openAccount } from '../given/added-coach.js';
import { anOrganization, type Organization } from '../given/organization.js';
import { PASSWORD } from '../given/password.js';
import { aCoach, anAdministrator, aSupervisor, type Person } from '../given/staff.js';
import type { Client } from '../support/client.js';
import { withoutMoment } from '../support/problem.js';
import { fieldsOf, NO_ID } from '../support/refusals.js';
import { startTestServer, type TestServer } from '../support/server.js';
import { lastInTrailOf } from '../support/trail.js';

let server: TestServer;
let harbor: Organization;
let ada: Person;
let adas: Client;

beforeAll(async () => {
  server = await startTestServer();
});
afterAll(() => server.close());
beforeEach(async () => {
  harbor = await anOrganization(server);
  ada = await anAdministrator(harbor);
  adas = await server.as(ada);
});

const open = (link: string): Promise<{ status: number }> => openAccount(server, link);

test('a new coach gets a link, opens their account with it once, and signs in', async () => {
  const sam = await aSupervisor(harbor);
  const certification = {
    kind: 'CPRS',
    issuer: 'State Board',
    number: '4711',
    firstOn: '2026-01-01',
    lastOn: '2027-12-31',
  };
  const sent = coachToAdd({ supervisorId: sam.accountId, certification, language: 'es' });
  const { status, body } = await adas.post('/api/people', sent);
  expect(status).toBe(201);
  expect(body.person).toMatchObject({
    accountId: sent.accountId,
    role: 'coach',
    signInName: 'dev.patel',
    language: 'es',
    isActivated: false,
    isDisabled: false,
    supervisor: { accountId: sam.accountId, name: 'Sam' },
    caseloadCount: 0,
  });
  expect(new Date(body.invitationExpiresAt).getTime()).toBe(server.clock.now().getTime() + 7 * 86_400_000);

  expect((await open(body.invitationLink)).status).toBe(200);
  expect((await open(body.invitationLink)).status).toBe(404);
  const signedIn = await server
    .asNobody()
    .post('/api/sign-in', { organization: harbor.shortName, signInName: 'DEV.patel', password: PASSWORD });
  expect([signedIn.status, signedIn.body.accountId]).toEqual([200, sent.accountId]);
  const { rows } = await server.database.query(
    'SELECT kind, first_on::text, last_on::text FROM certifications WHERE coach_id = $1',
    [sent.accountId],
  );
  expect(rows).toEqual([{ kind: 'CPRS', first_on: '2026-01-01', last_on: '2027-12-31' }]);
  expect(await lastInTrailOf(ada)).toMatchObject({ action: 'account.invited', subject_id: sent.accountId });
});

test('supervisors and administrators are added without what only a coach has', async () => {
  for (const role of ['supervisor', 'administrator'] as const) {
    const { status, body } = await adas.post('/api/people', coachToAdd({ role, signInName: role }));
    expect([status, body.person.role, body.person.caseloadCount]).toEqual([201, role, null]);
  }
  const sam = await aSupervisor(harbor);
  const wrong = await adas.post(
    '/api/people',
    coachToAdd({ role: 'supervisor', supervisorId: sam.accountId }),
  );
  expect(fieldsOf(wrong)).toEqual(['supervisorId only-for-a-coach']);
});

test('sent again it is the same person, with a link that works and one that no longer does', async () => {
  const sent = coachToAdd();
  const [one, other] = [await adas.post('/api/people', sent), await adas.post('/api/people', sent)];
  expect([one.status, other.status]).toEqual([201, 201]);
  expect((await adas.get('/api/people?role=coach')).body.items).toHaveLength(1);
  expect((await open(one.body.invitationLink)).status).toBe(404);
  expect((await open(other.body.invitationLink)).status).toBe(200);
});

test('sent many times at once it is one person', async () => {
  const sent = coachToAdd();
  const answers = await Promise.all(Array.from({ length: 8 }, () => adas.post('/api/people', sent)));
  expect(answers.every(({ status }) => status === 201 || status === 409)).toBe(true);
  expect(answers.some(({ status }) => status === 201)).toBe(true);
  expect((await adas.get('/api/people?role=coach')).body.items).toHaveLength(1);
});

test('the same id for somebody else is a conflict', async () => {
  const sent = coachToAdd();
  await adas.post('/api/people', sent);
  const { status, body } = await adas.post('/api/people', { ...sent, name: 'Another' });
  expect([status, body.code]).toEqual([409, 'account-id-taken']);
});

test('a sign-in name is taken within an organization, whatever its case, and free in another', async () => {
  await adas.post('/api/people', coachToAdd());
  const taken = await adas.post('/api/people', coachToAdd({ signInName: 'dev.PATEL' }));
  expect([taken.status, taken.body.code, ...fieldsOf(taken)]).toEqual([
    409,
    'sign-in-name-taken',
    'signInName sign-in-name-taken',
  ]);
  const elsewhere = await server.as(await anAdministrator(await anOrganization(server)));
  expect((await elsewhere.post('/api/people', coachToAdd())).status).toBe(201);
});

test('a supervisor out of reach, disabled, of another kind or not an id is one and the same 404', async () => {
  const gone = await aSupervisor(harbor);
  await server.database.query('UPDATE accounts SET disabled_at = now() WHERE id = $1', [gone.accountId]);
  const elsewhere = await aSupervisor(await anOrganization(server));
  const wrong = [
    gone.accountId,
    elsewhere.accountId,
    (await aCoach(harbor)).accountId,
    ada.accountId,
    ...NO_ID,
  ];
  const answers = [];
  for (const supervisorId of wrong)
    answers.push(withoutMoment(await adas.post('/api/people', coachToAdd({ supervisorId }))));
  expect(answers[0]).toMatchObject({ status: 404, body: { code: 'supervisor-not-found' } });
  for (const answer of answers) expect(answer).toEqual(answers[0]);
  expect((await adas.get('/api/people?find=dev')).body.items).toEqual([]);
});

test.each([
  ['accountId', 'no-id', 'accountId is-new-id'],
  ['accountId', '4e3a0b8e-8f0e-4a59-9d0c-0b8a4e3a0b8e', 'accountId is-new-id'],
  ['role', 'participant', 'role not-a-choice'],
  ['name', '', 'name empty'],
  ['name', '   ', 'name empty'],
  ['name', 'x'.repeat(100_000), 'name too-long'],
  ['name', 7, 'name is-text'],
  ['name', 'a\0b', 'name characters-not-storable'],
  ['signInName', 'a b', 'signInName is-sign-in-name'],
  ['signInName', 'x', 'signInName is-sign-in-name'],
  ['language', 'fr', 'language not-a-choice'],
  ['supervisorId', 7, 'supervisorId is-text'],
  ['certification', { kind: 'CPRS' }, 'certification.firstOn is-day'],
  [
    'certification',
    { kind: 'K', issuer: 'I', number: '1', firstOn: '2026-02-31', lastOn: '2027-01-01' },
    'certification.firstOn is-day',
  ],
  [
    'certification',
    { kind: 'K', issuer: 'I', number: '1', firstOn: '2026-02-01', lastOn: '2026-01-31' },
    'certification.lastOn before-its-first-day',
  ],
  ['isAdmin', true, 'isAdmin property-unknown'],
])('%s: %p is refused', async (field, value, problem) => {
  const answer = await adas.post('/api/people', coachToAdd({ [field]: value }));
  expect(answer.status).toBe(422);
  expect(fieldsOf(answer)).toContain(problem);
  expect((await adas.get('/api/people?role=coach')).body.items).toEqual([]);
});

test('a name of any script is kept byte for byte', async () => {
  const name = 'Zoë 👩🏽‍🦱 \u200bمريم';
  expect((await adas.post('/api/people', coachToAdd({ name }))).body.person.name).toBe(name);
});
