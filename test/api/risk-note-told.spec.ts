import { aNote, onCall, ring } from '../given/answering.js';
import { aGoalOf } from '../given/goal.js';
import { logged } from '../given/logged.js';
import { aParticipantOf } from '../given/participant.js';
import { aCoach, anAdministrator, aSupervisor, type Person } from '../given/staff.js';
import { aTeam, type Team } from '../given/team.js';
import { onVersion, riskNoteAbout, type Words } from '../given/words.js';
import type { Client } from '../support/client.js';
import { expectProblem } from '../support/problem.js';
import { startTestServer, type TestServer } from '../support/server.js';
import { lastInTrailOf } from '../support/trail.js';

let server: TestServer;
let team: Team;
let inez: Person;
let contact: string;
let note: string;
/** Inez, who has a team of her own and was told of Theo, who is Sam's. */
let told: Client;

beforeAll(async () => {
  server = await startTestServer();
});
afterAll(() => server.close());
beforeEach(async () => {
  server.clock.set('2026-03-10T16:00:00Z');
  team = await aTeam(server);
  inez = await aSupervisor(team.organization, { name: 'Inez' });
  await aParticipantOf(await aCoach(team.organization, { name: 'Keisha', supervisor: inez }));
  await onCall(inez);
  await aGoalOf(team.theo);
  contact = await logged(team.rosa, team.theo);
  note = await aNote(team);
  expectProblem(await (await server.as(inez)).get(`/api/risk-notes/${note}`), 404, 'risk-note-not-found');
  server.clock.advance(60);
  await ring(server);
  told = await server.as(inez);
});

const page = (): string => `/api/participants/${team.theo.participantId}`;

test('who was told reads the note, finds it on the list and in what waits, and reads the participant', async () => {
  const { body } = await told.get(`/api/risk-notes/${note}`);
  expect(body).toMatchObject({
    participantName: 'Theo',
    told: [
      { name: 'Sam', as: 'own supervisor', deliveries: [] },
      { name: 'Inez', as: 'on call', at: '2026-03-10T17:00:00.000Z' },
    ],
  });
  expect((await told.get('/api/risk-notes')).body.items).toEqual([body]);
  expect((await told.get('/api/risk-notes/waiting')).body).toEqual({
    urgentCount: 1,
    riskNoteId: note,
    answerBy: '2026-03-10T17:00:00.000Z',
  });
  const { body: theo } = await told.get(page());
  expect(theo).toMatchObject({
    preferredName: 'Theo',
    goals: [{}],
    openRiskNotes: [{ riskNoteId: note }],
    enrollments: [{ standing: { is: expect.any(String) } }],
  });
  expect((await told.get(`${page()}/timeline`)).body.items.length).toBeGreaterThan(0);
  expect((await told.get(`/api/contacts/${contact}`)).status).toBe(200);
});

test('who was told answers it: acknowledges, resolves, and then reads it no more', async () => {
  const words = { words: 'I am on my way.' };
  const seen = await told.post(`/api/risk-notes/${note}/acknowledge`, words, onVersion(1));
  expect(seen).toMatchObject({ status: 200, body: { acknowledged: { by: { name: 'Inez' } } } });
  expect((await told.get(`/api/risk-notes/${note}`)).status).toBe(200);
  const done = await told.post(`/api/risk-notes/${note}/resolve`, words, onVersion(2));
  expect(done).toMatchObject({ status: 200, body: { resolved: { by: { name: 'Inez' } }, told: [{}, {}] } });
  expect(await lastInTrailOf(inez)).toMatchObject({
    action: 'risk-note.resolved',
    participant_id: team.theo.participantId,
  });
  expectProblem(await told.get(`/api/risk-notes/${note}`), 404, 'risk-note-not-found');
  expectProblem(await told.get(page()), 404, 'participant-not-found');
  expect((await told.get('/api/risk-notes?state=resolved')).body.items).toEqual([]);
  const sams = await (await server.as(team.sam)).get(`/api/risk-notes/${note}`);
  expect(sams.body).toEqual(done.body);
});

test('the team’s numbers and lists stay the team’s', async () => {
  const count = async (path: string): Promise<number> => (await told.get(path)).body.items.length;
  const { totals, rows } = (await told.get('/api/team')).body;
  expect(totals).toMatchObject({ participantCount: 1, openRiskNotes: { urgent: 0 } });
  expect(rows.map((row: { coach: Words | null }) => row.coach?.['name'])).toEqual(['Keisha', undefined]);
  expect(await count('/api/team/participants')).toBe(1);
  expect(await count('/api/risk-notes?coachId=team')).toBe(0);
  expect(await count('/api/risk-notes')).toBe(1);
  const sam = await server.as(team.sam);
  expect((await sam.get('/api/risk-notes?coachId=team')).body.items).toHaveLength(1);
});

test('being told is not being of the team: not who walks with them, and nothing is voided', async () => {
  const keisha = (await told.get('/api/team')).body.rows[0].coach.accountId;
  expectProblem(await told.put(`${page()}/coach`, { coachId: keisha }), 404, 'participant-not-found');
  expectProblem(await told.put(`${page()}/coach`, { coachId: null }), 404, 'participant-not-found');
  const voided = await told.post(`/api/contacts/${contact}/void`, { reason: 'Not hers.' }, onVersion(1));
  expect(voided.status).toBeGreaterThanOrEqual(400);
  const { body } = await (await server.as(team.rosa)).get(page());
  expect(body.primaryCoach.name).toBe('Rosa');
  expect((await (await server.as(team.rosa)).get(`/api/contacts/${contact}`)).body.voided).toBeNull();
});

test('open pages of whoever was told hear of it and of the answer; an administrator’s never do', async () => {
  const ada = await anAdministrator(team.organization);
  const heard = async (): Promise<string[]> => {
    const { rows } = await server.database.query<{ account_ids: string[] }>(
      `SELECT account_ids FROM live_events WHERE organization_id = $1 ORDER BY id DESC LIMIT 1`,
      [team.organization.organizationId],
    );
    return rows[0]!.account_ids.sort();
  };
  const concerned = [team.rosa, team.sam, inez].map(({ accountId }) => accountId).sort();
  expect(await heard()).toEqual(concerned);
  server.clock.advance(60);
  await ring(server);
  const { rowCount } = await server.database.query(
    'SELECT 1 FROM risk_note_told WHERE risk_note_id = $1 AND account_id = $2',
    [note, ada.accountId],
  );
  expect(rowCount).toBe(1);
  told = await server.as(inez);
  await told.post(`/api/risk-notes/${note}/resolve`, { words: 'Safe.' }, onVersion(1));
  expect(await heard()).toEqual(concerned);
});

test('of another participant of the same coach nothing is reached', async () => {
  const lou = await aParticipantOf(team.rosa, { preferredName: 'Lou' });
  expectProblem(await told.get(`/api/participants/${lou.participantId}`), 404, 'participant-not-found');
  expectProblem(await told.post('/api/risk-notes', riskNoteAbout(lou)), 404, 'participant-not-found');
});

test('a second note keeps the reach that the first gave, until both are resolved', async () => {
  const second = await aNote(team);
  server.clock.advance(60);
  await ring(server);
  told = await server.as(inez);
  const resolve = (id: string) =>
    told.post(`/api/risk-notes/${id}/resolve`, { words: 'Safe.' }, onVersion(1));
  expect((await resolve(note)).status).toBe(200);
  expect((await told.get(page())).status).toBe(200);
  expect((await resolve(second)).status).toBe(200);
  expect((await told.get(page())).status).toBe(404);
});

test('before it is raised the form says who would read it, and when nobody may before morning', async () => {
  const readers = async (): Promise<Words> =>
    (
      await (
        await server.as(team.rosa)
      ).get(`/api/risk-notes/readers?participantId=${team.theo.participantId}`)
    ).body;
  expect(await readers()).toEqual({
    told: [{ accountId: team.sam.accountId, name: 'Sam' }],
    answerBy: {
      urgent: '2026-03-10T18:00:00.000Z',
      concern: '2026-03-11T21:00:00.000Z',
      watch: '2026-03-24T21:00:00.000Z',
    },
    isOpen: true,
    nobodyBefore: null,
  });
  server.clock.set('2026-03-14T02:00:00Z');
  expect(await readers()).toMatchObject({
    told: [{ name: 'Inez' }, { name: 'Sam' }],
    isOpen: false,
    nobodyBefore: '2026-03-16T13:00:00.000Z',
  });
  await server.database.query(
    `INSERT INTO mail_addresses (organization_id, id, address, confirmed_at) VALUES ($1, $2, 'inez@example.org', $3)`,
    [inez.organizationId, inez.accountId, server.clock.now()],
  );
  expect(await readers()).toMatchObject({ isOpen: false, nobodyBefore: null });
  const keisha = (await told.get('/api/team')).status;
  expect(keisha).toBe(401);
  const stranger = await server.as(await aCoach(team.organization, { name: 'Nobody', supervisor: inez }));
  expectProblem(
    await stranger.get(`/api/risk-notes/readers?participantId=${team.theo.participantId}`),
    404,
    'participant-not-found',
  );
});
