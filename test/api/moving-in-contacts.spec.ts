import { bringIn, csvOf, moveIn, refusalsOf, sendFile, tryFile } from '../given/move.js';
import { today } from '../given/organization.js';
import { aCoach, anAdministrator, type Person } from '../given/staff.js';
import { aTeam, type Team } from '../given/team.js';
import type { Client } from '../support/client.js';
import { startTestServer, type TestServer } from '../support/server.js';
import { trailOf } from '../support/trail.js';

let server: TestServer;
let team: Team;
let ada: Person;
let desk: Client;
let yesterday: string;
let lastWeek: string;

beforeAll(async () => {
  server = await startTestServer();
});
afterAll(() => server.close());
beforeEach(async () => {
  team = await aTeam(server, { theo: { enrolledOn: undefined } });
  ada = await anAdministrator(team.organization);
  desk = await server.as(ada);
  yesterday = today(team.organization, -1);
  lastWeek = today(team.organization, -7);
  await moveIn(
    server,
    desk,
    'people',
    csvOf(
      ['Client ID', 'Name', 'DOB', 'Phone', 'Intake date', 'Coach'],
      ['A-1', 'Ann Smith', '1980-03-04', '555-010-0001', lastWeek, team.rosa.signInName],
      ['', 'Ben Ortiz', '', '555-010-0002', lastWeek, ''],
    ),
    { programId: team.organization.programId },
  );
});

const HEADERS = [
  'Client ID',
  'Name',
  'Phone',
  'Date of contact',
  'Time',
  'Type',
  'Outcome',
  'Minutes',
  'Notes',
  'Staff',
];
const file = (...rows: string[][]): string => csvOf(HEADERS, ...rows);
const good = (): string =>
  file(
    [
      'A-1',
      '',
      '',
      yesterday,
      '14:30',
      'call',
      'reached',
      '20',
      'She found a room. "At last."',
      team.rosa.signInName,
    ],
    ['', 'Ben Ortiz', '(555) 010 0002', yesterday, '', 'text', 'no answer', '', '', team.rosa.signInName],
    ['A-1', '', '', today(team.organization, -90), '', 'visit', 'reached', '', '', team.rosa.signInName],
  );
const stored = async (): Promise<Record<string, unknown>[]> => {
  const { rows } = await server.database.query(
    `SELECT p.preferred_name AS name, c.outcome, c.way, c.minutes, c.occurred_time, n.words, c.certification_id IS NOT NULL AS certified,
            c.is_held, c.is_off_caseload
       FROM contacts c JOIN participants p ON p.organization_id = c.organization_id AND p.id = c.participant_id
       LEFT JOIN contact_team_notes n ON n.organization_id = c.organization_id AND n.contact_id = c.id
      WHERE c.organization_id = $1 ORDER BY c.occurred_on DESC, p.preferred_name`,
    [team.organization.organizationId],
  );
  return rows;
};

test('past contacts come in under the certification of their day, move the standing as if logged, and show to the coach with their notes', async () => {
  const moved = await moveIn(server, desk, 'contacts', good());
  expect(moved).toMatchObject({
    state: 'moved',
    moved: { makes: { contacts: 3 }, unchanged: 0, leftOut: 0 },
  });
  const plain = { certified: true, is_held: false, is_off_caseload: false };
  expect(await stored()).toEqual([
    {
      name: 'Ann Smith',
      outcome: 'reached',
      way: 'phone',
      minutes: 20,
      occurred_time: '14:30:00',
      words: 'She found a room. "At last."',
      ...plain,
    },
    {
      name: 'Ben Ortiz',
      outcome: 'no answer',
      way: 'text',
      minutes: null,
      occurred_time: null,
      words: null,
      ...plain,
    },
    {
      name: 'Ann Smith',
      outcome: 'reached',
      way: 'in person',
      minutes: null,
      occurred_time: null,
      words: null,
      ...plain,
    },
  ]);
  const rosa = await server.as(team.rosa);
  const { body: caseload } = await rosa.get('/api/caseload');
  const ann = caseload.items.find(
    ({ preferredName }: { preferredName: string }) => preferredName === 'Ann Smith',
  );
  // the one from before the enrollment is kept and moves no standing
  expect(ann.standing).toMatchObject({ lastReachedOn: yesterday, is: 'on track' });
  expect((await trailOf(ada)).filter(({ action }) => action === 'contacts.brought-in')).toHaveLength(2);
  const { rows: days } = await server.database.query(
    'SELECT sum(reached_count)::integer AS reached, sum(attempt_count)::integer AS attempts FROM coach_days WHERE organization_id = $1',
    [team.organization.organizationId],
  );
  expect(days).toEqual([{ reached: 2, attempts: 1 }]);
});

test('nobody is told, asked to read or announced to for each row of a file', async () => {
  await moveIn(server, desk, 'contacts', good());
  const { organizationId } = team.organization;
  for (const table of ['contact_reviews', 'message_deliveries'])
    expect(
      (await server.database.query(`SELECT 1 FROM ${table} WHERE organization_id = $1`, [organizationId]))
        .rows,
    ).toEqual([]);
  const { rows } = await server.database.query(
    "SELECT 1 FROM live_events WHERE organization_id = $1 AND at > now() - interval '5 seconds'",
    [organizationId],
  );
  expect(rows.length).toBeLessThanOrEqual(2);
});

test('the same contacts once more change nothing; a row twice in one file is told of', async () => {
  await moveIn(server, desk, 'contacts', good());
  const before = await stored();
  expect((await moveIn(server, desk, 'contacts', good())).moved).toMatchObject({
    makes: { contacts: 0 },
    unchanged: 3,
  });
  expect(await stored()).toEqual(before);
  const row = ['A-1', '', '', lastWeek, '', 'call', 'reached', '', '', team.rosa.signInName];
  const tried = await tryFile(server, desk, (await sendFile(desk, 'contacts', file(row, row))).body);
  expect(await refusalsOf(desk, tried.moveId)).toEqual({ 3: ['row-twice'] });
});

test('each rule of logging by hand holds for each row', async () => {
  const dev = await aCoach(team.organization, {
    name: 'Dev Patel',
    certification: { firstOn: yesterday, lastOn: today(team.organization, 10) },
  });
  await server.database.query('UPDATE accounts SET disabled_at = now() WHERE id = $1', [dev.accountId]);
  const rosa = team.rosa.signInName;
  const sent = await sendFile(
    desk,
    'contacts',
    file(
      ['A-9', '', '', yesterday, '', 'call', 'reached', '', '', rosa],
      ['', 'Ben Ortiz', '', yesterday, '', 'call', 'reached', '', '', rosa],
      ['', 'Ben Ortiz', '555-010-9999', yesterday, '', 'call', 'reached', '', '', rosa],
      ['A-1', '', '', today(team.organization, 1), '', 'call', 'reached', '', '', rosa],
      ['A-1', '', '', '1979-12-31', '', 'call', 'reached', '', '', rosa],
      ['A-1', '', '', yesterday, '', 'call', 'reached', '', '', 'Zoe Unknown'],
      ['A-1', '', '', lastWeek, '', 'call', 'reached', '', '', 'Dev Patel'],
      ['A-1', '', '', yesterday, '', 'call', 'reached', '2000', '', rosa],
      ['A-1', '', '', yesterday, '', 'call', 'perhaps', '', '', rosa],
      ['A-1', '', '', yesterday, '', 'call', 'reached', '', '', 'Dev Patel'],
    ),
  );
  const tried = await tryFile(server, desk, sent.body);
  expect(await refusalsOf(desk, tried.moveId)).toEqual({
    2: ['participant-unknown'],
    3: ['participant-needs-more'],
    4: ['participant-not-sure'],
    5: ['day-in-the-future'],
    6: ['contact-before-birth'],
    7: ['coach-unknown'],
    8: ['certification-missing'],
    9: [expect.stringContaining('minutes')],
    10: [expect.stringContaining('outcome')],
  });
  // who has left: what they did while certified stays theirs
  expect(tried.tried).toMatchObject({ ready: 1, makes: { contacts: 1 } });
  expect((await bringIn(server, desk, tried, true)).state).toBe('moved');
});

test('where an organization holds what was not certified, it comes in held and marked', async () => {
  await server.database.query(`UPDATE organizations SET uncertified_logging = 'hold' WHERE id = $1`, [
    team.organization.organizationId,
  ]);
  await aCoach(team.organization, { name: 'Kim Novak', certification: null });
  const sent = await sendFile(
    desk,
    'contacts',
    file(['A-1', '', '', yesterday, '', 'call', 'reached', '', '', 'Novak, Kim']),
  );
  const tried = await tryFile(server, desk, sent.body);
  expect(tried.tried).toMatchObject({ ready: 1, marked: 1 });
  await bringIn(server, desk, tried);
  expect(await stored()).toMatchObject([{ is_held: true, certified: false }]);
});

test('what lapses between the dry run and the word to go stops the whole file, and nothing comes in', async () => {
  const tried = await tryFile(server, desk, (await sendFile(desk, 'contacts', good())).body);
  await server.database.query('DELETE FROM certifications WHERE organization_id = $1', [
    team.organization.organizationId,
  ]);
  const stopped = await bringIn(server, desk, tried);
  expect(stopped).toMatchObject({ state: 'stopped', stopped: { code: 'move-changed-meanwhile' } });
  expect(await stored()).toEqual([]);
});
