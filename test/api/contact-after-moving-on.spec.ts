import { reassign } from '../given/participant.js';
import { aCoach, aSupervisor } from '../given/staff.js';
import { aTeam } from '../given/team.js';
import { contactWith, onVersion } from '../given/words.js';
import { startTestServer, type TestServer } from '../support/server.js';

let server: TestServer;

beforeAll(async () => {
  server = await startTestServer();
});
afterAll(() => server.close());

test('what a coach of the team did stays with the team when the participant moves to another', async () => {
  const { organization, sam, rosa, theo } = await aTeam(server);
  const contact = contactWith(theo, { sharedNote: 'Walked to the library together' });
  expect((await (await server.as(rosa)).post('/api/contacts', contact)).status).toBe(201);
  await reassign(
    theo,
    await aCoach(organization, { supervisor: await aSupervisor(organization, { name: 'Inez' }) }),
  );

  const supervisor = await server.as(sam);
  const address = `/api/contacts/${contact.contactId}`;
  const { status, body } = await supervisor.get(address);
  expect(status).toBe(200);
  expect(body).toMatchObject({ coach: { name: 'Rosa' }, sharedNote: 'Walked to the library together' });
  // but who it was with is the other team's to know
  expect(body).toMatchObject({ participantName: '', programName: '' });
  expect((await supervisor.get(`/api/participants/${theo.participantId}`)).status).toBe(404);

  expect((await supervisor.post(`${address}/void`, { reason: 'Logged twice' }, onVersion(1))).status).toBe(
    200,
  );
});
