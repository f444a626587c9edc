import { bringIn, csvOf, moveIn, refusalsOf, sendFile, tryFile } from '../given/move.js';
import { aProgram } from '../given/organization.js';
import { anAdministrator } from '../given/staff.js';
import { aTeam, type Team } from '../given/team.js';
import type { Client } from '../support/client.js';
import { startTestServer, type TestServer } from '../support/server.js';

let server: TestServer;
let team: Team;
let desk: Client;

beforeAll(async () => {
  server = await startTestServer();
});
afterAll(() => server.close());
beforeEach(async () => {
  team = await aTeam(server);
  desk = await server.as(await anAdministrator(team.organization));
});

test('somebody of the same name is not taken for the same person, nor brought in twice, until a person says so', async () => {
  const { programId } = team.organization;
  const file = csvOf(
    ['Name', 'DOB', 'Phone', 'Intake date'],
    ['Ann Smith', '1980-03-04', '555-010-0001', '2026-01-31'],
    ['ann  SMITH', '', '', '2026-01-31'],
    ['Ann Smith', '1999-09-09', '', '2026-01-31'],
    ['Ann Smith', '', '+1 (555) 010-0001', '2026-01-30'],
  );
  const sent = await sendFile(desk, 'people', file);
  const tried = await tryFile(server, desk, sent.body, { programId });
  expect(await refusalsOf(desk, tried.moveId)).toEqual({ 3: ['looks-like-somebody'] });
  expect(tried.tried).toMatchObject({ makes: { participants: 2 }, unchanged: 1, marked: 1 });
  const said = await tryFile(server, desk, tried, { programId, areNewPeople: true });
  expect(said.tried).toMatchObject({ refused: 0, makes: { participants: 3 } });
  await bringIn(server, desk, said);
  // known again by the row itself, though nothing else tells them apart
  const again = await moveIn(server, desk, 'people', file, { programId, areNewPeople: true });
  expect(again.moved).toMatchObject({ makes: { participants: 0 }, unchanged: 4 });
});

test('of somebody who is here already only what is missing is added', async () => {
  const { programId } = team.organization;
  await aProgram(team.organization, 'Housing First');
  const headers = ['Client ID', 'Name', 'Phone', 'Program', 'Intake date', 'Coach'];
  await moveIn(
    server,
    desk,
    'people',
    csvOf(headers, ['A-1', 'Ann Smith', '555-010-0001', '', '2026-01-31', '']),
    {
      programId,
    },
  );
  const more = csvOf(
    headers,
    ['A-1', 'Ann Smith', '555-010-0001', '', '2026-01-31', team.rosa.signInName],
    ['A-1', 'Ann Smith', '555-010-0009', 'Housing First', '2026-02-01', team.rosa.signInName],
    ['A-1', 'Joan Smyth', '', '', '2026-02-01', ''],
  );
  const tried = await tryFile(server, desk, (await sendFile(desk, 'people', more)).body, { programId });
  expect(await refusalsOf(desk, tried.moveId)).toEqual({ 4: ['number-of-somebody-else'] });
  expect(tried.tried).toMatchObject({
    changes: 2,
    makes: { participants: 0, waysToReach: 1, enrollments: 1, assignments: 1 },
  });
});

test('a coach at the ceiling of heads gets nobody more; beyond their capacity it is marked', async () => {
  const { programId, organizationId } = team.organization;
  await server.database.query(
    'UPDATE coaches SET capacity = 1, head_count_ceiling = 2 WHERE organization_id = $1 AND id = $2',
    [organizationId, team.rosa.accountId],
  );
  const person = (name: string): string[] => [name, '2026-01-31', team.rosa.signInName];
  const file = csvOf(['Name', 'Intake date', 'Coach'], person('Ann Smith'), person('Ben Ortiz'));
  const tried = await tryFile(server, desk, (await sendFile(desk, 'people', file)).body, { programId });
  expect(await refusalsOf(desk, tried.moveId)).toEqual({ 3: ['coach-at-the-ceiling'] });
  const { body: marked } = await desk.get(`/api/moving-in/${tried.moveId}/rows?what=marked`);
  expect(marked.items).toMatchObject([{ row: 2, marks: [{ column: 'Coach', code: 'coach-full' }] }]);
});
