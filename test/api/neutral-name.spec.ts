import { anOrganization, type Organization } from '../given/organization.js';
import { aCoach, anAdministrator, type Person } from '../given/staff.js';
import type { Answer, Client } from '../support/client.js';
import { expectFieldProblem, expectProblem } from '../support/problem.js';
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

const set = (neutralName: string, before = ''): Promise<Answer> =>
  adas.put('/api/organization/neutral-name', { neutralName, before });
const atTheDoor = async (): Promise<string> =>
  (await server.asNobody().get(`/api/sign-in/${harbor.shortName}`)).body.name;

test('an administrator sets it, and the door shows it instead of the name that tells', async () => {
  expect(await atTheDoor()).toBe('Harbor Recovery Community');
  expect((await set(' Harbor ')).body).toEqual({ neutralName: 'Harbor' });
  expect(await lastInTrailOf(ada)).toMatchObject({ action: 'organization.neutral-name-set' });
  expect(await atTheDoor()).toBe('Harbor');
  expect((await set('', 'Harbor')).status).toBe(200);
  expect(await atTheDoor()).toBe('Harbor Recovery Community');
});

test.each(['Harbor Recovery', 'Casa de Recuperación', 'Sober Living'])(
  'a name that says what it is about is refused: %s',
  async (name) => expectFieldProblem(await set(name), 'neutralName', 'tells-what-it-is-about'),
);

test('two who set it at once: the second hears what the first said', async () => {
  await set('Harbor');
  const late = await set('The Pier');
  expectProblem(late, 412, 'version-stale');
  expect(late.body).toMatchObject({ current: { neutralName: 'Harbor' }, yours: { neutralName: 'The Pier' } });
  expect((await set('Harbor')).status).toBe(200);
  expectFieldProblem(await set('x'.repeat(61), 'Harbor'), 'neutralName', 'too-long');
});

test('nobody else reads or sets it', async () => {
  const rosas = await server.as(await aCoach(harbor));
  expect((await rosas.get('/api/organization/neutral-name')).status).toBe(403);
  expect((await rosas.put('/api/organization/neutral-name', { neutralName: 'x', before: '' })).status).toBe(
    403,
  );
});
