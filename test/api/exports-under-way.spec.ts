import { v7 as newId } from 'uuid';
import { Door } from '../../backend/access/door.js';
import { keepPart } from '../../backend/exports/exports-under-way.queries.js';
import { askFor, exported, linesOf, take, writeExports } from '../given/export.js';
import { logged } from '../given/logged.js';
import { merges } from '../given/merge.js';
import { aParticipantOf } from '../given/participant.js';
import { alsoHolds, noLongerHolds } from '../given/roles.js';
import { anAdministrator, type Person } from '../given/staff.js';
import { aTeam, type Team } from '../given/team.js';
import type { Client } from '../support/client.js';
import { expectProblem } from '../support/problem.js';
import { startTestServer, type TestServer } from '../support/server.js';
import { lastInTrailOf } from '../support/trail.js';

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
  team = await aTeam(server);
  ada = await anAdministrator(team.organization);
  desk = await server.as(ada);
});

const list = async () => (await desk.get('/api/exports')).body.items;
const setState = (exportId: string, to: string): Promise<unknown> =>
  server.database.query(`UPDATE exports SET ${to} WHERE id = $1`, [exportId]);
const partCount = async (exportId: string): Promise<number> =>
  (await server.database.query('SELECT 1 FROM export_parts WHERE export_id = $1', [exportId])).rows.length;

test('called off or let go it is gone, parts and all, and a pass that writes it stops', async () => {
  const exportId = await exported(server, desk);
  expect(await partCount(exportId)).toBe(1);
  expect((await desk.delete(`/api/exports/${exportId}`)).status).toBe(204);
  expect([await list(), await partCount(exportId)]).toEqual([[], 0]);
  expectProblem(await take(desk, exportId), 404, 'export-not-found');
  const { body } = await askFor(desk);
  expectProblem(await take(desk, body.exportId), 404, 'export-not-found');
  await desk.delete(`/api/exports/${body.exportId}`);
  await writeExports(server);
  expect(await list()).toEqual([]);
});

test('after four days it is gone, file and all', async () => {
  const exportId = await exported(server, desk);
  server.clock.advance(4 * DAY_MINUTES);
  desk = await server.as(ada);
  expect(await list()).toEqual([]);
  expectProblem(await take(desk, exportId), 404, 'export-not-found');
  await writeExports(server);
  expect(await partCount(exportId)).toBe(0);
});

test('a pass that was killed is begun anew by the next, and the killed one writes no more', async () => {
  await logged(team.rosa, team.theo);
  const { body } = await askFor(desk);
  const killed = newId();
  await setState(body.exportId, `state = 'working', run_id = '${killed}', try_count = 1`);
  const writes = (part: number): Promise<boolean | undefined> =>
    server.app
      .get(Door)
      .asAsker({ ...ada, requestId: 'test', role: 'administrator' }, (tx, actor) =>
        keepPart(
          tx,
          actor,
          { exportId: body.exportId, runId: killed },
          { doneCount: 1, rowCount: 3 },
          { part, body: Buffer.from('half') },
        ),
      );
  expect([await writes(0), await writes(1), await writes(2)]).toEqual([true, true, true]);
  expectProblem(await take(desk, body.exportId), 404, 'export-not-found');
  await writeExports(server);
  expect(await writes(3)).toBe(false);
  expect(await partCount(body.exportId)).toBe(1);
  expect(linesOf((await take(desk, body.exportId)).body)).toHaveLength(1);
});

test('what does not work three times is told, and can be asked for again', async () => {
  const { body } = await askFor(desk);
  await setState(body.exportId, `state = 'working', try_count = 3`);
  await writeExports(server);
  expect(await list()).toMatchObject([{ state: 'failed' }]);
  await exported(server, desk);
  expect(await list()).toMatchObject([{ state: 'ready' }, { state: 'failed' }]);
});

test('of whoever was disabled or lost the role nothing is written, and what was goes', async () => {
  const written = await exported(server, desk);
  const sam = await server.as(team.sam);
  const { body: waiting } = await askFor(desk, { kind: 'people' });
  const { body: ofSam } = await askFor(sam);
  await server.database.query('UPDATE accounts SET disabled_at = $2 WHERE id = $1', [
    ada.accountId,
    server.clock.now(),
  ]);
  await alsoHolds(team.sam, 'administrator');
  await noLongerHolds(team.sam, 'supervisor');
  await writeExports(server);
  const { rows } = await server.database.query('SELECT id FROM exports WHERE id = ANY ($1)', [
    [written, waiting.exportId, ofSam.exportId],
  ]);
  expect(rows).toEqual([]);
  expect(await partCount(written)).toBe(0);
});

test('reach is that of the moment in which it is written', async () => {
  const lou = await aParticipantOf(team.rosa, { preferredName: 'Lou' });
  await logged(team.rosa, lou);
  const sam = await server.as(team.sam);
  const { body } = await askFor(sam);
  await server.database.query('UPDATE coaches SET supervisor_id = NULL WHERE id = $1', [team.rosa.accountId]);
  await writeExports(server);
  expect((await take(sam, body.exportId)).body).not.toContain('Lou');
});

test('a merged record in a file is named in the trail by the one it went into', async () => {
  const lou = await aParticipantOf(team.rosa, { preferredName: 'Lou' });
  await logged(team.rosa, lou);
  const exportId = await exported(server, desk);
  const merged = await merges(ada, team.theo, lou);
  expect(merged.status).toBeLessThan(300);
  expect((await take(desk, exportId)).status).toBe(200);
  expect(await lastInTrailOf(ada)).toMatchObject({ participant_ids: [team.theo.participantId] });
});
