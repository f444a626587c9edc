import { v7 as newId } from 'uuid';
import { aGoalOf } from '../given/goal.js';
import { logged } from '../given/logged.js';
import { aParticipantOf } from '../given/participant.js';
import { aTeam, type Team } from '../given/team.js';
import { onVersion } from '../given/words.js';
import type { Client } from '../support/client.js';
import { expectFieldProblem, expectProblem } from '../support/problem.js';
import { startTestServer, type TestServer } from '../support/server.js';
import { lastInTrailOf } from '../support/trail.js';

let server: TestServer;
let team: Team;
let theo: Client;
let rosa: Client;

beforeAll(async () => {
  server = await startTestServer();
});
afterAll(() => server.close());
beforeEach(async () => {
  team = await aTeam(server);
  theo = await server.as(team.theo);
  rosa = await server.as(team.rosa);
});

const notesOf = async (client: Client) => (await client.get('/api/notes')).body.items;
const say = (client: Client, contactId: string, words: string, version?: number) =>
  client.put(`/api/notes/${contactId}/own-words`, { words }, version === undefined ? {} : onVersion(version));

test('the participant reads the shared part of a contact, and nothing else of it', async () => {
  const { goalId } = await aGoalOf(team.theo, { sentence: 'Find a place of my own' });
  const contactId = await logged(team.rosa, team.theo, {
    way: 'phone',
    minutes: 20,
    place: 'office',
    sharedNote: 'We talked about the landlord.',
    teamNote: 'He seemed far away.',
    goalIds: [goalId],
    riskNote: { riskNoteId: newId(), signals: ['cravings'], level: 'watch' },
  });
  for (const [words, isShared] of [
    ['The letter came.', true],
    ['For the team alone.', false],
  ])
    await rosa.post(`/api/contacts/${contactId}/addenda`, { addendumId: newId(), words, isShared });
  const { status, body } = await theo.get('/api/notes');
  expect(status).toBe(200);
  expect(body).toEqual({
    items: [
      {
        contactId,
        occurredOn: expect.any(String),
        occurredTime: expect.stringMatching(/^\d\d:\d\d$/),
        name: 'Rosa',
        isReached: true,
        way: 'phone',
        sharedNote: 'We talked about the landlord.',
        earlierNotes: [],
        addenda: [
          {
            addendumId: expect.any(String),
            name: 'Rosa',
            words: 'The letter came.',
            addedOn: expect.any(String),
          },
        ],
        goals: [{ goalId, sentence: 'Find a place of my own' }],
        ownWords: null,
        isTakenBack: false,
      },
    ],
    next: null,
  });
  expect(await lastInTrailOf(team.theo)).toMatchObject({
    action: 'notes.listed',
    participant_id: team.theo.participantId,
  });
});

test('who tried to reach them is there too, without how it failed', async () => {
  await logged(team.rosa, team.theo, { outcome: 'wrong number', way: 'phone' });
  const [note] = await notesOf(theo);
  expect(note).toMatchObject({ isReached: false, way: 'phone', name: 'Rosa' });
  expect(JSON.stringify(note)).not.toContain('wrong');
});

test('what a shared note said before an amend is readable; the team’s words of then are not', async () => {
  const contactId = await logged(team.rosa, team.theo, { sharedNote: 'At first.', teamNote: 'Kept apart.' });
  const amend = (sharedNote: string, version: number, teamNote: string) =>
    rosa.put(`/api/contacts/${contactId}`, { outcome: 'reached', sharedNote, teamNote }, onVersion(version));
  await amend('Then so.', 1, 'Kept apart too.');
  await amend('Then so.', 2, 'Other words of the team.');
  await amend('At last.', 3, '');
  const [note] = await notesOf(theo);
  expect(note.sharedNote).toBe('At last.');
  expect(note.earlierNotes.map(({ words }: { words: string }) => words)).toEqual(['Then so.', 'At first.']);
  expect(JSON.stringify(note)).not.toContain('apart');
});

test('the newest comes first, page by page, and each once', async () => {
  const ids: string[] = [];
  for (let ago = 0; ago < 5; ago += 1)
    ids.push(await logged(team.rosa, team.theo, { occurredOn: '2026-01-0' + (9 - ago) }));
  const seen: string[] = [];
  let after: string | null = '';
  for (let pages = 0; after !== null && pages < 9; pages += 1) {
    const { body } = await theo.get(`/api/notes?limit=2&after=${after}`);
    seen.push(...body.items.map((item: { contactId: string }) => item.contactId));
    after = body.next;
  }
  expect(seen).toEqual(ids);
  expectFieldProblem(await theo.get('/api/notes?after=nonsense'), 'after', 'cursor-unknown');
});

test('nobody reads another’s notes, and staff have their own page for them', async () => {
  const lou = await aParticipantOf(team.rosa, { preferredName: 'Lou' });
  const contactId = await logged(team.rosa, lou, { sharedNote: 'Of Lou.' });
  expect(await notesOf(theo)).toEqual([]);
  for (const id of [contactId, newId(), 'not-an-id'])
    expectProblem(await say(theo, id, 'Mine now.'), 404, 'note-not-found');
  expectProblem(await rosa.get('/api/notes'), 403, 'role-not-allowed');
  expectProblem(await say(rosa, contactId, 'As if I were Lou.'), 403, 'role-not-allowed');
});
