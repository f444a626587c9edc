import { v7 as newId } from 'uuid';
import { anOrganization, type Organization } from '../given/organization.js';
import { aParticipantOf } from '../given/participant.js';
import { aCoach, anAdministrator, aSupervisor, type Person } from '../given/staff.js';
import type { Client } from '../support/client.js';
import { fieldsOf, NO_ID, withoutRequestId } from '../support/refusals.js';
import { startTestServer, type TestServer } from '../support/server.js';
import { lastInTrailOf, trailOf } from '../support/trail.js';

const PASSWORD = 'correct horse battery staple';

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

const dev = (more: object = {}): { accountId: string } & Record<string, unknown> => ({
  accountId: newId(),
  role: 'coach',
  name: 'Dev',
  signInName: 'Dev.Patel',
  ...more,
});

const open = (link: string): Promise<{ status: number }> =>
  server.asNobody().post(`/api${link.replace('/invitation/', '/invitations/')}`, { password: PASSWORD });

describe('adding somebody', () => {
  test('a new coach gets a link, opens their account with it once, and signs in', async () => {
    const sam = await aSupervisor(harbor);
    const certification = {
      kind: 'CPRS',
      issuer: 'State Board',
      number: '4711',
      firstOn: '2026-01-01',
      lastOn: '2027-12-31',
    };
    const sent = dev({ supervisorId: sam.accountId, certification, language: 'es' });
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
      const { status, body } = await adas.post('/api/people', dev({ role, signInName: role }));
      expect([status, body.person.role, body.person.caseloadCount]).toEqual([201, role, null]);
    }
    const sam = await aSupervisor(harbor);
    const wrong = await adas.post('/api/people', dev({ role: 'supervisor', supervisorId: sam.accountId }));
    expect(fieldsOf(wrong)).toEqual(['supervisorId only-for-a-coach']);
  });

  test('sent again it is the same person, with a link that works and one that no longer does', async () => {
    const sent = dev();
    const [one, other] = [await adas.post('/api/people', sent), await adas.post('/api/people', sent)];
    expect([one.status, other.status]).toEqual([201, 201]);
    expect((await adas.get('/api/people?role=coach')).body.items).toHaveLength(1);
    expect((await open(one.body.invitationLink)).status).toBe(404);
    expect((await open(other.body.invitationLink)).status).toBe(200);
  });

  test('sent many times at once it is one person', async () => {
    const sent = dev();
    const answers = await Promise.all(Array.from({ length: 8 }, () => adas.post('/api/people', sent)));
    expect(answers.every(({ status }) => status === 201 || status === 409)).toBe(true);
    expect(answers.some(({ status }) => status === 201)).toBe(true);
    expect((await adas.get('/api/people?role=coach')).body.items).toHaveLength(1);
  });

  test('the same id for somebody else is a conflict', async () => {
    const sent = dev();
    await adas.post('/api/people', sent);
    const { status, body } = await adas.post('/api/people', { ...sent, name: 'Another' });
    expect([status, body.code]).toEqual([409, 'account-id-taken']);
  });

  test('a sign-in name is taken within an organization, whatever its case, and free in another', async () => {
    await adas.post('/api/people', dev());
    const taken = await adas.post('/api/people', dev({ signInName: 'dev.PATEL' }));
    expect([taken.status, taken.body.code, ...fieldsOf(taken)]).toEqual([
      409,
      'sign-in-name-taken',
      'signInName sign-in-name-taken',
    ]);
    const elsewhere = await server.as(await anAdministrator(await anOrganization(server)));
    expect((await elsewhere.post('/api/people', dev())).status).toBe(201);
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
      answers.push(withoutRequestId(await adas.post('/api/people', dev({ supervisorId }))));
    expect(answers[0]).toMatchObject({ status: 404, code: 'supervisor-not-found' });
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
    const answer = await adas.post('/api/people', dev({ [field]: value }));
    expect(answer.status).toBe(422);
    expect(fieldsOf(answer)).toContain(problem);
    expect((await adas.get('/api/people?role=coach')).body.items).toEqual([]);
  });

  test('a name of any script is kept byte for byte', async () => {
    const name = 'Zoë 👩🏽‍🦱 \u200bمريم';
    expect((await adas.post('/api/people', dev({ name }))).body.person.name).toBe(name);
  });
});

describe('a new link', () => {
  test('opens the account again, and the link before stops working', async () => {
    const sent = dev();
    const first = (await adas.post('/api/people', sent)).body.invitationLink;
    const { status, body } = await adas.post(`/api/people/${sent.accountId}/invitation`);
    expect(status).toBe(200);
    expect((await open(first)).status).toBe(404);
    expect((await open(body.invitationLink)).status).toBe(200);
  });

  test('is refused for a disabled account', async () => {
    const rosa = await aCoach(harbor);
    await adas.post(`/api/people/${rosa.accountId}/disable`, {}, { 'if-match': '"1"' });
    const { status, body } = await adas.post(`/api/people/${rosa.accountId}/invitation`);
    expect([status, body.code]).toEqual([409, 'account-disabled']);
  });
});

describe('disabling', () => {
  test('ends every session at once, closes the door, and enabling opens it again', async () => {
    const rosa = await aCoach(harbor);
    const [phone, laptop] = [await server.as(rosa), await server.as(rosa)];
    const { status, body } = await adas.post(
      `/api/people/${rosa.accountId}/disable`,
      {},
      { 'if-match': '"1"' },
    );
    expect([status, body.isDisabled, body.version]).toEqual([200, true, 2]);
    for (const device of [phone, laptop]) {
      const ended = await device.get('/api/caseload');
      expect([ended.status, ended.body.code]).toEqual([401, 'session-ended']);
    }
    await expect(server.as(rosa)).rejects.toThrow('No open account');
    expect(await lastInTrailOf(ada)).toMatchObject({
      action: 'account.disabled',
      subject_id: rosa.accountId,
    });

    const enabled = await adas.post(`/api/people/${rosa.accountId}/enable`, {}, { 'if-match': '"2"' });
    expect([enabled.status, enabled.body.isDisabled]).toEqual([200, false]);
    expect((await phone.get('/api/caseload')).status).toBe(401);
    expect((await (await server.as(rosa)).get('/api/caseload')).status).toBe(200);
    expect(await lastInTrailOf(ada)).toMatchObject({ action: 'account.enabled' });
  });

  test('a participant’s account is part of their record in the trail', async () => {
    const theo = await aParticipantOf(await aCoach(harbor));
    await adas.post(`/api/people/${theo.accountId}/disable`, {}, { 'if-match': '"1"' });
    expect(await lastInTrailOf(ada)).toMatchObject({
      action: 'account.disabled',
      participant_id: theo.participantId,
    });
  });

  test('twice is once, and leaves one line in the trail', async () => {
    const rosa = await aCoach(harbor);
    for (let time = 0; time < 2; time += 1)
      expect(
        (await adas.post(`/api/people/${rosa.accountId}/disable`, {}, { 'if-match': '"1"' })).body.version,
      ).toBe(2);
    const lines = (await trailOf(ada)).filter(({ action }) => action === 'account.disabled');
    expect(lines).toHaveLength(1);
  });

  test('on an old version is refused with the person as they are now and what was asked', async () => {
    const rosa = await aCoach(harbor);
    await server.database.query('UPDATE accounts SET version = 5 WHERE id = $1', [rosa.accountId]);
    const { status, body } = await adas.post(
      `/api/people/${rosa.accountId}/disable`,
      {},
      { 'if-match': '"4"' },
    );
    expect([status, body.code]).toEqual([412, 'version-stale']);
    expect(body.current).toMatchObject({ accountId: rosa.accountId, version: 5, isDisabled: false });
    expect(body.yours).toEqual({ isDisabled: true });
    expect((await adas.post(`/api/people/${rosa.accountId}/disable`)).status).toBe(428);
  });

  test('the last administrator who can sign in stays', async () => {
    const invited = dev({ role: 'administrator' });
    await adas.post('/api/people', invited);
    const refused = await adas.post(`/api/people/${ada.accountId}/disable`, {}, { 'if-match': '"1"' });
    expect([refused.status, refused.body.code]).toEqual([409, 'administrator-is-the-last']);
    await anAdministrator(harbor, { name: 'Bo' });
    expect((await adas.post(`/api/people/${ada.accountId}/disable`, {}, { 'if-match': '"1"' })).status).toBe(
      200,
    );
    expect((await adas.get('/api/people')).status).toBe(401);
  });

  test('of two administrators who disable one another at once, one stays', async () => {
    const bo = await anAdministrator(harbor, { name: 'Bo' });
    const bos = await server.as(bo);
    const answers = await Promise.all([
      adas.post(`/api/people/${bo.accountId}/disable`, {}, { 'if-match': '"1"' }),
      bos.post(`/api/people/${ada.accountId}/disable`, {}, { 'if-match': '"1"' }),
    ]);
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(1);
    const { rows } = await server.database.query(
      `SELECT count(*)::integer AS count FROM accounts
        WHERE organization_id = $1 AND role = 'administrator' AND disabled_at IS NULL`,
      [harbor.organizationId],
    );
    expect(rows[0].count).toBe(1);
  });
});

describe('reach', () => {
  test('an account of another organization, missing or malformed is one and the same 404', async () => {
    const elsewhere = await aCoach(await anOrganization(server));
    for (const action of ['invitation', 'disable', 'enable']) {
      const answers = [];
      for (const id of [elsewhere.accountId, ...NO_ID.map(encodeURIComponent)])
        answers.push(
          withoutRequestId(await adas.post(`/api/people/${id}/${action}`, {}, { 'if-match': '"1"' })),
        );
      expect(answers[0]).toMatchObject({ status: 404, code: 'account-not-found' });
      for (const answer of answers) expect(answer).toEqual(answers[0]);
    }
  });

  test('nobody but an administrator changes accounts', async () => {
    const rosa = await aCoach(harbor);
    for (const person of [rosa, await aSupervisor(harbor), await aParticipantOf(rosa)]) {
      const theirs = await server.as(person);
      const headers = { 'if-match': '"1"' };
      for (const answer of [
        await theirs.post('/api/people', dev()),
        await theirs.post(`/api/people/${ada.accountId}/invitation`),
        await theirs.post(`/api/people/${ada.accountId}/disable`, {}, headers),
        await theirs.post(`/api/people/${ada.accountId}/enable`, {}, headers),
      ])
        expect([answer.status, answer.body.code]).toEqual([403, 'role-not-allowed']);
    }
  });
});
