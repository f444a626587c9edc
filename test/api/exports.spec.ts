import { v7 as newId } from 'uuid';
import { anExport, askFor, exported, fileOf, linesOf, take, writeExports } from '../given/export.js';
import { logged } from '../given/logged.js';
import { today } from '../given/organization.js';
import { aParticipantOf } from '../given/participant.js';
import { anAdministrator, type Person } from '../given/staff.js';
import { aTeam, type Team } from '../given/team.js';
import type { Client } from '../support/client.js';
import { expectFieldProblem, expectProblem } from '../support/problem.js';
import { startTestServer, type TestServer } from '../support/server.js';
import { lastInTrailOf, trailOf } from '../support/trail.js';

const DAY_MINUTES = 24 * 60;

let server: TestServer;
let team: Team;
let ada: Person;
let desk: Client;

beforeAll(async () => {
  server = await startTestServer();
});
afterAll(() => server.close());
beforeEach(async () => {
  server.clock.set(new Date('2026-03-10T15:00:00Z'));
  team = await aTeam(server);
  ada = await anAdministrator(team.organization);
  desk = await server.as(ada);
});

const list = async (client = desk) => (await client.get('/api/exports')).body.items;
const setState = (exportId: string, to: string): Promise<unknown> =>
  server.database.query(`UPDATE exports SET ${to} WHERE id = $1`, [exportId]);
test('a file is asked for, written by the job, and there to take; the trail says who took what of whom', async () => {
  const contactId = await logged(team.rosa, team.theo, { teamNote: 'He seemed far away.' });
  const asked = await askFor(desk);
  expect(asked).toMatchObject({ status: 200, body: { state: 'waiting', rowCount: null, madeAt: null } });
  await writeExports(server);
  const [made] = await list();
  expect(made).toMatchObject({ exportId: asked.body.exportId, state: 'ready', doneCount: 1, rowCount: 1 });
  expect(Date.parse(made.expiresAt) - Date.parse(made.madeAt)).toBe(4 * DAY_MINUTES * 60_000);
  expect(made.takenAt).toBeNull();

  const file = await take(desk, made.exportId);
  expect(file.status).toBe(200);
  expect(file.headers.get('content-type')).toBe('text/csv; charset=utf-8');
  expect(file.headers.get('content-disposition')).toBe('attachment; filename="contacts.csv"');
  expect(file.headers.get('content-length')).toBe(String(made.byteCount));
  expect(file.headers.get('x-content-type-options')).toBe('nosniff');
  expect(file.headers.get('content-security-policy')).toBe("sandbox; default-src 'none'");
  expect(file.headers.get('cache-control')).toBe('no-store');
  expect(linesOf(file.body)).toEqual([
    expect.stringMatching(new RegExp(`^${contactId},${team.theo.participantId},,Theo,2026-03-10,`)),
  ]);
  expect(file.body).not.toContain('far away');
  expect((await list())[0].takenAt).not.toBeNull();
  expect((await trailOf(ada)).map(({ action }) => action)).toEqual(
    expect.arrayContaining(['export.asked', 'export.made', 'export.taken']),
  );
  expect(await lastInTrailOf(ada)).toMatchObject({
    action: 'export.taken',
    subject_id: made.exportId,
    participant_ids: [team.theo.participantId],
  });
});

test('only what happened in its days is in it, the first first, and nothing voided', async () => {
  for (const back of [2, 1, 3])
    await logged(team.rosa, team.theo, { occurredOn: today(team.organization, -back) });
  const voided = await logged(team.rosa, team.theo, { occurredOn: today(team.organization, -1) });
  await server.database.query(
    `UPDATE contacts SET voided_at = now(), voided_by = coach_id, void_reason = 'wrong person' WHERE id = $1`,
    [voided],
  );
  const file = await fileOf(server, desk, { from: '2026-03-07', through: '2026-03-08' });
  expect(linesOf(file).map((line) => line.split(',')[4])).toEqual(['2026-03-07', '2026-03-08']);
});

test('at the clock change the hour that comes twice keeps its order, and days are those of the organization', async () => {
  server.clock.set(new Date('2026-11-02T15:00:00Z'));
  const zoned = await aTeam(server, { organization: { timeZone: 'America/New_York' } });
  const office = await server.as(await anAdministrator(zoned.organization));
  for (const at of ['2026-11-01T05:30:00Z', '2026-11-01T06:20:00Z', '2026-11-02T04:50:00Z']) {
    server.clock.set(new Date(at));
    await logged(zoned.rosa, zoned.theo);
  }
  server.clock.set(new Date('2026-11-02T15:00:00Z'));
  const onTheDay = await fileOf(server, office, { from: '2026-11-01', through: '2026-11-01' });
  expect(linesOf(onTheDay).map((line) => line.split(',').slice(4, 6))).toEqual([
    ['2026-11-01', '01:30'],
    ['2026-11-01', '01:20'],
    ['2026-11-01', '23:50'],
  ]);
  expect(linesOf(await fileOf(server, office, { from: '2026-11-02', through: '2026-11-02' }))).toEqual([]);
});

test('a report goes by the day it was asked for, though it is written after midnight', async () => {
  server.clock.set(new Date('2026-04-01T03:30:00Z'));
  const zoned = await aTeam(server, { organization: { timeZone: 'America/New_York' } });
  const chief = await anAdministrator(zoned.organization);
  const { body } = await askFor(await server.as(chief), { kind: 'report' });
  expect(body).toMatchObject({ from: '2026-03-01', through: '2026-03-31' });
  server.clock.set(new Date('2026-04-01T04:30:00Z'));
  await writeExports(server);
  const { body: file, headers } = await take(await server.as(chief), body.exportId);
  expect(headers.get('content-disposition')).toContain('report-2026-03-01-through-2026-03-31.csv');
  expect(file).toContain('2026-03-01 through 2026-03-31');
  for (const table of ['Retention', 'Promises']) expect(file).toContain(table);
});

test('a report for outside hides small counts in its file too, and names nobody', async () => {
  await logged(team.rosa, team.theo);
  const inside = await fileOf(server, desk, { kind: 'report' });
  const outside = await fileOf(server, desk, { kind: 'report', isForOutside: true });
  expect(inside).not.toContain('hidden');
  expect(outside).toMatch(/,hidden,/);
  expect(await lastInTrailOf(ada)).toMatchObject({ action: 'export.taken', participant_ids: null });
  const { givenOut } = (await desk.get('/api/reports?from=2026-03-02&through=2026-03-09&isForOutside=true'))
    .body;
  expect(givenOut).toMatchObject([{ from: '2026-03-01', through: '2026-03-10', givenBy: 'Ada' }]);
});

test('what a spreadsheet would run is text in the file', async () => {
  const evil = await aParticipantOf(team.rosa, { preferredName: '=HYPERLINK("http://x","y")' });
  await logged(team.rosa, evil, { teamNote: '+1 for honesty', sharedNote: '@home' });
  const sam = await server.as(team.sam);
  const file = await fileOf(server, sam);
  expect(file).toContain(`"'=HYPERLINK(""http://x"",""y"")"`);
  expect(file).toContain(`'+1 for honesty`);
  expect(file).toContain(`'@home`);
});

test('sent three times at once it is one file, and so is the same asked again while it is written', async () => {
  const asked = anExport();
  const answers = await Promise.all([
    ...Array.from({ length: 3 }, () => desk.post('/api/exports', asked)),
    desk.post('/api/exports', { ...asked, exportId: newId() }),
  ]);
  expect(new Set(answers.map(({ status, body }) => `${status} ${body.exportId}`)).size).toBe(1);
  expect(await list()).toHaveLength(1);
  await writeExports(server);
  await writeExports(server);
  expect((await trailOf(ada)).filter(({ action }) => action === 'export.made')).toHaveLength(1);
  expectProblem(await desk.post('/api/exports', { ...asked, format: 'xlsx' }), 409, 'export-id-taken');
});

test('two people at once each get their own, and a sixth of one person waits for the others', async () => {
  await logged(team.rosa, team.theo, { teamNote: 'Far away.' });
  const sam = await server.as(team.sam);
  const [mine, theirs] = await Promise.all([askFor(desk), askFor(sam)]);
  await writeExports(server);
  expect((await take(desk, mine.body.exportId)).body).not.toContain('Far away.');
  expect((await take(sam, theirs.body.exportId)).body).toContain('Far away.');
  for (let day = 1; day <= 5; day += 1)
    await askFor(desk, { from: `2026-01-0${day}`, through: '2026-01-31' });
  expectProblem(await askFor(desk, { format: 'xlsx' }), 409, 'exports-too-many');
});

test('nobody else takes it: another of the same role, of another, elsewhere, or the same person in another role', async () => {
  const exportId = await exported(server, desk);
  const others = [
    await anAdministrator(team.organization, { name: 'Abe' }),
    team.sam,
    await anAdministrator((await aTeam(server)).organization),
  ];
  for (const other of others) {
    const client = await server.as(other);
    for (const answer of [
      await take(client, exportId),
      await client.get(`/api/exports/${exportId}`),
      await client.delete(`/api/exports/${exportId}`),
    ])
      expectProblem(answer, 404, 'export-not-found');
    expect(await list(client)).toEqual([]);
    if (other.organizationId === ada.organizationId)
      expectProblem(await askFor(client, { exportId }), 404, 'export-not-found');
  }
  for (const id of ['not-an-id', newId()]) expectProblem(await take(desk, id), 404, 'export-not-found');
  expectProblem(await take(await server.as(team.rosa), exportId), 403, 'role-not-allowed');
  await setState(exportId, `role = 'supervisor'`);
  expectProblem(await take(desk, exportId), 404, 'export-not-found');
});

test.each([
  [{ exportId: 'mine' }, 'exportId', 'is-new-id'],
  [{ from: '2026-02-30', through: '2026-03-01' }, 'from', 'is-day'],
  [{ from: '2026-03-02', through: '2026-03-01' }, 'through', 'ends-before-it-begins'],
  [{ from: '2026-03-02' }, 'through', 'last-day-missing'],
  [{ kind: 'report', through: '2026-03-02' }, 'from', 'first-day-missing'],
])('%j is refused', async (more, path, code) => {
  expectFieldProblem(await askFor(desk, more), path, code);
});

test('a kind, a format, a field and a program that there are not are refused', async () => {
  for (const more of [{ kind: 'notes' }, { format: 'pdf' }, { sql: 'x' }])
    expect((await askFor(desk, more)).status).toBe(422);
  expectProblem(await askFor(desk, { kind: 'report', programId: newId() }), 404, 'program-not-found');
});
