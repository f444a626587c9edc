import { v7 as newId } from 'uuid';
import { aNote, ring, toldOf } from '../given/answering.js';
import { aCoach, anAdministrator, aSupervisor, type Person } from '../given/staff.js';
import { aParticipantOf } from '../given/participant.js';
import { aTeam, type Team } from '../given/team.js';
import { onVersion, riskNoteAbout, type Words } from '../given/words.js';
import type { Client } from '../support/client.js';
import { expectProblem } from '../support/problem.js';
import { NO_ID } from '../support/refusals.js';
import { startTestServer, type TestServer } from '../support/server.js';
import { lastInTrailOf, trailOf } from '../support/trail.js';

let server: TestServer;
let team: Team;
let ada: Person;
let noor: Person;
let administrator: Client;

/** Words that stand nowhere else, so that finding one of them is finding the note. */
const SECRET = 'a-word-of-the-note';

beforeAll(async () => {
  server = await startTestServer();
});
afterAll(() => server.close());
beforeEach(async () => {
  server.clock.set('2026-03-10T16:00:00Z');
  team = await aTeam(server);
  noor = await aSupervisor(team.organization, { name: 'Noor' });
  ada = await anAdministrator(team.organization);
});

/** An urgent note full of words, two hours later. @returns its id */
async function aLateNote(): Promise<string> {
  const words = {
    signals: ['other', 'thoughts of suicide', 'overdose'],
    overdoseOn: '2026-03-09',
    otherSignal: SECRET,
    level: 'watch',
    lowerReason: SECRET,
    whatWasDone: SECRET,
  };
  const note = riskNoteAbout(team.theo, { ...words, level: 'urgent' });
  expect((await (await server.as(team.rosa)).post('/api/risk-notes', note)).status).toBe(201);
  server.clock.advance(60);
  await ring(server);
  server.clock.advance(60);
  await ring(server);
  administrator = await server.as(ada);
  return note.riskNoteId;
}

const waiting = async (): Promise<Words> => (await administrator.get('/api/waiting-risk-notes')).body;
const name = (note: string, supervisorId: string) =>
  administrator.post(`/api/waiting-risk-notes/${note}/supervisor`, { supervisorId });

test('an administrator learns that one waits, since when and with whom, and field by field nothing else', async () => {
  const note = await aLateNote();
  const sam = { accountId: team.sam.accountId, name: 'Sam' };
  const other = { accountId: noor.accountId, name: 'Noor' };
  expect(await waiting()).toEqual({
    items: [
      {
        riskNoteId: note,
        isUrgent: true,
        raisedAt: '2026-03-10T16:00:00.000Z',
        dueAt: '2026-03-10T17:00:00.000Z',
        with: [sam, other],
        named: [],
      },
    ],
    supervisors: [other, sam],
  });
  expect(await lastInTrailOf(ada)).toMatchObject({
    action: 'waiting-risk-notes.listed',
    participant_id: null,
    participant_ids: null,
  });
});

test('no word of a note reaches an administrator, by no route', async () => {
  const note = await aLateNote();
  const seen = [
    await waiting(),
    (await name(note, noor.accountId)).body,
    (await administrator.get('/api/answering')).body,
  ];
  expect(JSON.stringify(seen)).not.toContain(SECRET);
  expect(JSON.stringify(seen)).not.toMatch(/Theo|suicide|overdose/);
  expect(JSON.stringify(seen)).not.toContain(team.theo.participantId);
  for (const path of [
    '/api/risk-notes',
    `/api/risk-notes/${note}`,
    '/api/risk-notes/waiting',
    `/api/participants/${team.theo.participantId}`,
    `/api/participants/${team.theo.participantId}/timeline`,
  ])
    expectProblem(await administrator.get(path), 403, 'role-not-allowed');
});

test('the database grants an administrator no column of a note', async () => {
  const { rows } = await server.database.query(
    `SELECT attname FROM pg_attribute WHERE attrelid = 'risk_notes'::regclass AND attnum > 0
        AND has_column_privilege('caseload_administrator', attrelid, attnum, 'SELECT')`,
  );
  expect(rows).toEqual([]);
});

test('a note in time is not on the list, nor one that was answered late', async () => {
  const note = await aNote(team);
  administrator = await server.as(ada);
  expect((await waiting())['items']).toEqual([]);
  server.clock.advance(61);
  administrator = await server.as(ada);
  expect((await waiting())['items']).toHaveLength(1);
  const sam = await server.as(team.sam);
  await sam.post(`/api/risk-notes/${note}/acknowledge`, { words: 'Seen.' }, onVersion(1));
  expect((await waiting())['items']).toEqual([]);
});

test('a supervisor who is named is told, once, and reaches it', async () => {
  const note = await aLateNote();
  const olive = await aSupervisor(team.organization, { name: 'Olive' });
  expectProblem(await (await server.as(olive)).get(`/api/risk-notes/${note}`), 404, 'risk-note-not-found');
  const { status, body } = await name(note, olive.accountId);
  expect({ status, named: body.named }).toEqual({
    status: 200,
    named: [{ accountId: olive.accountId, name: 'Olive' }],
  });
  expect(await lastInTrailOf(ada)).toMatchObject({
    action: 'risk-note.supervisor-named',
    subject_id: note,
    participant_id: team.theo.participantId,
  });
  const read = await (await server.as(olive)).get(`/api/risk-notes/${note}`);
  expect(read.body.told.at(-1)).toMatchObject({ name: 'Olive', as: 'named' });
  expectProblem(await name(note, olive.accountId), 409, 'supervisor-already-named');
  expect(await toldOf(team, note)).toEqual([
    'Sam, own supervisor',
    'Noor, every supervisor',
    'Ada, administrator',
    'Olive, named',
  ]);
});

test('one who was told before may be named: they hear of it again', async () => {
  const note = await aLateNote();
  expect((await name(note, noor.accountId)).status).toBe(200);
  expect((await toldOf(team, note)).filter((line) => line.startsWith('Noor'))).toHaveLength(2);
});

test('two administrators name at once: one is told so, nobody twice', async () => {
  const note = await aLateNote();
  const olive = await aSupervisor(team.organization, { name: 'Olive' });
  const both = await Promise.all([name(note, olive.accountId), name(note, olive.accountId)]);
  expect(both.map(({ status }) => status).sort()).toEqual([200, 409]);
});

test('named for nothing, or nobody: each is one that is not there', async () => {
  const note = await aLateNote();
  const gone = await aSupervisor(team.organization, { name: 'Gone' });
  await server.database.query('UPDATE accounts SET disabled_at = now() WHERE id = $1', [gone.accountId]);
  for (const nobody of [team.rosa.accountId, gone.accountId, newId(), 'no-id'])
    expectProblem(await name(note, nobody), 404, 'supervisor-not-found');
  for (const id of NO_ID)
    expectProblem(await name(encodeURIComponent(id), noor.accountId), 404, 'risk-note-not-found');
  const summit = await aTeam(server);
  const olive = await anAdministrator(summit.organization, { name: 'Olive' });
  const elsewhere = await server.as(olive);
  expectProblem(
    await elsewhere.post(`/api/waiting-risk-notes/${note}/supervisor`, {
      supervisorId: summit.sam.accountId,
    }),
    404,
    'risk-note-not-found',
  );
  expect((await elsewhere.get('/api/waiting-risk-notes')).body.items).toEqual([]);
});

test('who waits is for administrators alone', async () => {
  const note = await aLateNote();
  const before = (await trailOf(ada)).length;
  const dev = await aCoach(team.organization, { name: 'Dev', supervisor: team.sam });
  for (const person of [team.rosa, dev, team.sam, await aParticipantOf(dev)]) {
    const client = await server.as(person);
    expectProblem(await client.get('/api/waiting-risk-notes'), 403, 'role-not-allowed');
    expectProblem(await client.get('/api/answering'), 403, 'role-not-allowed');
    expectProblem(
      await client.post(`/api/waiting-risk-notes/${note}/supervisor`, { supervisorId: noor.accountId }),
      403,
      'role-not-allowed',
    );
  }
  expect((await trailOf(ada)).length).toBe(before);
});
