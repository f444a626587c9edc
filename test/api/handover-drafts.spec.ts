import { handedOver, pageOf } from '../given/handover.js';
import { aCoach, type Person } from '../given/staff.js';
import { aTeam, type Team } from '../given/team.js';
import { contactWith, onVersion, type Words } from '../given/words.js';
import type { Client } from '../support/client.js';
import { expectProblem } from '../support/problem.js';
import { NO_ID } from '../support/refusals.js';
import { startTestServer, type TestServer } from '../support/server.js';

let server: TestServer;
let team: Team;
let dev: Person;
let rosas: Client;
let devs: Client;
let contact: Words & { contactId: string };
let handoverId: string;

beforeAll(async () => {
  server = await startTestServer();
});
afterAll(() => server.close());

/** Rosa has a contact about Theo half written when Sam hands him over. */
beforeEach(async () => {
  server.clock.set('2026-03-10T16:00:00Z');
  team = await aTeam(server);
  dev = await aCoach(team.organization, { name: 'Dev', supervisor: team.sam });
  [rosas, devs] = [await server.as(team.rosa), await server.as(dev)];
  contact = contactWith(team.theo, { teamNote: 'He asked about the bus.' });
  await save({ teamNote: contact['teamNote'] });
  handoverId = await handedOver(await server.as(team.sam), team.theo, dev);
});

const save = async (body: Words, headers = {}): Promise<void> => {
  const { participantId } = team.theo;
  const answer = await rosas.put(`/api/drafts/${contact.contactId}`, { participantId, body }, headers);
  expect(answer.status).toBe(200);
};
const give = (draftId: unknown, who = rosas) => who.post(`/api/handovers/${handoverId}/words`, { draftId });

test('the draft is hers, the handover shows it to her alone, and she logs it as her own contact', async () => {
  expect((await pageOf(rosas, handoverId)).body.drafts).toMatchObject([
    { draftId: contact.contactId, gist: 'He asked about the bus.', isGiven: false },
  ]);
  expect((await rosas.get('/api/handovers')).body.items[0].drafts).toHaveLength(1);
  for (const who of [devs, await server.as(team.sam)])
    expect((await pageOf(who, handoverId)).body.drafts).toEqual([]);
  expect((await rosas.post('/api/contacts', contact)).body).toMatchObject({ coach: { name: 'Rosa' } });
  expect((await pageOf(rosas, handoverId)).body.drafts).toEqual([]);
});

test('or she gives the words to the next coach; the draft stays hers', async () => {
  for (let time = 0; time < 3; time += 1) expect((await give(contact.contactId)).status).toBe(200);
  expect((await pageOf(devs, handoverId)).body.words).toMatchObject([
    { words: 'He asked about the bus.', byName: 'Rosa' },
  ]);
  expect((await rosas.get(`/api/drafts/${contact.contactId}`)).body.body).toEqual({
    teamNote: 'He asked about the bus.',
  });
});

test('a draft without words has none to give, and only her own are hers to give', async () => {
  for (const draftId of NO_ID) expectProblem(await give(draftId), 404, 'draft-not-found');
  expectProblem(await give(contact.contactId, devs), 404, 'draft-not-found');
  const empty = contactWith(team.theo);
  await rosas.put(`/api/drafts/${empty.contactId}`, { body: { outcome: 'reached' } });
  expectProblem(await give(empty.contactId), 404, 'draft-not-found');
  await save({ outcome: 'reached' }, onVersion(1));
  expectProblem(await give(contact.contactId), 422, 'draft-without-words');
});
