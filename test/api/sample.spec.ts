import pg from 'pg';
import { hashOf, newToken } from '../../backend/access/session-cookie.js';
import type { DatabaseUrls } from '../../backend/database/database-urls.js';
import { harbor } from '../../backend/sample/harbor.js';
import { makeSample, SAMPLE_PASSWORD } from '../../backend/sample/make-sample.js';
import { sampleRows } from '../../backend/sample/sample-organization.js';
import { isPassword } from '../../backend/access/passwords.js';
import { standingCalendar, STANDINGS, standingOn } from '../../backend/standing/standing.rules.js';
import { asOwner, cloneOf } from '../support/database.js';
import { TEMPLATE } from '../support/database-names.js';
import { factsFromRows, type Rows } from '../support/facts-from-rows.js';

/** An evening on which it is already tomorrow in UTC. */
const NOW = new Date('2026-03-11T01:40:00Z');
const TODAY = '2026-03-10';

const TABLES = [
  'participants',
  'contacts',
  'contact_team_notes',
  'goals',
  'check_ins',
  'risk_notes',
  'standings',
];

/** Said of people on no screen and in no sample (domain rule 8). */
const NOT_OURS =
  /\b(addict\w*|junkies?|alcoholics?|drunk|abus\w+|habits?|relaps\w+|fell off|clean|dirty|non-compliant|resistant|refused|failed|frequent flyer|manipulative|drug-seeking|in denial|unmotivated|suffer\w*|victims?|homeless|inmates?|convicts?|felons?|offenders?|committed suicide)\b/i;

let urls: DatabaseUrls;
let database: pg.Client;
let stored: Rows;

beforeAll(async () => {
  urls = await cloneOf(TEMPLATE, `sample_${process.env['JEST_WORKER_ID'] ?? 1}`);
  await makeSample(urls.migration, NOW);
  database = await asOwner(urls);
  stored = await rowsOf('harbor');
});
afterAll(() => database.end());

async function rowsOf(organization: string): Promise<Rows> {
  const rows: Rows = {};
  for (const table of [...TABLES, 'enrollments', 'pauses', 'vulnerability_windows', 'accounts', 'coaches']) {
    const { rows: found } = await database.query<{ row: Record<string, unknown> }>(
      `SELECT to_jsonb(t) AS row FROM ${table} t JOIN organizations o ON o.id = t.organization_id WHERE o.short_name = $1`,
      [organization],
    );
    rows[table] = found.map(({ row }) => row);
  }
  return rows;
}

const standingsToday = (rows: Rows) =>
  new Map(
    rows['standings']!.map(({ enrollment_id, changes_on, standings }) => [
      enrollment_id,
      standingOn({ changesOn: changes_on, standings } as never, TODAY),
    ]),
  );

describe('the sample organization', () => {
  test('is the same every time', () => {
    const [one, other] = [sampleRows(harbor, NOW), sampleRows(harbor, NOW)];
    expect(JSON.stringify(other)).toBe(JSON.stringify(one));
    expect(one.rows.of('contacts').length).toBe(stored['contacts']!.length);
  });

  test('is made once: a second start leaves it as it is', async () => {
    await makeSample(urls.migration, new Date('2026-03-12T15:00:00Z'));
    expect((await rowsOf('harbor'))['contacts']).toHaveLength(stored['contacts']!.length);
  });

  test('has the people the sign-in page promises', () => {
    const roles = stored['accounts']!.map(({ role }) => role);
    const count = (role: string) => roles.filter((each) => each === role).length;
    expect([count('supervisor'), count('coach'), count('administrator')]).toEqual([2, 5, 1]);
    expect(stored['participants']).toHaveLength(95);
    const names = stored['accounts']!.map(({ sign_in_name }) => sign_in_name);
    expect(names).toEqual(expect.arrayContaining(['rosa', 'dev', 'sam', 'ada', 'theo', 'mina']));
  });

  test('lets a sample person in with the documented password', async () => {
    const { rows } = await database.query(`SELECT hash FROM passwords LIMIT 1`);
    expect(await isPassword(rows[0].hash, SAMPLE_PASSWORD)).toBe(true);
    expect(SAMPLE_PASSWORD.length).toBeGreaterThanOrEqual(15);
  });

  test('tells no contact from before 2024 or from after now', () => {
    for (const { occurred_on, happened_at, recorded_at } of stored['contacts']!) {
      expect(new Date(happened_at as string).getTime()).toBeLessThanOrEqual(NOW.getTime());
      expect(new Date(recorded_at as string).getTime()).toBeLessThanOrEqual(NOW.getTime());
      expect((occurred_on as string) > '2024-01-01').toBe(true);
    }
  });

  test('speaks of people as our own screens do', () => {
    const words = [
      ...stored['contacts']!,
      ...stored['contact_team_notes']!,
      ...stored['risk_notes']!,
      ...stored['goals']!,
    ]
      .flatMap((row) =>
        ['shared_note', 'words', 'what_was_done', 'sentence', 'why'].map((column) => row[column]),
      )
      .filter((each) => typeof each === 'string');
    expect(words.filter((each) => NOT_OURS.test(each))).toEqual([]);
  });
});

describe('standings of the sample', () => {
  test('every standing occurs, also on the caseload of Rosa alone', () => {
    const today = standingsToday(stored);
    const rosa = stored['accounts']!.find(({ sign_in_name }) => sign_in_name === 'rosa')!['id'];
    const hers = stored['standings']!.filter(({ coach_id }) => coach_id === rosa);
    expect([...new Set(today.values())].sort()).toEqual([...STANDINGS].sort());
    expect([...new Set(hers.map(({ enrollment_id }) => today.get(enrollment_id)))].sort()).toEqual(
      [...STANDINGS].sort(),
    );
  });

  test.each([
    ['Theo', 'on track'],
    ['Mina', 'due'],
    ['Lou', 'overdue'],
    ['Big Ray', 'out of touch'],
    ['Tasha', 'out of touch'],
    ['Emeka', 'new'],
    ['Wren', 'overdue'],
    ['Pops', 'paused'],
    ['Zeke', 'paused'],
    ['Łukasz', 'due'],
    ['Greta', 'overdue'],
    ['Hollis', 'new'],
  ])('%s is %s, as their story goes', (name, standing) => {
    const { id } = stored['participants']!.find(({ preferred_name }) => preferred_name === name)!;
    const { enrollment_id } = stored['standings']!.find(({ participant_id }) => participant_id === id)!;
    expect(standingsToday(stored).get(enrollment_id)).toBe(standing);
  });

  test.each(['harbor', 'summit'])('what %s stores is what follows from its rows', async (organization) => {
    const rows = await rowsOf(organization);
    const open = rows['enrollments']!.filter(({ closed_on }) => closed_on === null);
    expect(rows['standings']).toHaveLength(open.length);
    for (const enrollment of open) {
      const facts = factsFromRows(rows, enrollment);
      const standing = rows['standings']!.find(({ enrollment_id }) => enrollment_id === enrollment['id'])!;
      const { changesOn, standings, duesOn, reasons } = standingCalendar(facts);
      expect(standing).toMatchObject({ changes_on: changesOn, standings, dues_on: duesOn, reasons });
      expect(standing['last_reached_on']).toBe(facts.lastReachedOn);
    }
  });
});

test('every state of a risk note occurs', () => {
  const notes = stored['risk_notes']!;
  const has = (is: (note: Record<string, unknown>) => boolean) => notes.filter(is).length > 0;
  const isOpen = ({ resolved_at }: Record<string, unknown>) => resolved_at === null;
  for (const level of ['urgent', 'concern', 'watch']) {
    expect(has((note) => note['level'] === level && isOpen(note) && !note['acknowledged_at'])).toBe(true);
    expect(has((note) => note['level'] === level && isOpen(note) && !!note['acknowledged_at'])).toBe(true);
    expect(has((note) => note['level'] === level && !isOpen(note))).toBe(true);
  }
  expect(
    has(({ level, suggested_level, lower_reason }) => level !== suggested_level && lower_reason !== ''),
  ).toBe(true);
  expect(has((note) => !isOpen(note) && note['acknowledged_at'] === null)).toBe(true);
});

test('of risk notes some were answered late, and by then more than their own supervisor had been told', async () => {
  const { rows: told } = await database.query<{ told_as: string }>(
    `SELECT DISTINCT told_as FROM risk_note_told t JOIN organizations o ON o.id = t.organization_id
      WHERE o.short_name = 'harbor'`,
  );
  expect(told.map(({ told_as }) => told_as)).toEqual(expect.arrayContaining(['own supervisor', 'on call']));
  const { rowCount: late } = await database.query(
    'SELECT 1 FROM answering_clocks WHERE step = 2 AND stopped_at > due_at AND rung_at IS NOT NULL',
  );
  expect(late).toBeGreaterThan(0);
  const { rowCount: without } = await database.query(
    'SELECT 1 FROM risk_notes WHERE NOT EXISTS (SELECT 1 FROM answering_clocks c WHERE c.risk_note_id = risk_notes.id)',
  );
  expect(without).toBe(0);
});

test('of somebody who died the record is closed, and nobody has anything left to see to', async () => {
  const { rows } = await database.query(
    `SELECT p.preferred_name, e.closing_reason, e.closed_on::text = d.died_on::text AS is_same_day,
            d.closed_at IS NOT NULL AND d.spoken_at IS NOT NULL AS is_seen_to, p.primary_coach_id = d.last_coach_id AS stays,
            (SELECT count(*)::integer FROM assignments a WHERE a.participant_id = p.id AND a.until_on IS NULL) AS open_count
       FROM deaths d JOIN participants p ON p.id = d.participant_id JOIN enrollments e ON e.participant_id = p.id`,
  );
  expect(rows).toEqual([
    {
      ...{ preferred_name: 'Clyde', closing_reason: 'died', is_same_day: true },
      ...{ is_seen_to: true, stays: true, open_count: 0 },
    },
  ]);
});

test.each(['grant', 'lupe'])('%s of Summit sees Summit, and nothing of Harbor', async (signInName) => {
  const client = new pg.Client({ connectionString: urls.runtime });
  await client.connect();
  try {
    const { rows } = await database.query(
      `SELECT organization_id, id FROM accounts WHERE sign_in_name = $1`,
      [signInName],
    );
    const { organization_id: summit, id } = rows[0];
    const token = hashOf(newToken());
    await client.query('SELECT start_session($1, $2, $3, $4)', [summit, id, token, NOW]);
    await client.query('BEGIN');
    await client.query(
      `SELECT set_config('role', 'caseload_' || s.role, true) FROM open_session($1, $2, true) s`,
      [token, NOW],
    );
    for (const table of TABLES) {
      const { rows: seen } = await client.query(
        `SELECT count(*) FILTER (WHERE organization_id = $1)::integer AS own, count(*)::integer AS all FROM ${table}`,
        [summit],
      );
      expect(seen[0].own).toBeGreaterThan(0);
      expect(seen[0].all).toBe(seen[0].own);
    }
  } finally {
    await client.end();
  }
});
