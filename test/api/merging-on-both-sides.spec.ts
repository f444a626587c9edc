import { v7 as newId } from 'uuid';
import { checkInWith } from '../given/check-in.js';
import { covers } from '../given/cover.js';
import { aGoalOf } from '../given/goal.js';
import { logged, raised } from '../given/logged.js';
import { merges, rowsOf } from '../given/merge.js';
import { aParticipantOf, type Participant } from '../given/participant.js';
import { aCoach, anAdministrator, type Person } from '../given/staff.js';
import { begunSession, beside, lineAbout, seen, signed } from '../given/supervision.js';
import { aTeam, type Team } from '../given/team.js';
import { contactWith, type Words } from '../given/words.js';
import { startTestServer, type TestServer } from '../support/server.js';

let server: TestServer;
let team: Team;
let ada: Person;
let dev: Person;
let theo: Participant;
let again: Participant;

beforeAll(async () => {
  server = await startTestServer();
});
afterAll(() => server.close());
beforeEach(async () => {
  server.clock.set('2026-03-10T16:00:00Z');
  team = await aTeam(server);
  ({ theo } = team);
  ada = await anAdministrator(team.organization);
  dev = await aCoach(team.organization, { name: 'Dev', supervisor: team.sam });
  again = await aParticipantOf(dev, { preferredName: 'Theo B' });
});

const becomeOne = async (): Promise<void> => {
  expect((await merges(ada, theo, again)).status).toBe(200);
};
const pageOf = async (by: Person): Promise<Words> =>
  (await (await server.as(by)).get(`/api/participants/${theo.participantId}`)).body;

test('a signed session keeps its words, now about the record that stayed; an open one goes on', async () => {
  await raised(dev, again, { level: 'concern' });
  const [sam, devs] = [await server.as(team.sam), await server.as(dev)];
  const held = await begunSession(sam, [dev]);
  await beside(sam, held, lineAbout(held, again.participantId), 'Call the landlord together.');
  await signed(sam, held);
  await signed(devs, held);
  const before = await seen(sam, held);
  await becomeOne();
  const after = await seen(sam, held);
  expect(lineAbout(after, again.participantId)).toBeUndefined();
  expect(lineAbout(after, theo.participantId)).toMatchObject({ words: 'Call the landlord together.' });
  expect(after['signatures']).toEqual(before['signatures']);
  expect(await rowsOf('supervision_line_words', theo, 'words')).toMatchObject([{}]);
});

test('who covers finds the one record, once, and nobody finds the other', async () => {
  await covers(dev, team.rosa);
  await becomeOne();
  const { items } = (await (await server.as(dev)).get('/api/caseload')).body;
  expect(items.map((item: Words) => item['participantId'])).toEqual([theo.participantId]);
});

test('open risk notes of both stay open, each with its clocks', async () => {
  const notes = [await raised(team.rosa, theo, { level: 'urgent' }), await raised(dev, again)];
  await becomeOne();
  const open = (await pageOf(team.rosa))['openRiskNotes'] as Words[];
  expect(open.map(({ riskNoteId }) => riskNoteId).sort()).toEqual([...notes].sort());
  const clocks = await rowsOf('answering_clocks', theo, 'risk_note_id');
  expect([...new Set(clocks.map((clock) => clock['risk_note_id']))].sort()).toEqual([...notes].sort());
  const { cards } = (await (await server.as(team.rosa)).get('/api/today')).body;
  expect(cards.map((card: Words) => card['participantId'])).toEqual([theo.participantId]);
});

test('check-ins, goals and contacts of both are one story', async () => {
  const [theos, others] = [await server.as(theo), await server.as(again)];
  const sentences = ['Find a place of my own', 'See my daughter'];
  await theos.post('/api/check-ins', checkInWith({ mood: 'strong' }));
  await others.post('/api/check-ins', checkInWith({ mood: 'struggling' }));
  await aGoalOf(theo, { sentence: sentences[0]! });
  await aGoalOf(again, { sentence: sentences[1]! });
  await logged(dev, again, { sharedNote: 'We walked to the lake.' });
  await becomeOne();
  const rosas = await server.as(team.rosa);
  const { items } = (await rosas.get(`/api/participants/${theo.participantId}/timeline`)).body;
  const kinds = items.map(({ kind }: Words) => kind as string);
  expect(kinds.sort()).toEqual(['check-in', 'check-in', 'contact', 'goal', 'goal']);
  const goals = JSON.stringify((await theos.get('/api/goals')).body);
  for (const sentence of sentences) expect(goals).toContain(sentence);
});

test('a coach who walked with both goes on as one coach, with a draft of each', async () => {
  const third = await aParticipantOf(team.rosa, { preferredName: 'Theo C' });
  const rosas = await server.as(team.rosa);
  for (const { participantId } of [theo, third])
    await rosas.put(`/api/drafts/${newId()}`, { participantId, body: { sharedNote: 'Half a' } });
  expect((await merges(ada, theo, third)).status).toBe(200);
  expect(await rowsOf('drafts', theo, 'id')).toHaveLength(2);
  const walks = await rowsOf('assignments', theo, 'coach_id, kind, until_on');
  expect(walks.filter(({ until_on }) => until_on === null)).toEqual([
    { coach_id: team.rosa.accountId, kind: 'primary', until_on: null },
  ]);
});

test('what was typed about the second and is logged after the merge says where to write it, and loses nothing', async () => {
  const devs = await server.as(dev);
  const contact = contactWith(again, { sharedNote: 'Met at the clinic.' });
  await devs.put(`/api/drafts/${contact.contactId}`, {
    participantId: again.participantId,
    body: { sharedNote: 'Met at the clinic.' },
  });
  await becomeOne();
  expect((await devs.post('/api/contacts', contact)).status).toBe(404);
  const draft = (await devs.get(`/api/drafts/${contact.contactId}`)).body;
  expect(draft).toMatchObject({
    participantId: theo.participantId,
    body: { sharedNote: 'Met at the clinic.' },
  });
  const sent = { ...contact, participantId: theo.participantId };
  expect((await devs.post('/api/contacts', sent)).status).toBe(201);
});
