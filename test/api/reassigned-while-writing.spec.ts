import { aGoalOf } from '../given/goal.js';
import { logged } from '../given/logged.js';
import { reassign } from '../given/participant.js';
import { aCoach, type Person } from '../given/staff.js';
import { aTeam, type Team } from '../given/team.js';
import { contactWith, onVersion, riskNoteWith, type Words } from '../given/words.js';
import type { Client } from '../support/client.js';
import { expectProblem } from '../support/problem.js';
import { rowCounts } from '../support/rows.js';
import { startTestServer, type TestServer } from '../support/server.js';

let server: TestServer;
let team: Team;
let dev: Person;
let rosa: Client;
let contact: Words & { contactId: string };

beforeAll(async () => {
  server = await startTestServer();
});
afterAll(() => server.close());

/** Rosa writes about Theo, and he is given to Dev while her form is open. */
beforeEach(async () => {
  server.clock.set('2026-03-10T16:00:00Z');
  team = await aTeam(server);
  dev = await aCoach(team.organization, { name: 'Dev' });
  rosa = await server.as(team.rosa);
  const { goalId } = await aGoalOf(team.theo);
  contact = contactWith(team.theo, { teamNote: 'Begun as his coach.', goalIds: [goalId] });
  expect((await save({ teamNote: 'Begun' })).status).toBe(200);
  await reassign(team.theo, dev);
});

const save = (body: Words, headers = {}) =>
  rosa.put(`/api/drafts/${contact.contactId}`, { participantId: team.theo.participantId, body }, headers);
const after = async (days: number): Promise<void> => {
  server.clock.advance(days * 24 * 60);
  rosa = await server.as(team.rosa);
};

test('autosaves of the draft go on, and it is offered with the name', async () => {
  expect((await save({ teamNote: 'Begun, and gone on' }, onVersion(1))).body).toMatchObject({ version: 2 });
  expect((await rosa.get('/api/drafts')).body.items).toMatchObject([
    {
      participantId: team.theo.participantId,
      participantName: 'Theo',
      body: { teamNote: 'Begun, and gone on' },
    },
  ]);
});

test.each([0, 7])(
  '%i days after, it is logged, credited to who did it, and moves the standing',
  async (days) => {
    await after(days);
    const answer = await rosa.post('/api/contacts', { ...contact, occurredOn: '2026-03-10' });
    expect(answer.status).toBe(201);
    expect(answer.body).toMatchObject({
      coach: { name: 'Rosa' },
      participantName: 'Theo',
      isOffCaseload: true,
    });
    const page = await (await server.as(dev)).get(`/api/participants/${team.theo.participantId}`);
    expect(page.body.enrollments[0].standing.lastReachedOn).toBe('2026-03-10');
    const timeline = await (
      await server.as(dev)
    ).get(`/api/participants/${team.theo.participantId}/timeline`);
    expect(timeline.body.items[0].contact.goals).toHaveLength(1);
  },
);

test('then she reads this contact, and neither his page nor what she wrote before', async () => {
  const { contactId } = contact;
  expect((await rosa.post('/api/contacts', contact)).status).toBe(201);
  expect((await rosa.get(`/api/contacts/${contactId}`)).body.teamNote).toBe('Begun as his coach.');
  for (const path of ['', '/timeline', '/promises'])
    expectProblem(
      await rosa.get(`/api/participants/${team.theo.participantId}${path}`),
      404,
      'participant-not-found',
    );
  const again = await rosa.post('/api/contacts', contact);
  expect(again).toMatchObject({ status: 201, body: { contactId } });
  expectProblem(await rosa.post('/api/contacts', { ...contact, minutes: 9 }), 409, 'contact-id-taken');
});

test('what she logged before he left is not hers to read any more', async () => {
  await reassign(team.theo, team.rosa);
  const earlier = await logged(team.rosa, team.theo);
  await reassign(team.theo, dev);
  await rosa.post('/api/contacts', contact);
  expectProblem(await rosa.get(`/api/contacts/${earlier}`), 404, 'contact-not-found');
});

test('eight days after, it is refused in words; the draft stays, and a risk note is raised all the same', async () => {
  await after(8);
  const riskNote = riskNoteWith();
  const before = await rowCounts(team.organization);
  const answer = await rosa.post('/api/contacts', { ...contact, riskNote });
  expectProblem(answer, 409, 'draft-too-late');
  expect(answer.body.riskNoteId).toBe(riskNote.riskNoteId);
  expect(await rowCounts(team.organization)).toMatchObject({
    contacts: before['contacts'],
    drafts: before['drafts'],
    risk_notes: before['risk_notes']! + 1,
  });
  expect((await rosa.get(`/api/drafts/${contact.contactId}`)).body.body).toEqual({ teamNote: 'Begun' });
  const { items } = (await (await server.as(dev)).get('/api/risk-notes')).body;
  expect(items).toMatchObject([{ raisedBy: { name: 'Rosa' } }]);
});

test('a risk note on the form is raised with it', async () => {
  const riskNote = riskNoteWith();
  const answer = await rosa.post('/api/contacts', { ...contact, riskNote });
  expect(answer.body).toMatchObject({ riskNoteId: riskNote.riskNoteId });
});

test('without a draft begun while assigned there is nobody to log for', async () => {
  expectProblem(await rosa.post('/api/contacts', contactWith(team.theo)), 404, 'participant-not-found');
  const drafted = contactWith(team.theo);
  expectProblem(
    await rosa.put(`/api/drafts/${drafted.contactId}`, {
      participantId: team.theo.participantId,
      body: {},
    }),
    404,
    'participant-not-found',
  );
});

test('another coach’s draft gives nobody a right', async () => {
  const nia = await aCoach(team.organization, { name: 'Nia' });
  expectProblem(await (await server.as(nia)).post('/api/contacts', contact), 404, 'participant-not-found');
});
