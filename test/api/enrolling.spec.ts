import { v7 as newId } from 'uuid';
import { anOrganization, today, type Organization } from '../given/organization.js';
import { aParticipantOf } from '../given/participant.js';
import { aCoach, anAdministrator, aSupervisor, type Person } from '../given/staff.js';
import type { Client } from '../support/client.js';
import { withoutMoment } from '../support/problem.js';
import { fieldsOf, NO_ID } from '../support/refusals.js';
import { startTestServer, type TestServer } from '../support/server.js';
import { trailOf } from '../support/trail.js';

let server: TestServer;
let harbor: Organization;
let ada: Person;
let adas: Client;
let rosa: Person;

beforeAll(async () => {
  server = await startTestServer();
});
afterAll(() => server.close());
beforeEach(async () => {
  harbor = await anOrganization(server);
  ada = await anAdministrator(harbor);
  adas = await server.as(ada);
  rosa = await aCoach(harbor);
});

const mina = (more: object = {}): { participantId: string } & Record<string, unknown> => ({
  participantId: newId(),
  preferredName: 'Mina',
  language: 'es',
  programId: harbor.programId,
  ...more,
});

async function caseloadOf(coach: Person): Promise<Record<string, unknown>[]> {
  return (await (await server.as(coach)).get('/api/caseload')).body.items;
}

test('a new participant is on the coach’s caseload at once, as new, and opens their own account', async () => {
  const sent = mina({
    legalName: 'Wilhelmina Ortiz',
    pronouns: 'she/her',
    coachId: rosa.accountId,
    agreedCadenceDays: 14,
    phone: '555-0142',
    hasAccount: true,
    signInName: 'mina',
  });
  const { status, body } = await adas.post('/api/participants', sent);
  expect(status).toBe(201);
  expect(body.person).toMatchObject({
    name: 'Mina',
    legalName: 'Wilhelmina Ortiz',
    role: 'participant',
    signInName: 'mina',
    language: 'es',
    isActivated: false,
    participantId: sent.participantId,
    coach: { accountId: rosa.accountId, name: 'Rosa' },
  });

  const [item] = await caseloadOf(rosa);
  expect(item).toMatchObject({
    participantId: sent.participantId,
    isPrimary: true,
    standing: { is: 'new', enrolledOn: today(harbor), dueOn: today(harbor, 14), agreedDays: 14 },
  });
  const page = (await (await server.as(rosa)).get(`/api/participants/${sent.participantId}`)).body;
  expect(page.waysToReach).toMatchObject([
    {
      kind: 'phone',
      value: '555-0142',
      mayCall: true,
      mayVoicemail: false,
      mayText: false,
      maySayWho: false,
    },
  ]);

  const minas = server.asNobody();
  const opened = await minas.post('/api/opening', {
    key: body.invitationLink.split('/').at(-1),
    password: 'correct horse battery staple',
  });
  expect([opened.status, opened.body.participantId]).toEqual([200, sent.participantId]);
  expect((await minas.get('/api/home')).body.preferredName).toBe('Mina');

  const trail = await trailOf(ada);
  expect(trail.map(({ action }) => action)).toEqual([
    'participant.enrolled',
    'assignment.changed',
    'account.invited',
  ]);
  expect(trail.every((row) => row.participant_id === sent.participantId)).toBe(true);
});

test('without a coach, account or phone they are simply enrolled, every 7 days', async () => {
  const { status, body } = await adas.post('/api/participants', mina());
  expect([status, body.invitationLink, body.person.accountId, body.person.coach]).toEqual([
    201,
    null,
    null,
    null,
  ]);
  const { rows } = await server.database.query(
    'SELECT agreed_cadence_days, enrolled_on::text FROM enrollments WHERE participant_id = $1',
    [body.participantId],
  );
  expect(rows).toEqual([{ agreed_cadence_days: 7, enrolled_on: today(harbor) }]);
});

test('somebody enrolled days ago stands where those days put them', async () => {
  await adas.post('/api/participants', mina({ coachId: rosa.accountId, enrolledOn: today(harbor, -7) }));
  expect(await caseloadOf(rosa)).toMatchObject([{ standing: { is: 'due', enrolledOn: today(harbor, -7) } }]);
});

test('sent again, and many times at once, it is the same participant', async () => {
  const sent = mina({ coachId: rosa.accountId, hasAccount: true, signInName: 'mina' });
  const answers = await Promise.all(Array.from({ length: 6 }, () => adas.post('/api/participants', sent)));
  expect(answers.some(({ status }) => status === 201)).toBe(true);
  expect(answers.every(({ status }) => status === 201 || status === 409)).toBe(true);
  expect((await adas.post('/api/participants', sent)).body.person.participantId).toBe(sent.participantId);
  expect(await caseloadOf(rosa)).toHaveLength(1);
  const other = await adas.post('/api/participants', { ...sent, preferredName: 'Another' });
  expect([other.status, other.body.code]).toEqual([409, 'participant-id-taken']);
});

test('a taken sign-in name leaves nothing half-written', async () => {
  const { signInName } = rosa;
  const { status, body } = await adas.post('/api/participants', mina({ hasAccount: true, signInName }));
  expect([status, body.code]).toEqual([409, 'sign-in-name-taken']);
  expect((await adas.get('/api/people?role=participant')).body.items).toEqual([]);
});

test('nobody is enrolled with a coach who can no longer sign in', async () => {
  await server.database.query('UPDATE accounts SET disabled_at = now() WHERE id = $1', [rosa.accountId]);
  const { status, body } = await adas.post('/api/participants', mina({ coachId: rosa.accountId }));
  expect([status, body.code]).toEqual([409, 'coach-disabled']);
});

test('a program or coach out of reach, of another kind or not an id is one and the same 404', async () => {
  const summit = await anOrganization(server);
  const wrong = {
    programId: [summit.programId, rosa.accountId, ...NO_ID],
    coachId: [(await aCoach(summit)).accountId, ada.accountId, harbor.programId, ...NO_ID],
  };
  for (const [field, ids] of Object.entries(wrong)) {
    const answers = [];
    for (const id of ids)
      answers.push(withoutMoment(await adas.post('/api/participants', mina({ [field]: id }))));
    expect(answers[0]).toMatchObject({ status: 404, body: { code: `${field.slice(0, -2)}-not-found` } });
    for (const answer of answers) expect(answer).toEqual(answers[0]);
  }
});

test.each([
  ['participantId', 'x', 'participantId is-new-id'],
  ['preferredName', ' ', 'preferredName empty'],
  ['preferredName', 'x'.repeat(100_000), 'preferredName too-long'],
  ['legalName', 'x'.repeat(201), 'legalName too-long'],
  ['legalName', '\ud800', 'legalName characters-not-storable'],
  ['pronouns', 'x'.repeat(51), 'pronouns too-long'],
  ['language', 'fr', 'language not-a-choice'],
  ['programId', 7, 'programId is-text'],
  ['enrolledOn', '2026-02-31', 'enrolledOn is-day'],
  ['enrolledOn', '1899-12-31', 'enrolledOn is-day'],
  ['enrolledOn', '2026-03-11', 'enrolledOn in-the-future'],
  ['agreedCadenceDays', 0, 'agreedCadenceDays too-small'],
  ['agreedCadenceDays', 91, 'agreedCadenceDays too-large'],
  ['agreedCadenceDays', 7.5, 'agreedCadenceDays not-a-whole-number'],
  ['phone', 'x'.repeat(301), 'phone too-long'],
  ['hasAccount', 'yes', 'hasAccount is-boolean'],
  ['hasAccount', true, 'signInName missing'],
  ['isVip', true, 'isVip property-unknown'],
])('%s: %p is refused', async (field, value, problem) => {
  const answer = await adas.post('/api/participants', mina({ [field]: value }));
  expect([answer.status, ...fieldsOf(answer)]).toEqual([422, problem]);
  expect((await adas.get('/api/people?role=participant')).body.items).toEqual([]);
});

test('a sign-in name that nobody could type is refused', async () => {
  const answer = await adas.post('/api/participants', mina({ hasAccount: true, signInName: 'a b' }));
  expect(fieldsOf(answer)).toEqual(['signInName is-sign-in-name']);
});

test('nobody but an administrator enrolls', async () => {
  for (const person of [rosa, await aSupervisor(harbor), await aParticipantOf(rosa)]) {
    const { status, body } = await (await server.as(person)).post('/api/participants', mina());
    expect([status, body.code]).toEqual([403, 'role-not-allowed']);
  }
});
