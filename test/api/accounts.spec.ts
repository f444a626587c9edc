import { coachToAdd, openAccount } from '../given/added-coach.js';
import { anOrganization, type Organization } from '../given/organization.js';
import { aParticipantOf } from '../given/participant.js';
import { aCoach, anAdministrator, aSupervisor, type Person } from '../given/staff.js';
import type { Client } from '../support/client.js';
import { withoutMoment } from '../support/problem.js';
import { NO_ID } from '../support/refusals.js';
import { startTestServer, type TestServer } from '../support/server.js';
import { lastInTrailOf, trailOf } from '../support/trail.js';

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

describe('a new link', () => {
  test('opens the account again, and the link before stops working', async () => {
    const sent = coachToAdd();
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

test('a participant who opened their account gets a new link from their coach, not from an administrator', async () => {
  const theo = await aParticipantOf(await aCoach(harbor));
  const refused = await adas.post(`/api/people/${theo.accountId}/invitation`);
  expect([refused.status, refused.body.code]).toEqual([409, 'replaced-by-their-coach']);
  await server.database.query('UPDATE accounts SET activated_at = NULL WHERE id = $1', [theo.accountId]);
  expect((await adas.post(`/api/people/${theo.accountId}/invitation`)).status).toBe(200);
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

  test('a participant in the middle of reading is told kindly, and no session comes back with the account', async () => {
    const theo = await aParticipantOf(await aCoach(harbor));
    const phone = await server.as(theo);
    await adas.post(`/api/people/${theo.accountId}/disable`, {}, { 'if-match': '"1"' });
    const ended = await phone.get('/api/home');
    expect([ended.status, ended.body.code]).toEqual([401, 'access-ended']);
    expect(JSON.stringify(ended.body)).not.toMatch(/disabled|recovery/i);
    await adas.post(`/api/people/${theo.accountId}/enable`, {}, { 'if-match': '"2"' });
    const after = await phone.get('/api/home');
    expect([after.status, after.body.code]).toEqual([401, 'session-ended']);
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
    const invited = coachToAdd({ role: 'administrator' });
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
          withoutMoment(await adas.post(`/api/people/${id}/${action}`, {}, { 'if-match': '"1"' })),
        );
      expect(answers[0]).toMatchObject({ status: 404, body: { code: 'account-not-found' } });
      for (const answer of answers) expect(answer).toEqual(answers[0]);
    }
  });

  test('nobody but an administrator changes accounts', async () => {
    const rosa = await aCoach(harbor);
    for (const person of [rosa, await aSupervisor(harbor), await aParticipantOf(rosa)]) {
      const theirs = await server.as(person);
      const headers = { 'if-match': '"1"' };
      for (const answer of [
        await theirs.post('/api/people', coachToAdd()),
        await theirs.post(`/api/people/${ada.accountId}/invitation`),
        await theirs.post(`/api/people/${ada.accountId}/disable`, {}, headers),
        await theirs.post(`/api/people/${ada.accountId}/enable`, {}, headers),
      ])
        expect([answer.status, answer.body.code]).toEqual([403, 'role-not-allowed']);
    }
  });
});
