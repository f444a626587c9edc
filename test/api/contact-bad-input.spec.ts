import { aTeam, type Team } from '../given/team.js';
import { contactWith, riskNoteWith, type Words } from '../given/words.js';
import type { Client } from '../support/client.js';
import { expectFieldProblem, expectProblem } from '../support/problem.js';
import { rowCounts } from '../support/rows.js';
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

const LONG = 'x'.repeat(100_000);

/** Sends the form after its draft was kept, and looks that the refusal changed nothing and took nothing. */
async function sendWithDraft(words: Words): Promise<Awaited<ReturnType<Client['post']>>> {
  const contact = contactWith(team.theo, words);
  const { contactId } = contact;
  const body = { typed: 'what I typed so far' };
  await coach.put(`/api/drafts/${contactId}`, { participantId: team.theo.participantId, body });
  const before = await rowCounts(team.organization);
  const answer = await coach.post('/api/contacts', contact);
  expect(await rowCounts(team.organization)).toEqual(before);
  expect((await coach.get(`/api/drafts/${contactId}`)).body).toMatchObject({ body });
  return answer;
}

test.each<[string, Words, string, string]>([
  ['a field that is not on the form', { mood: 'good' }, 'mood', 'property-unknown'],
  ['a field of another’s choosing', { coachId: 'x' }, 'coachId', 'property-unknown'],
  ['a note of 100,000 characters', { sharedNote: LONG }, 'sharedNote', 'too-long'],
  ['a team note of 100,000 characters', { teamNote: LONG }, 'teamNote', 'too-long'],
  ['one character too many', { sharedNote: '👣'.repeat(10_001) }, 'sharedNote', 'too-long'],
  ['a NUL byte', { sharedNote: 'before\0after' }, 'sharedNote', 'characters-not-storable'],
  ['half of a surrogate pair', { teamNote: 'broken \ud83d paste' }, 'teamNote', 'characters-not-storable'],
  ['words that are a number', { sharedNote: 7 }, 'sharedNote', 'is-text'],
  ['words that are a list', { sharedNote: ['a'] }, 'sharedNote', 'is-text'],
  ['31 February', { occurredOn: '2026-02-31' }, 'occurredOn', 'is-day'],
  ['29 February of no leap year', { occurredOn: '2026-02-29' }, 'occurredOn', 'is-day'],
  ['1899', { occurredOn: '1899-12-31' }, 'occurredOn', 'is-day'],
  ['a day in other words', { occurredOn: '3/9/2026' }, 'occurredOn', 'is-day'],
  ['a day with a time', { occurredOn: '2026-03-09T10:00:00Z' }, 'occurredOn', 'is-day'],
  ['24:00', { occurredTime: '24:00' }, 'occurredTime', 'is-clock-time'],
  ['tomorrow', { occurredOn: '2026-03-11' }, 'occurredOn', 'in-the-future'],
  ['three minutes from now', { occurredTime: '12:03' }, 'occurredOn', 'in-the-future'],
  ['minutes below none', { minutes: -1 }, 'minutes', 'too-small'],
  ['no minutes', { minutes: 0 }, 'minutes', 'too-small'],
  ['more minutes than a day has', { minutes: 1441 }, 'minutes', 'too-large'],
  ['half a minute', { minutes: 7.5 }, 'minutes', 'not-a-whole-number'],
  ['minutes in words', { minutes: '30' }, 'minutes', 'not-a-whole-number'],
  ['an outcome nobody knows', { outcome: 'talked' }, 'outcome', 'not-a-choice'],
  ['no outcome', { outcome: undefined }, 'outcome', 'not-a-choice'],
  ['a way nobody knows', { way: 'pigeon' }, 'way', 'not-a-choice'],
  [
    'an attempt that was theirs',
    { outcome: 'no answer', startedBy: 'participant' },
    'startedBy',
    'not-an-attempt-of-ours',
  ],
  ['an id of an older kind', { contactId: '6f9619ff-8b86-4011-b42d-00c04fc964ff' }, 'contactId', 'is-new-id'],
  [
    'a next contact in the past',
    { nextContact: { plannedOn: '2026-03-09' } },
    'nextContact.plannedOn',
    'in-the-past',
  ],
  ['a next contact with no day', { nextContact: {} }, 'nextContact.plannedOn', 'is-day'],
  ['a list of next contacts', { nextContact: [] }, 'nextContact', 'is-one'],
  ['a list of risk notes', { riskNote: [riskNoteWith()] }, 'riskNote', 'is-one'],
  [
    'a risk note with no sign',
    { riskNote: riskNoteWith({ signals: [] }) },
    'riskNote.signals',
    'array-min-size',
  ],
])('refuses %s, says so at its field, and keeps the draft', async (_, words, path, code) => {
  const contactId = 'contactId' in words ? words['contactId'] : undefined;
  if (contactId === undefined) return expectFieldProblem(await sendWithDraft(words), path, code);
  expectFieldProblem(await coach.post('/api/contacts', contactWith(team.theo, words)), path, code);
});

test('refuses a lower level without a reason, and raises no half of the form', async () => {
  const riskNote = riskNoteWith({ signals: ['thoughts of suicide'], level: 'watch' });
  const answer = await sendWithDraft({ riskNote });
  expectProblem(answer, 422, 'input-invalid');
  expect(answer.body.fields).toMatchObject([{ path: expect.stringContaining('lowerReason'), code: 'empty' }]);
});

test('tells of every field that needs another look at once', async () => {
  const answer = await sendWithDraft({ minutes: 0, way: 'pigeon', sharedNote: LONG });
  expect(answer.body.fields.map(({ path }: { path: string }) => path).sort()).toEqual([
    'minutes',
    'sharedNote',
    'way',
  ]);
});

test.each([
  ['emoji', 'One day at a time 👣🏽 👩‍👩‍👧'],
  ['right-to-left words', 'שלום، السلام עליכם'],
  ['zero-width and other unseen characters', 'a\u200bb\u200d\ufeff\u2028\u0001c\u00adé e\u0301'],
  ['words that look like code', "<script>alert(1)</script> '; DROP TABLE contacts; -- ${x} %s \\u0000"],
  ['spaces and lines', '  two  \n\tlines \r\n'],
  ['exactly as much as fits', '👣'.repeat(10_000)],
])('keeps %s byte for byte', async (_, words) => {
  const contact = contactWith(team.theo, { sharedNote: words, teamNote: words });
  expect((await coach.post('/api/contacts', contact)).status).toBe(201);
  const { body } = await coach.get(`/api/contacts/${contact.contactId}`);
  expect([body.sharedNote, body.teamNote]).toEqual([words, words]);
});

test('up to two minutes ahead of the server’s clock is now', async () => {
  const { body } = await coach.post('/api/contacts', contactWith(team.theo, { occurredTime: '12:02' }));
  expect(body).toMatchObject({ occurredOn: '2026-03-10', occurredTime: '12:00' });
});

test('what is left out may as well be said to be nothing', async () => {
  const nothing = {
    occurredOn: null,
    occurredTime: null,
    startedBy: null,
    way: null,
    place: null,
    minutes: null,
  };
  const alsoNothing = { programId: null, dimensions: null, goalIds: null, sharedNote: null, teamNote: null };
  const contact = contactWith(team.theo, { ...nothing, ...alsoNothing, nextContact: null, riskNote: null });
  const { status, body } = await coach.post('/api/contacts', contact);
  expect(status).toBe(201);
  expect(body).toMatchObject({ occurredOn: '2026-03-10', minutes: null, sharedNote: '', goals: [] });
});
