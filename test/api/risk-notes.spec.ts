import { aParticipantOf, aParticipantWithoutCoach } from '../given/participant.js';
import { aCoach, aSupervisor } from '../given/staff.js';
import { aTeam, type Team } from '../given/team.js';
import { contactWith, riskNoteAbout, riskNoteWith, type Words } from '../given/words.js';
import type { Client } from '../support/client.js';
import { expectFieldProblem, expectProblem, withoutMoment } from '../support/problem.js';
import { rowCounts } from '../support/rows.js';
import { startTestServer, type TestServer } from '../support/server.js';

let server: TestServer;
let team: Team;
let coach: Client;
let supervisor: Client;

beforeAll(async () => {
  server = await startTestServer();
});
afterAll(() => server.close());
beforeEach(async () => {
  server.clock.set('2026-03-10T16:00:00Z');
  team = await aTeam(server, { theo: { enrolledOn: '2026-02-01' } });
  coach = await server.as(team.rosa);
  supervisor = await server.as(team.sam);
});

const raise = (words: Words = {}, by = coach) => by.post('/api/risk-notes', riskNoteAbout(team.theo, words));

test('a coach raises a note: everybody who should sees it at once, with the hour by which it is answered', async () => {
  const words = {
    signals: ['thoughts of suicide', 'lonely'],
    level: 'urgent',
    whatWasDone: 'Called 988 together.',
  };
  const { status, body } = await raise(words);
  expect(status).toBe(201);
  expect(body).toMatchObject({
    ...words,
    participantName: 'Theo',
    suggestedLevel: 'urgent',
    raisedAt: '2026-03-10T16:00:00.000Z',
    raisedBy: { accountId: team.rosa.accountId, name: 'Rosa' },
    answerBy: '2026-03-10T17:00:00.000Z',
    told: [
      { accountId: team.sam.accountId, name: 'Sam', as: 'own supervisor', at: '2026-03-10T16:00:00.000Z' },
    ],
    acknowledged: null,
    resolved: null,
    version: 1,
  });
  expect((await supervisor.get('/api/risk-notes')).body.items).toEqual([body]);
  expect((await supervisor.get(`/api/risk-notes/${body.riskNoteId}`)).body).toEqual(body);
  const { told: _, ...note } = body;
  expect((await coach.get(`/api/participants/${team.theo.participantId}`)).body.openRiskNotes).toEqual([
    note,
  ]);
  const onList = {
    riskNoteId: body.riskNoteId,
    level: 'urgent',
    raisedAt: body.raisedAt,
    isAcknowledged: false,
  };
  expect((await coach.get('/api/caseload')).body.items[0].openRiskNote).toEqual(onList);
});

test('a supervisor raises one as well, also about somebody who has no coach', async () => {
  const lou = await aParticipantWithoutCoach(team.organization, { preferredName: 'Lou' });
  const note = riskNoteAbout(lou, { signals: ['returned to use'], level: 'concern' });
  expect((await supervisor.post('/api/risk-notes', note)).body).toMatchObject({ raisedBy: { name: 'Sam' } });
  expect((await supervisor.get('/api/risk-notes?coachId=none')).body.items).toMatchObject([
    { participantName: 'Lou' },
  ]);
  expect((await coach.get('/api/risk-notes')).body.items).toEqual([]);
});

test.each<[string, Words, string]>([
  ['thoughts of suicide', { signals: ['thoughts of suicide'] }, 'urgent'],
  ['an overdose 7 days ago', { signals: ['overdose'], overdoseOn: '2026-03-03' }, 'urgent'],
  ['an overdose 8 days ago', { signals: ['overdose'], overdoseOn: '2026-03-02' }, 'concern'],
  ['an overdose 31 days ago', { signals: ['overdose'], overdoseOn: '2026-02-07' }, 'watch'],
  ['a return to use', { signals: ['returned to use'] }, 'concern'],
  ['two signs', { signals: ['hungry', 'tired'] }, 'watch'],
  ['three signs', { signals: ['hungry', 'tired', 'cravings'] }, 'concern'],
])(
  'of %s the server says which level it suggests, before and after it is raised',
  async (_, signs, level) => {
    const query = new URLSearchParams((signs['signals'] as string[]).map((each) => ['signals', each]));
    if (signs['overdoseOn']) query.set('overdoseOn', signs['overdoseOn'] as string);
    expect((await coach.get(`/api/risk-notes/suggested-level?${query.toString()}`)).body).toEqual({
      level,
      because: expect.stringMatching(/^[A-Z0-9].*\.$/),
    });
    expect((await raise({ ...signs, level: 'urgent' })).body).toMatchObject({
      level: 'urgent',
      suggestedLevel: level,
    });
  },
);

test('nothing ticked yet suggests to watch', async () => {
  expect((await coach.get('/api/risk-notes/suggested-level')).body).toMatchObject({ level: 'watch' });
  expectProblem(await coach.get('/api/risk-notes/suggested-level?signals=moody'), 422, 'input-invalid');
});

test('set lower than suggested it takes a reason in words; higher it takes none', async () => {
  const before = await rowCounts(team.organization);
  const signals = ['thoughts of suicide'];
  for (const lowerReason of [undefined, '', '   '])
    expectFieldProblem(await raise({ signals, level: 'concern', lowerReason }), 'lowerReason', 'empty');
  expect(await rowCounts(team.organization)).toEqual(before);
  const lowerReason = 'Said in 2019; asked today, no.';
  const { body } = await raise({ signals, level: 'concern', lowerReason });
  expect(body).toMatchObject({ level: 'concern', suggestedLevel: 'urgent', lowerReason });
  expect((await raise({ level: 'urgent' })).status).toBe(201);
});

test.each<[string, Words, string, string]>([
  ['no sign', { signals: [] }, 'signals', 'array-min-size'],
  ['a sign nobody knows', { signals: ['moody'] }, 'signals', 'not-a-choice'],
  ['a sign ticked twice', { signals: ['tired', 'tired'] }, 'signals', 'array-unique'],
  ['another sign without words', { signals: ['other'] }, 'otherSignal', 'empty'],
  [
    'an overdose tomorrow',
    { signals: ['overdose'], overdoseOn: '2026-03-11', level: 'urgent' },
    'overdoseOn',
    'in-the-future',
  ],
  ['a level nobody knows', { level: 'red' }, 'level', 'not-a-choice'],
  ['a NUL byte', { whatWasDone: 'a\0b' }, 'whatWasDone', 'characters-not-storable'],
  ['100,000 characters', { whatWasDone: 'x'.repeat(100_000) }, 'whatWasDone', 'too-long'],
  ['a field that is not on the form', { resolvedAt: '2026-03-10' }, 'resolvedAt', 'property-unknown'],
])('refuses %s and says so at its field', async (_, words, path, code) => {
  const before = await rowCounts(team.organization);
  expectFieldProblem(await raise(words), path, code);
  expect(await rowCounts(team.organization)).toEqual(before);
});

test('sent twenty times at once it is one note; with other words it is a conflict', async () => {
  const note = riskNoteAbout(team.theo);
  const answers = await Promise.all(Array.from({ length: 20 }, () => coach.post('/api/risk-notes', note)));
  expect(new Set(answers.map(({ status, body }) => JSON.stringify([status, body]))).size).toBe(1);
  expect(answers[0]!.status).toBe(201);
  expect((await coach.get('/api/risk-notes')).body.items).toHaveLength(1);
  expectProblem(await coach.post('/api/risk-notes', { ...note, level: 'urgent' }), 409, 'risk-note-id-taken');
});

test('a risk note raised before goes with a contact logged later, and the standing knows of both', async () => {
  const riskNote = riskNoteWith();
  expect(
    (await coach.post('/api/risk-notes', { ...riskNote, participantId: team.theo.participantId })).status,
  ).toBe(201);
  expect((await coach.post('/api/contacts', contactWith(team.theo, { riskNote }))).status).toBe(201);
  const { body } = await coach.get('/api/caseload');
  expect(body.items[0]).toMatchObject({ standing: { is: 'on track', lastReachedOn: '2026-03-10' } });
});

test('the most urgent come first, and of those the oldest', async () => {
  for (const level of ['watch', 'urgent', 'concern', 'urgent', 'watch']) {
    await raise({ level });
    server.clock.advance(1);
  }
  const { body } = await supervisor.get('/api/risk-notes');
  expect(body.items.map((each: Words) => [each['level'], String(each['raisedAt']).slice(14, 16)])).toEqual([
    ['urgent', '01'],
    ['urgent', '03'],
    ['concern', '02'],
    ['watch', '00'],
    ['watch', '04'],
  ]);
  expect((await supervisor.get('/api/risk-notes?level=concern')).body.items).toHaveLength(1);
  const page = await coach.get(`/api/participants/${team.theo.participantId}`);
  const ids = (notes: Words[]): unknown[] => notes.map((each) => each['riskNoteId']);
  expect(ids(page.body.openRiskNotes)).toEqual(ids(body.items));
  const [first] = (await coach.get('/api/caseload')).body.items;
  expect(first.openRiskNote.riskNoteId).toBe(body.items[0].riskNoteId);
});

test('of a coach of one’s own the notes are listed; any other coach is one that is not there', async () => {
  await raise();
  const noor = await aSupervisor(team.organization, { name: 'Noor' });
  const dev = await aCoach(team.organization, { name: 'Dev', supervisor: noor });
  const summit = await aTeam(server);
  expect((await supervisor.get(`/api/risk-notes?coachId=${team.rosa.accountId}`)).body.items).toHaveLength(1);
  expect((await supervisor.get('/api/risk-notes?coachId=none')).body.items).toEqual([]);
  const missing = withoutMoment(await supervisor.get(`/api/risk-notes?coachId=${team.theo.participantId}`));
  expect(missing).toMatchObject({ status: 404, body: { code: 'coach-not-found' } });
  for (const id of [dev.accountId, summit.rosa.accountId, team.sam.accountId, 'not-an-id', '%00'])
    expect(withoutMoment(await supervisor.get(`/api/risk-notes?coachId=${id}`))).toEqual(missing);
});

test('each sees the notes of their own: another coach’s, another team’s and another organization’s are not there', async () => {
  const { body: note } = await raise({ level: 'urgent' });
  const noor = await aSupervisor(team.organization, { name: 'Noor' });
  const dev = await aCoach(team.organization, { name: 'Dev', supervisor: noor });
  await aParticipantOf(dev, { preferredName: 'Lou' });
  const summit = await aTeam(server);
  for (const person of [dev, noor, summit.rosa, summit.sam]) {
    const client = await server.as(person);
    expect((await client.get('/api/risk-notes')).body.items).toEqual([]);
    expectProblem(await client.get(`/api/risk-notes/${note.riskNoteId}`), 404, 'risk-note-not-found');
  }
});
