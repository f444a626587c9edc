import { askFor, bytesOf, exported, fileOf, take } from '../given/export.js';
import { csvOf, moveIn } from '../given/move.js';
import { aProgram, today } from '../given/organization.js';
import { logged } from '../given/logged.js';
import { aCoach, anAdministrator, aSupervisor, type Person } from '../given/staff.js';
import { aParticipantOf } from '../given/participant.js';
import { aTeam, type Team } from '../given/team.js';
import type { Client } from '../support/client.js';
import { expectProblem } from '../support/problem.js';
import { startTestServer, type TestServer } from '../support/server.js';
import { lastInTrailOf } from '../support/trail.js';

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
  await aProgram(team.organization, 'Housing; "First"');
  const people = csvOf(
    [
      'Client ID',
      'Name',
      'DOB',
      'Phone',
      'Other phone',
      'OK to text',
      'Program',
      'Intake date',
      'Coach',
      'Notes',
    ],
    [
      'A-1',
      '=1 Ann Smith',
      '1980-03-04',
      '555-010-0001',
      '555-010-0003',
      'yes',
      '',
      '2026-01-31',
      team.rosa.signInName,
      '',
    ],
    ['A-1', '=1 Ann Smith', '', '', '', '', 'Housing; "First"', '2026-02-01', '', ''],
    ['', 'José Ortiz', '', '+1 555 010 0002', '', '', '', '2026-02-02', '', ''],
  );
  await moveIn(server, desk, 'people', people, { programId: team.organization.programId });
  await logged(team.rosa, team.theo, {
    teamNote: 'He seemed far away.',
    sharedNote: 'We talked about work.',
  });
  const contacts = csvOf(
    ['Client ID', 'Date of contact', 'Type', 'Outcome', 'Minutes', 'Notes', 'Staff'],
    [
      'A-1',
      today(team.organization, -1),
      'visit',
      'reached',
      '30',
      'She found a room.',
      team.rosa.signInName,
    ],
    ['A-1', today(team.organization, -2), '', 'no-show', '', '', team.rosa.signInName],
  );
  await moveIn(server, desk, 'contacts', contacts);
});

test('everybody goes out under the headers with which they come in, and read back the file changes nothing', async () => {
  const file = await take(desk, await exported(server, desk, { kind: 'people' }));
  expect(file.headers.get('content-disposition')).toBe('attachment; filename="people.csv"');
  expect(file.body).toContain(`,'=1 Ann Smith,`);
  const moved = await moveIn(server, desk, 'people', file.body);
  expect(moved).toMatchObject({
    state: 'moved',
    moved: { unchanged: 4, leftOut: 0, makes: { participants: 0, waysToReach: 0, enrollments: 0 } },
    tried: { marked: 0 },
  });
});

test('contacts go out, without notes for an administrator, and read back the file changes nothing', async () => {
  const file = await fileOf(server, desk);
  expect(file).not.toContain('He seemed far away');
  expect(file).not.toContain('We talked about work');
  expect(file).not.toContain('She found a room');
  expect(file.split('\r\n')[0]).not.toMatch(/note/i);
  const moved = await moveIn(server, desk, 'contacts', file);
  expect(moved).toMatchObject({
    state: 'moved',
    moved: { unchanged: 3, leftOut: 0, makes: { contacts: 0 } },
  });
  expect(await lastInTrailOf(ada)).toMatchObject({ action: 'move.done' });
});

test('a supervisor takes their team’s with the notes, and nobody else’s', async () => {
  const inez = await aSupervisor(team.organization, { name: 'Inez' });
  const dev = await aCoach(team.organization, { name: 'Dev', supervisor: inez });
  await logged(dev, await aParticipantOf(dev, { preferredName: 'Lou' }), { teamNote: 'Of another team.' });
  const sam = await server.as(team.sam);
  const file = await fileOf(server, sam);
  expect(file).toContain('He seemed far away.');
  expect(file).toContain('She found a room.');
  expect(file).not.toContain('Of another team.');
  expect(await lastInTrailOf(team.sam)).toMatchObject({
    action: 'export.taken',
    participant_ids: expect.arrayContaining([team.theo.participantId]),
  });
  expect((await moveIn(server, desk, 'contacts', file)).moved).toMatchObject({
    unchanged: 3,
    makes: { contacts: 0 },
  });
});

test('as a workbook it is the same, and read back it changes nothing', async () => {
  for (const [kind, unchanged] of [
    ['people', 4],
    ['contacts', 3],
  ] as const) {
    const exportId = await exported(server, desk, { kind, format: 'xlsx' });
    const moved = await moveIn(server, desk, kind, await bytesOf(server, desk, exportId));
    expect(moved).toMatchObject({ state: 'moved', moved: { unchanged, leftOut: 0 } });
  }
});

test('coaches and participants take nothing out, and of another organization nobody does', async () => {
  for (const person of [team.rosa, team.theo])
    for (const kind of ['people', 'contacts'])
      expectProblem(await askFor(await server.as(person), { kind }), 403, 'role-not-allowed');
  expectProblem(await askFor(await server.as(team.sam), { kind: 'people' }), 403, 'role-not-allowed');
  const other = await aTeam(server);
  const elsewhere = await server.as(await anAdministrator(other.organization));
  for (const kind of ['people', 'contacts'])
    expect(await fileOf(server, elsewhere, { kind })).not.toMatch(/Ann Smith|José/);
});
