import { aProgram, anOrganization } from '../given/organization.js';
import { aParticipantOf } from '../given/participant.js';
import { aCoach, anAdministrator, aSupervisor } from '../given/staff.js';
import { startTestServer, type TestServer } from '../support/server.js';

let server: TestServer;
beforeAll(async () => {
  server = await startTestServer();
});
afterAll(() => server.close());

test('staff see the programs of their own organization by name', async () => {
  const harbor = await anOrganization(server);
  await aProgram(harbor, 'After prison');
  const summit = await anOrganization(server);
  await aProgram(summit, 'Only at Summit');
  for (const person of [await aCoach(harbor), await aSupervisor(harbor), await anAdministrator(harbor)]) {
    const { status, body } = await (await server.as(person)).get('/api/programs');
    expect(status).toBe(200);
    expect(body.items.map(({ name }: { name: string }) => name)).toEqual([
      'After prison',
      'Recovery Coaching',
    ]);
    expect(body.items[1].programId).toBe(harbor.programId);
  }
});

test('programs are neither for a participant nor for someone who is not signed in', async () => {
  const theo = await aParticipantOf(await aCoach(await anOrganization(server)));
  const refused = await (await server.as(theo)).get('/api/programs');
  expect([refused.status, refused.body.code]).toEqual([403, 'role-not-allowed']);
  expect((await server.asNobody().get('/api/programs')).status).toBe(401);
});
