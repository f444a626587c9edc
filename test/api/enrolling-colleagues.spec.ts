import { v7 as newId } from 'uuid';
import { actingAs, alsoHolds } from '../given/roles.js';
import { aCoach, anAdministrator, type Person } from '../given/staff.js';
import { aTeam, type Team } from '../given/team.js';
import { onVersion } from '../given/words.js';
import type { Answer, Client } from '../support/client.js';
import { fieldsOf } from '../support/refusals.js';
import { startTestServer, type TestServer } from '../support/server.js';

let server: TestServer;
let team: Team;
let ada: Person;
let adas: Client;
let tomas: Person;

beforeAll(async () => {
  server = await startTestServer();
});
afterAll(() => server.close());
beforeEach(async () => {
  team = await aTeam(server);
  ada = await anAdministrator(team.organization);
  adas = await server.as(ada);
  tomas = await aCoach(team.organization, { name: 'Tomas', supervisor: team.sam });
});

const colleague = (more: object = {}): object => ({
  participantId: newId(),
  preferredName: 'Tomas',
  language: 'en',
  programId: team.organization.programId,
  coachId: team.rosa.accountId,
  accountId: tomas.accountId,
  ...more,
});
const enroll = (sent: object): Promise<Answer> => adas.post('/api/participants', sent);

test('a coach is enrolled with the account he has: one person in the list, with both roles and no new link', async () => {
  const sent = colleague();
  const { status, body } = await enroll(sent);
  expect([status, body.invitationLink]).toEqual([201, null]);
  expect(body.person).toMatchObject({
    accountId: tomas.accountId,
    role: 'coach',
    roles: ['coach', 'participant'],
    coach: { name: 'Rosa' },
    participantId: body.participantId,
  });
  expect((await enroll(sent)).status).toBe(201);
  const { body: people } = await adas.get('/api/people?find=tomas');
  expect(people.items).toHaveLength(1);
  expect((await (await actingAs(tomas, 'participant')).get('/api/home')).status).toBe(200);
  expect((await (await server.as(team.sam)).get(`/api/participants/${body.participantId}`)).status).toBe(404);
});

test('a participant who is given a role of the staff is one of the staff from then on, and their record is locked', async () => {
  const sams = await server.as(team.sam);
  const theo = `/api/participants/${team.theo.participantId}`;
  expect((await sams.get(theo)).status).toBe(200);
  const given = await adas.post(`/api/people/${team.theo.accountId}/roles`, { role: 'coach' }, onVersion(1));
  expect(given.body).toMatchObject({ role: 'coach', roles: ['coach', 'participant'] });
  expect((await sams.get(theo)).status).toBe(404);
  expect((await (await server.as(team.rosa)).get(theo)).status).toBe(200);
  const taken = await adas.post(
    `/api/people/${team.theo.accountId}/roles/take`,
    { role: 'coach' },
    onVersion(2),
  );
  expect(taken.body).toMatchObject({ role: 'participant', roles: ['participant'] });
  expect((await sams.get(theo)).status).toBe(200);
});

test.each<[string, () => object, number, string]>([
  ['nobody there is', () => ({ accountId: newId() }), 404, 'account-not-found'],
  ['someone who is their own coach', () => ({ coachId: tomas.accountId }), 409, 'nobody-is-their-own-coach'],
  ['oneself', () => ({ accountId: ada.accountId }), 409, 'own-record'],
  ['a participant who has a record', () => ({ accountId: team.theo.accountId }), 409, 'in-a-program-already'],
])('with the account of %s nobody is enrolled', async (_, more, status, code) => {
  const { status: answered, body } = await enroll(colleague(more()));
  expect([answered, body.code]).toEqual([status, code]);
});

test('nor with an account that is disabled, nor with another one beside it', async () => {
  expect(fieldsOf(await enroll(colleague({ hasAccount: true, signInName: 'tomas-2' })))).toEqual([
    'hasAccount has-one-already',
  ]);
  await adas.post(`/api/people/${tomas.accountId}/disable`, {}, onVersion(1));
  expect((await enroll(colleague())).body.code).toBe('account-disabled');
});

test('an administrator who is in a program reaches her own record in no list and no dialog of hers', async () => {
  const grace = await anAdministrator(team.organization, { name: 'Grace' });
  await alsoHolds(grace, 'supervisor');
  const { body } = await enroll(colleague({ preferredName: 'Grace', accountId: grace.accountId }));
  const graces = await actingAs(grace, 'administrator');
  const { body: people } = await graces.get('/api/people?find=grace');
  expect(people.items).toMatchObject([
    { participantId: null, roles: ['administrator', 'supervisor', 'participant'] },
  ]);
  const changed = await graces.put(`/api/participants/${body.participantId}/coach`, { coachId: null });
  expect(changed.status).toBe(404);
});
