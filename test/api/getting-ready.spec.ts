import { anOrganization, type Organization } from '../given/organization.js';
import { aParticipantOf, aParticipantWithoutCoach } from '../given/participant.js';
import { aCoach, anAdministrator, aSupervisor, type Person } from '../given/staff.js';
import type { Client } from '../support/client.js';
import { startTestServer, type TestServer } from '../support/server.js';

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

const READY = '/api/people/getting-ready';

test('an organization that has just begun has nobody yet', async () => {
  expect((await adas.get(READY)).body).toEqual({
    isBeginning: true,
    supervisorCount: 0,
    coachCount: 0,
    coachesWithoutSupervisorCount: 0,
    participantCount: 0,
    withoutCoachCount: 0,
    notOpenedCount: 0,
    isSomebodyOnCall: false,
  });
});

test('who is here is counted, and what is lacking between them; whose stay is over and another organization are not', async () => {
  const sam = await aSupervisor(harbor);
  const rosa = await aCoach(harbor, { supervisor: sam });
  await aCoach(harbor, { name: 'Dev' });
  await aParticipantOf(rosa);
  await aParticipantWithoutCoach(harbor, { preferredName: 'Bea' });
  const over = await aParticipantWithoutCoach(harbor, { preferredName: 'Cal' });
  await server.database.query(
    "UPDATE enrollments SET closed_on = enrolled_on, closing_reason = 'completed' WHERE participant_id = $1",
    [over.participantId],
  );
  await aParticipantWithoutCoach(await anOrganization(server));

  expect((await adas.get(READY)).body).toMatchObject({
    supervisorCount: 1,
    coachCount: 2,
    coachesWithoutSupervisorCount: 1,
    participantCount: 2,
    withoutCoachCount: 1,
  });
  const { body } = await adas.get('/api/people?without=coach');
  expect(body.items.map(({ name }: { name: string }) => name)).toEqual(['Bea']);
});

test('after a month it is no beginning any more', async () => {
  for (const [days, isBeginning] of [
    [29, true],
    [1, false],
  ] as const) {
    server.clock.advance(days * 1440);
    expect((await (await server.as(ada)).get(READY)).body).toMatchObject({ isBeginning });
  }
});

test('only an administrator is told', async () => {
  const sams = await server.as(await aSupervisor(harbor));
  expect((await sams.get(READY)).status).toBe(403);
  expect((await adas.get('/api/people?without=hope')).status).toBe(422);
});
