import { anOrganization, type Organization } from '../given/organization.js';
import { aParticipantOf, type Participant } from '../given/participant.js';
import { aCoach, type Person } from '../given/staff.js';
import { startTestServer, type TestServer } from '../support/server.js';

let server: TestServer;
let harbor: Organization;
let rosa: Person;
let theo: Participant;

beforeAll(async () => {
  server = await startTestServer();
});
afterAll(() => server.close());
beforeEach(async () => {
  harbor = await anOrganization(server);
  rosa = await aCoach(harbor);
  theo = await aParticipantOf(rosa);
});

async function asRosaSees(): Promise<unknown> {
  const { body } = await (await server.as(rosa)).get(`/api/participants/${theo.participantId}`);
  const { language, readsIn } = body as { language: string; readsIn: string | null };
  return { language, readsIn };
}

test('the coach sees in which language somebody reads, beside the one they speak', async () => {
  const asTheo = await server.as(theo);
  expect(await asRosaSees()).toEqual({ language: 'en', readsIn: 'en' });
  expect((await asTheo.post('/api/me/language', { language: 'es' })).status).toBe(200);
  expect(await asRosaSees()).toEqual({ language: 'en', readsIn: 'es' });
});

test('of a language that is not there nothing is kept', async () => {
  const { status } = await (await server.as(theo)).post('/api/me/language', { language: 'fr' });
  expect(status).toBe(422);
  expect(await asRosaSees()).toEqual({ language: 'en', readsIn: 'en' });
});
