import { anOrganization } from '../given/organization.js';
import { anAdministrator } from '../given/staff.js';
import { onVersion } from '../given/words.js';
import { startTestServer, type TestServer } from '../support/server.js';

let server: TestServer;

beforeAll(async () => {
  server = await startTestServer();
});
afterAll(() => server.close());

test('the door shows the neutral name instead of the name that tells; without one, the name', async () => {
  const harbor = await anOrganization(server);
  const adas = await server.as(await anAdministrator(harbor));
  const atTheDoor = async (): Promise<string> =>
    (await server.asNobody().get(`/api/sign-in/${harbor.shortName}`)).body.name;
  expect(await atTheDoor()).toBe('Harbor Recovery Community');
  const { version, ...details } = (await adas.get('/api/settings')).body;
  const { name, timeZone, mostPausedDays } = details;
  const asked = { name, timeZone, mostPausedDays, neutralName: 'The Pier' };
  expect((await adas.put('/api/settings', asked, onVersion(version))).status).toBe(200);
  expect(await atTheDoor()).toBe('The Pier');
});
