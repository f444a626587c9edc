import { v7 as newId } from 'uuid';
import { BYTES, bringIn, csvOf, refusalsOf, sendFile, tryFile } from '../given/move.js';
import { aProgram } from '../given/organization.js';
import { anAdministrator, type Person } from '../given/staff.js';
import { aTeam, type Team } from '../given/team.js';
import { onVersion } from '../given/words.js';
import type { Client } from '../support/client.js';
import { expectFieldProblem, expectProblem } from '../support/problem.js';
import { rowCounts } from '../support/rows.js';
import { startTestServer, type TestServer } from '../support/server.js';
import { workbookOf } from '../support/workbook-file.js';

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

const PEOPLE = csvOf(['Name', 'Intake date'], ['Ann Smith', '2026-01-31']);
const OLD_XLS = Buffer.concat([Buffer.from('D0CF11E0A1B11AE1', 'hex'), Buffer.alloc(600)]);

test.each([
  ['an empty one', Buffer.alloc(0), 'spreadsheet-empty'],
  ['one without rows', 'Name,Phone\r\n', 'spreadsheet-only-header'],
  ['one with a password', OLD_XLS, 'spreadsheet-locked'],
  [
    'one with 10,000 columns',
    `${Array(10_000).fill('Name').join(',')}\r\nAnn`,
    'spreadsheet-too-many-columns',
  ],
  ['one that is a picture', Buffer.from('89504E470D0A1A0A0000000D49484452', 'hex'), 'spreadsheet-other-kind'],
  ['one cut short', workbookOf({ sheets: [{ name: 'S', rows: '' }] }).subarray(0, 200), 'spreadsheet-broken'],
])('of files, %s is refused with what to do, and nothing of it is kept', async (_, file, code) => {
  const before = await rowCounts(team.organization);
  const answer = await sendFile(desk, 'people', file);
  expectProblem(answer, 422, code);
  expect(answer.body.detail.length).toBeGreaterThan(30);
  expect(await rowCounts(team.organization)).toEqual(before);
});

test('a file of more than 25 MB is refused without being read', async () => {
  expectProblem(
    await sendFile(desk, 'people', Buffer.alloc(25 * 1024 * 1024 + 1, 65)),
    413,
    'spreadsheet-too-big',
  );
});

test('a file is sent as it is, by an administrator, with its kind and name', async () => {
  expectProblem(
    await desk.put(`/api/moving-in/${newId()}?kind=people&fileName=a.csv`, {}),
    415,
    'bytes-expected',
  );
  expectProblem(await desk.send('POST', `/api/moving-in/${newId()}/go`, PEOPLE, BYTES), 415, 'json-expected');
  expectProblem(await sendFile(desk, 'people', PEOPLE, { moveId: 'x' }), 404, 'move-not-found');
  expectFieldProblem(
    await desk.send('PUT', `/api/moving-in/${newId()}?kind=pets&fileName=a`, PEOPLE, BYTES),
    'kind',
    'not-a-choice',
  );
  expectFieldProblem(
    await desk.send('PUT', `/api/moving-in/${newId()}?kind=people`, PEOPLE, BYTES),
    'fileName',
    'is-text',
  );
  for (const person of [team.rosa, team.sam, team.theo])
    expectProblem(await sendFile(await server.as(person), 'people', PEOPLE), 403, 'role-not-allowed');
  expectProblem(await sendFile(server.asNobody(), 'people', PEOPLE), 401, 'session-missing');
});

test('what another organization sends is not there', async () => {
  const { body: move } = await sendFile(desk, 'people', PEOPLE);
  const other = await aTeam(server);
  const elsewhere = await server.as(await anAdministrator(other.organization));
  const at = `/api/moving-in/${move.moveId}`;
  for (const answer of [
    await elsewhere.get(at),
    await elsewhere.get(`${at}/rows?what=refused`),
    await elsewhere.get(`${at}/refused`),
    await elsewhere.put(`${at}/matching`, { columns: [], dayOrder: 'day first' }, onVersion(1)),
    await elsewhere.post(`${at}/go`, { leaveOutRefused: true }, onVersion(1)),
    await elsewhere.delete(at),
  ])
    expectProblem(answer, 404, 'move-not-found');
  expect((await elsewhere.get('/api/moving-in')).body.items).toEqual([]);
  expect((await desk.get('/api/moving-in')).body.items).toMatchObject([
    { moveId: move.moveId, refused: null },
  ]);
});

test('numbers, programs and coaches of another organization are as good as none', async () => {
  const other = await aTeam(server);
  const elsewhere = await aProgram(other.organization, 'Elsewhere');
  const file = csvOf(
    ['Their number here', 'Name', 'Intake date', 'Program', 'Coach'],
    [other.theo.participantId, 'Theo', '2026-01-31', 'Recovery Coaching', ''],
    ['', 'Ann Smith', '2026-01-31', 'Elsewhere', ''],
    ['', 'Ben Ortiz', '2026-01-31', 'Recovery Coaching', other.rosa.signInName],
  );
  const { body: sent } = await sendFile(desk, 'people', file);
  const tried = await tryFile(server, desk, sent);
  expect(await refusalsOf(desk, tried.moveId)).toEqual({
    2: ['number-here-unknown'],
    3: ['program-unknown'],
    4: ['coach-unknown'],
  });
  const matching = { columns: [], dayOrder: 'day first', programId: elsewhere };
  const { body: again } = await sendFile(desk, 'people', PEOPLE);
  expectProblem(
    await desk.put(
      `/api/moving-in/${again.moveId}/matching`,
      {
        ...matching,
        columns: [
          { index: 0, field: 'name' },
          { index: 1, field: 'enrolledOn' },
        ],
      },
      onVersion(again.version),
    ),
    404,
    'program-not-found',
  );
});

test('a matching says what is missing and what stands twice', async () => {
  const { body: move } = await sendFile(desk, 'people', csvOf(['A', 'B', 'C'], ['Ann', '2026-01-31', 'x']));
  const match = (...fields: (string | null)[]) =>
    desk.put(
      `/api/moving-in/${move.moveId}/matching`,
      { columns: fields.map((field, index) => ({ index, field })), dayOrder: 'day first' },
      onVersion(1),
    );
  expectFieldProblem(await match('name', null, null), 'columns', 'field-needed');
  expectFieldProblem(await match('name', 'enrolledOn', 'name'), 'columns', 'field-twice');
  expectFieldProblem(await match('name', 'enrolledOn', 'occurredOn'), 'columns', 'field-of-another-kind');
  expectFieldProblem(await match('nickname', 'enrolledOn', null), 'columns.0.field', 'not-a-choice');
  expectProblem(
    await desk.put(
      `/api/moving-in/${move.moveId}/matching`,
      { columns: [], dayOrder: 'day first' },
      onVersion(7),
    ),
    412,
    'version-stale',
  );
});

test('nothing is brought in before every row was tried, and what is in stays', async () => {
  const { programId } = team.organization;
  const { body: sent } = await sendFile(desk, 'people', PEOPLE);
  const at = `/api/moving-in/${sent.moveId}`;
  expectProblem(
    await desk.post(`${at}/go`, { leaveOutRefused: true }, onVersion(sent.version)),
    409,
    'move-not-tried',
  );
  const tried = await tryFile(server, desk, sent, { programId });
  const moved = await bringIn(server, desk, tried);
  // sent again, the answer to the first may have been lost
  expect((await desk.post(`${at}/go`, { leaveOutRefused: true }, onVersion(1))).body).toEqual(moved);
  expectProblem(await desk.delete(at), 409, 'move-already-in');
  expectProblem(
    await desk.put(`${at}/matching`, { columns: [], dayOrder: 'day first' }, onVersion(moved.version)),
    409,
    'move-already-in',
  );
});

test('what was not brought in is forgotten when a person says so, or after seven days', async () => {
  const { body: one } = await sendFile(desk, 'people', PEOPLE);
  expect((await desk.delete(`/api/moving-in/${one.moveId}`)).status).toBe(204);
  expectProblem(await desk.get(`/api/moving-in/${one.moveId}`), 404, 'move-not-found');
  const { body: other } = await sendFile(desk, 'people', PEOPLE);
  server.clock.advance(7 * 24 * 60);
  desk = await server.as(ada);
  await server.jobs.run('moving-in');
  expectProblem(await desk.get(`/api/moving-in/${other.moveId}`), 404, 'move-not-found');
  const { rows } = await server.database.query('SELECT 1 FROM move_rows WHERE organization_id = $1', [
    team.organization.organizationId,
  ]);
  expect(rows).toEqual([]);
});
