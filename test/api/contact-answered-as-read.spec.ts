import { aGoalOf } from '../given/goal.js';
import { aTeam, type Team } from '../given/team.js';
import { contactWith, riskNoteWith, type Words } from '../given/words.js';
import type { Client } from '../support/client.js';
import { startTestServer, type TestServer } from '../support/server.js';

let server: TestServer;
let team: Team;
let coach: Client;

beforeAll(async () => {
  server = await startTestServer();
  team = await aTeam(server);
  coach = await server.as(team.rosa);
});
afterAll(() => server.close());

const goal = async (): Promise<Words> => ({ goalIds: [(await aGoalOf(team.theo)).goalId] });

test.each<[string, () => Words | Promise<Words>]>([
  ['nothing but who and the outcome', () => ({})],
  ['words for both and for the team', () => ({ sharedNote: 'Café 🌻 \u200Bيوسف', teamNote: 'Only for us.' })],
  ['an attempt on another day', () => ({ outcome: 'no answer', occurredOn: '2026-03-08', way: 'phone' })],
  [
    'dimensions, minutes and a place',
    () => ({ dimensions: ['Home', 'Health'], minutes: 35, place: 'home', way: 'in person' }),
  ],
  ['a next contact', () => ({ nextContact: { plannedOn: '2026-03-12', plannedTime: '09:30' } })],
  ['a risk note', () => ({ riskNote: riskNoteWith() })],
  ['a goal', goal],
])('logging answers with what opening the contact shows: %s', async (_, words) => {
  const logged = await coach.post('/api/contacts', contactWith(team.theo, await words()));
  expect(logged.status).toBe(201);
  const opened = await coach.get(`/api/contacts/${logged.body.contactId}`);
  expect(JSON.stringify(logged.body)).toBe(JSON.stringify(opened.body));
});
