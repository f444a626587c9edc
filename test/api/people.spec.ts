import { anOrganization, type Organization } from '../given/organization.js';
import { aParticipantOf, aParticipantWithoutCoach } from '../given/participant.js';
import { aCoach, anAccount, anAdministrator, aSupervisor, type Person } from '../given/staff.js';
import type { Client } from '../support/client.js';
import { fieldsOf } from '../support/refusals.js';
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

const names = (body: { items: { name: string }[] }): string[] => body.items.map(({ name }) => name);

test('everybody of the organization is listed by name, and nobody of another', async () => {
  const sam = await aSupervisor(harbor);
  const rosa = await aCoach(harbor, { supervisor: sam });
  const theo = await aParticipantOf(rosa, { preferredName: 'Theo', legalName: 'Theodore Banks' });
  await aCoach(await anOrganization(server), { name: 'Someone of Summit' });

  const { status, body } = await adas.get('/api/people');
  expect(status).toBe(200);
  expect(names(body)).toEqual(['Ada', 'Rosa', 'Sam', 'Theo']);
  expect(body.next).toBeNull();
  const [, coach, , participant] = body.items;
  expect(coach).toEqual({
    accountId: rosa.accountId,
    name: 'Rosa',
    legalName: null,
    signInName: rosa.signInName,
    role: 'coach',
    roles: ['coach'],
    language: 'en',
    isDisabled: false,
    isActivated: true,
    supervisor: { accountId: sam.accountId, name: 'Sam' },
    coach: null,
    participantId: null,
    isEnrolled: null,
    caseloadCount: 1,
    version: 1,
  });
  expect(participant).toMatchObject({
    accountId: theo.accountId,
    legalName: 'Theodore Banks',
    role: 'participant',
    supervisor: null,
    coach: { accountId: rosa.accountId, name: 'Rosa' },
    participantId: theo.participantId,
    isEnrolled: true,
    caseloadCount: null,
  });
});

test('who has no account is listed too, so that they can be assigned', async () => {
  const mina = await aParticipantWithoutCoach(harbor, { preferredName: 'Mina' });
  await server.database.query('UPDATE participants SET account_id = NULL WHERE id = $1', [
    mina.participantId,
  ]);
  const { body } = await adas.get('/api/people?role=participant');
  expect(body.items).toHaveLength(1);
  expect(body.items[0]).toMatchObject({
    accountId: null,
    signInName: null,
    participantId: mina.participantId,
  });
});

test('a caseload counts people once, and nobody whose enrollment is closed', async () => {
  const rosa = await aCoach(harbor);
  await aParticipantOf(rosa);
  const lou = await aParticipantOf(rosa);
  await server.database.query(
    `UPDATE enrollments SET closed_on = enrolled_on, closing_reason = 'moved' WHERE id = $1`,
    [lou.enrollmentId],
  );
  const { body } = await adas.get('/api/people?role=coach');
  expect(body.items[0].caseloadCount).toBe(1);
});

test('people are found by role and by any part of their names', async () => {
  const rosa = await aCoach(harbor);
  await aParticipantOf(rosa, { preferredName: 'Bee', legalName: 'Rosalind Marsh' });
  expect(names((await adas.get('/api/people?find=ROSA')).body)).toEqual(['Bee', 'Rosa']);
  expect(names((await adas.get('/api/people?find=rosa&role=coach')).body)).toEqual(['Rosa']);
  expect(names((await adas.get(`/api/people?find=${rosa.signInName.slice(-8)}`)).body)).toEqual(['Rosa']);
  expect(names((await adas.get('/api/people?find=%25')).body)).toEqual([]);
});

test('a long list comes by pages, everybody once', async () => {
  for (let number = 0; number < 104; number += 1) await anAccount(harbor, 'supervisor', 'Same Name');
  const first = (await adas.get('/api/people')).body;
  expect(first.items).toHaveLength(100);
  const second = (await adas.get(`/api/people?after=${first.next}`)).body;
  expect(second.next).toBeNull();
  const ids = [...first.items, ...second.items].map((person: { accountId: string }) => person.accountId);
  expect(new Set(ids).size).toBe(105);
});

test('the list leaves one line in the trail that names the participants it showed', async () => {
  const theo = await aParticipantOf(await aCoach(harbor));
  await adas.get('/api/people');
  expect(await lastInTrailOf(ada)).toMatchObject({
    action: 'people.listed',
    outcome: 'done',
    participant_ids: [theo.participantId],
  });
});

test.each([
  ['role=nurse', 'role not-a-choice'],
  [`find=${'x'.repeat(201)}`, 'find too-long'],
  ['find=%00', 'find characters-not-storable'],
  ['after=nonsense', 'after cursor-unknown'],
  [`after=${Buffer.from('["\\u0000","x"]').toString('base64url')}`, 'after cursor-unknown'],
  ['color=blue', 'color property-unknown'],
])('what cannot be asked for is refused: %s', async (asked, problem) => {
  const answer = await adas.get(`/api/people?${asked}`);
  expect([answer.status, ...fieldsOf(answer)]).toEqual([422, problem]);
});

test('people are the administrator’s page alone', async () => {
  const rosa = await aCoach(harbor);
  for (const person of [rosa, await aSupervisor(harbor), await aParticipantOf(rosa)]) {
    const { status, body } = await (await server.as(person)).get('/api/people');
    expect([status, body.code]).toEqual([403, 'role-not-allowed']);
  }
  expect(await lastInTrailOf(rosa)).toMatchObject({ outcome: 'refused', problem: 'role-not-allowed' });
});
