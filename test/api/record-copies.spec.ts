import { v7 as newId } from 'uuid';
import { Door } from '../../backend/access/door.js';
import { tellProgress } from '../../backend/record-copies/copies-under-way.queries.js';
import { NOT_COPIED, PARTS } from '../../backend/record-copies/parts.js';
import { aGoalOf } from '../given/goal.js';
import { logged } from '../given/logged.js';
import { aParticipantOf } from '../given/participant.js';
import { aTeam, type Team } from '../given/team.js';
import type { Answer, Client } from '../support/client.js';
import { expectFieldProblem, expectProblem } from '../support/problem.js';
import { startTestServer, type TestServer } from '../support/server.js';
import { lastInTrailOf, trailOf } from '../support/trail.js';

let server: TestServer;
let team: Team;
let theo: Client;

beforeAll(async () => {
  server = await startTestServer();
});
afterAll(() => server.close());
beforeEach(async () => {
  team = await aTeam(server);
  theo = await server.as(team.theo);
});

const ask = (client: Client, copyId = newId()): Promise<Answer> =>
  client.post('/api/record-copies', { copyId });
const make = (): Promise<void> => server.jobs.run('record-copies');
const copies = async () => (await theo.get('/api/record-copies')).body.items;
async function aCopy(): Promise<string> {
  const { body } = await ask(theo);
  await make();
  return body.copyId as string;
}
const stateOf = (copyId: string, state: string, more = ''): Promise<unknown> =>
  server.database.query(`UPDATE record_copies SET state = '${state}'${more} WHERE id = $1`, [copyId]);

test('a copy is asked for, made by the job and there to take: a document and data', async () => {
  const contactId = await logged(team.rosa, team.theo, {
    sharedNote: 'We talked about <b>work</b>.',
    teamNote: 'He seemed far away.',
  });
  await theo.put(`/api/notes/${contactId}/own-words`, { words: 'I said "no" & meant it.' });
  await aGoalOf(team.theo, { sentence: 'Find a place of my own', steps: ['Call the housing office'] });
  const asked = await ask(theo);
  expect(asked).toMatchObject({ status: 200, body: { state: 'waiting', progress: 0, madeAt: null } });
  await make();
  const [copy] = await copies();
  expect(copy).toMatchObject({ copyId: asked.body.copyId, state: 'ready', progress: 100, part: null });
  expect(Date.parse(copy.expiresAt) - Date.parse(copy.madeAt)).toBe(7 * 24 * 60 * 60 * 1000);

  const page = await theo.get(`/api/record-copies/${copy.copyId}/html`);
  expect(page.status).toBe(200);
  expect(page.headers.get('content-type')).toBe('text/html; charset=utf-8');
  expect(page.headers.get('content-disposition')).toMatch(
    /^attachment; filename="my-copy-\d{4}-\d\d-\d\d\.html"$/,
  );
  expect(page.headers.get('x-content-type-options')).toBe('nosniff');
  expect(page.headers.get('content-security-policy')).toBe("sandbox; default-src 'none'");
  expect(page.headers.get('cache-control')).toBe('no-store');
  expect(page.body).toContain('We talked about &lt;b&gt;work&lt;/b&gt;.');
  expect(page.body).toContain('I said &quot;no&quot; &amp; meant it.');
  expect(page.body).toContain('Call the housing office');
  expect(page.body).not.toMatch(/<script|<img|<link|href="(?!#)|onload|<iframe/i);
  expect(page.body).not.toContain('far away');

  const data = await theo.get(`/api/record-copies/${copy.copyId}/json`);
  expect(data.headers.get('content-disposition')).toMatch(/\.json"$/);
  expect(data.body).toMatchObject({
    format: 'record',
    version: 1,
    parts: {
      profile: [{ preferredName: 'Theo', coach: 'Rosa' }],
      notes: [{ contactId, sharedNote: 'We talked about <b>work</b>.' }],
      'own-words': [{ words: 'I said "no" & meant it.' }],
      goals: [{ sentence: 'Find a place of my own', steps: [{ words: 'Call the housing office' }] }],
    },
  });
  expect(Object.keys(data.body.parts)).toEqual(PARTS.map(({ name }) => name));
  expect(JSON.stringify(data.body)).not.toContain('far away');
  expect((await trailOf(team.theo)).map(({ action }) => action)).toEqual(
    expect.arrayContaining(['record-copy.asked', 'record-copy.made', 'record-copy.downloaded']),
  );
});

test('it is in the language they read, and the page of who looked says that it was made', async () => {
  await theo.post('/api/me/language', { language: 'es' });
  const copyId = await aCopy();
  const { body } = await theo.get(`/api/record-copies/${copyId}/html`);
  expect(body).toContain('<html lang="es">');
  expect(body).toContain('Tu expediente');
  const { items } = (await theo.get('/api/looks')).body;
  expect(items[0].looks).toEqual([
    { name: '', role: 'participant', openedAt: null, listedAt: null, copiedAt: expect.any(String) },
  ]);
});

test('asked for three times, and again while it is being made, it is one copy', async () => {
  const copyId = newId();
  const answers = await Promise.all([ask(theo, copyId), ask(theo, copyId), ask(theo, copyId), ask(theo)]);
  const ids = new Set(answers.map(({ status, body }) => `${status} ${body.copyId}`));
  expect(ids.size).toBe(1);
  expect(await copies()).toHaveLength(1);
  await make();
  await make();
  expect(await copies()).toMatchObject([{ state: 'ready' }]);
  expect((await trailOf(team.theo)).filter(({ action }) => action === 'record-copy.made')).toHaveLength(1);
});

test('a new one takes the place of the one before', async () => {
  const first = await aCopy();
  const second = await aCopy();
  expect((await copies()).map(({ copyId }: { copyId: string }) => copyId)).toEqual([second]);
  expectProblem(await theo.get(`/api/record-copies/${first}/html`), 404, 'record-copy-not-found');
});

test('after seven days it is gone, files and all', async () => {
  const copyId = await aCopy();
  server.clock.advance(7 * 24 * 60);
  theo = await server.as(team.theo);
  expect(await copies()).toEqual([]);
  expectProblem(await theo.get(`/api/record-copies/${copyId}/json`), 404, 'record-copy-not-found');
  await make();
  const { rows } = await server.database.query('SELECT 1 FROM record_copy_files WHERE copy_id = $1', [
    copyId,
  ]);
  expect(rows).toEqual([]);
});

test('a pass that was killed half way is begun anew by the next, and the killed one writes no more', async () => {
  const { body } = await ask(theo);
  await stateOf(body.copyId, 'working', `, progress = 40, run_id = gen_random_uuid(), try_count = 1`);
  const killed = newId();
  await server.database.query('UPDATE record_copies SET run_id = $2 WHERE id = $1', [body.copyId, killed]);
  const writesOn = (runId: string): Promise<boolean | undefined> =>
    server.app
      .get(Door)
      .asParticipant({ ...team.theo, requestId: 'test' }, (tx, actor) =>
        tellProgress(tx, actor, body.copyId, runId, 41, 'goals'),
      );
  expect(await writesOn(killed)).toBe(true);
  await stateOf(body.copyId, 'working', ', run_id = gen_random_uuid()');
  expect(await writesOn(killed)).toBe(false);
  await make();
  expect(await copies()).toMatchObject([{ copyId: body.copyId, state: 'ready' }]);
  expect(await writesOn(killed)).toBe(false);
});

test('what does not work three times is told, and can be asked for again', async () => {
  const { body } = await ask(theo);
  await stateOf(body.copyId, 'working', ', try_count = 3');
  await make();
  expect(await copies()).toMatchObject([{ state: 'failed' }]);
  const again = await aCopy();
  expect(await copies()).toMatchObject([{ copyId: again, state: 'ready' }]);
});

test('of somebody whose account was closed meanwhile nothing is gathered', async () => {
  const { body } = await ask(theo);
  await server.database.query('UPDATE accounts SET disabled_at = $2 WHERE id = $1', [
    team.theo.accountId,
    server.clock.now(),
  ]);
  await make();
  const { rows } = await server.database.query('SELECT 1 FROM record_copies WHERE id = $1', [body.copyId]);
  expect(rows).toEqual([]);
});

test('nobody else takes it: another participant, staff, or under an id that is another’s', async () => {
  const copyId = await aCopy();
  const lou = await server.as(await aParticipantOf(team.rosa, { preferredName: 'Lou' }));
  const elsewhere = await server.as((await aTeam(server)).theo);
  for (const other of [lou, elsewhere])
    for (const path of [
      `${copyId}/html`,
      `${copyId}/json`,
      `${copyId}/pdf`,
      `${newId()}/html`,
      'not-an-id/html',
    ])
      expectProblem(await other.get(`/api/record-copies/${path}`), 404, 'record-copy-not-found');
  expect((await lou.get('/api/record-copies')).body.items).toEqual([]);
  expectProblem(await ask(lou, copyId), 404, 'record-copy-not-found');
  expectProblem(await theo.get(`/api/record-copies/${copyId}/pdf`), 404, 'record-copy-not-found');
  const rosa = await server.as(team.rosa);
  expectProblem(await rosa.get(`/api/record-copies/${copyId}/html`), 403, 'role-not-allowed');
  expect((await lastInTrailOf(team.rosa))?.outcome).toBe('refused');
  expectFieldProblem(await ask(theo, 'not-an-id'), 'copyId', 'is-new-id');
});

test('a job acts as one participant, under their policies: never as staff, never past them', async () => {
  const door = server.app.get(Door);
  const { organizationId } = team.organization;
  await logged(team.rosa, team.theo, { teamNote: 'Kept apart.' });
  const as = <T>(accountId: string, sql: string) =>
    door.asParticipant({ organizationId, accountId, requestId: 'test' }, (tx) => tx.query<T[]>(sql));
  expect(await as(team.theo.accountId, 'SELECT id FROM participants')).toEqual([
    { id: team.theo.participantId },
  ]);
  expect(await as(team.rosa.accountId, 'SELECT id FROM participants')).toBeUndefined();
  expect(await as(newId(), 'SELECT id FROM participants')).toBeUndefined();
  for (const sql of ['SELECT words FROM contact_team_notes', 'SELECT fields FROM contact_versions'])
    await expect(as(team.theo.accountId, sql)).rejects.toMatchObject({ code: '42501' });
});

test('every table that a participant may read is in the copy, or says why not', async () => {
  const { rows } = await server.database.query<{ name: string }>(
    `SELECT c.relname AS name FROM pg_class c
      WHERE c.relnamespace = 'public'::regnamespace AND c.relkind IN ('r', 'p', 'v', 'm')
        AND has_any_column_privilege('caseload_participant', c.oid, 'SELECT') ORDER BY 1`,
  );
  const named = [...PARTS.flatMap(({ tables }) => tables), ...Object.keys(NOT_COPIED)];
  expect(rows.map(({ name }) => name)).toEqual([...new Set(named)].sort());
});
