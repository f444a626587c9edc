import type pg from 'pg';
import { v7 as newId } from 'uuid';
import { asOwner, cloneOf } from '../support/database.js';
import { sampleTemplate } from '../support/sample-template.js';

/** Keys of which a participant has one, settled by hand in the migrations of merging. */
const SETTLED = [
  'assignments: one_current_assignment_to_a_coach',
  'assignments: one_primary_coach_at_a_time',
  'assignments: one_second_coach_at_a_time',
  'birthdays: birthdays_pkey',
  'births: births_pkey',
  'calls_asked_for: one_call_is_asked_for_at_a_time',
  'coach_wishes: coach_wishes_pkey',
  'congratulations: congratulations_pkey',
  'deaths: a_death_is_said_once',
  'enrollments: one_open_enrollment_in_a_program',
  'goal_movements: goal_movements_pkey',
  'handovers: one_open_handover_at_a_time',
  'looks: looks_pkey',
  'pauses: one_pause_of_a_kind_at_a_time',
  'planned_contacts: one_next_contact_at_a_time',
  'record_copies: one_copy_at_a_time',
  'recovery_day_settings: recovery_day_settings_pkey',
  'recovery_milestones: recovery_milestones_pkey',
  'recovery_periods: recovery_periods_of_one_person_do_not_overlap',
  'recovery_plan_people: a_supporter_once_in_a_plan',
  'recovery_plan_people: recovery_plan_people_pkey',
  'recovery_plan_versions: one_change_of_a_plan_for_an_id',
  'recovery_plan_versions: recovery_plan_versions_pkey',
  'recovery_plans: recovery_plans_pkey',
  'vulnerability_windows: one_window_for_an_event_on_a_day',
];

/** Of two there is one afterwards, or it is worked out anew. */
const SETTLED_ROWS = [
  ...new Set(SETTLED.map((line) => line.split(':')[0]!)),
  'standings',
  'earlier_cadences',
  'live_events',
];

let owner: pg.Client;

beforeAll(async () => {
  owner = await asOwner(await cloneOf(await sampleTemplate(), 'merging_any_table'));
});
afterAll(() => owner.end());

async function names(sql: string): Promise<string[]> {
  return (await owner.query<{ name: string }>(sql)).rows.map(({ name }) => name);
}

test('what a participant has one of is known to the merge, in every table there is', async () => {
  const keys = await names(
    `SELECT i.indrelid::regclass || ': ' || c.relname AS name FROM pg_index i JOIN pg_class c ON c.oid = i.indexrelid
      WHERE (i.indisunique OR i.indisexclusion) AND c.relnamespace = 'public'::regnamespace
        AND i.indrelid <> 'announcements'::regclass AND EXISTS (
          SELECT 1 FROM pg_attribute a WHERE a.attrelid = i.indrelid AND a.attnum = ANY (i.indkey) AND a.attname = 'participant_id')
        AND NOT EXISTS (SELECT 1 FROM pg_index k JOIN pg_attribute a ON a.attrelid = k.indrelid AND a.attnum = ANY (k.indkey)
                         WHERE k.indrelid = i.indrelid AND k.indisprimary AND a.attname IN ('id', 'contact_id', 'copy_id')
                           AND a.attnum = ANY (i.indkey)) ORDER BY 1`,
  );
  expect(keys).toEqual([...SETTLED].sort());
});

test('a key that names the participant too waits for the end of a merge, in every table there is', async () => {
  const hasty = await names(
    `SELECT k.conrelid::regclass || ': ' || k.conname AS name FROM pg_constraint k
      WHERE k.contype = 'f' AND k.connamespace = 'public'::regnamespace AND cardinality(k.conkey) > 2
        AND NOT k.condeferrable AND EXISTS (
          SELECT 1 FROM pg_attribute a WHERE a.attrelid = k.conrelid AND a.attnum = ANY (k.conkey) AND a.attname = 'participant_id')`,
  );
  expect(hasty).toEqual([]);
});

test('of two people with all that a record can hold not one row is lost, and none stays behind', async () => {
  const tables = await names(
    `SELECT c.relname AS name FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid AND a.attname = 'participant_id'
      WHERE c.relnamespace = 'public'::regnamespace AND c.relkind = 'r' AND c.relname NOT IN ('trail', 'announcements')`,
  );
  const { rows } = await owner.query<{
    id: string;
    account_id: string;
    organization_id: string;
    ada: string;
  }>(
    `SELECT p.id, p.account_id, p.organization_id, ada.id AS ada FROM participants p
       JOIN accounts a ON a.organization_id = p.organization_id AND a.id = p.account_id AND a.sign_in_name IN ('theo', 'mina')
       JOIN accounts ada ON ada.organization_id = p.organization_id AND ada.sign_in_name = 'ada'
      WHERE NOT EXISTS (SELECT 1 FROM deaths d WHERE d.participant_id = p.id) ORDER BY a.sign_in_name`,
  );
  const [from, into] = rows as [(typeof rows)[0], (typeof rows)[0]];
  const counts = async (ids: string[]): Promise<Record<string, number>> => {
    const sql = tables.map(
      (t) => `SELECT '${t}' AS t, count(*)::integer AS n FROM ${t} WHERE participant_id = ANY ($1)`,
    );
    const found = await owner.query<{ t: string; n: number }>(sql.join(' UNION ALL '), [ids]);
    return Object.fromEntries(found.rows.map(({ t, n }) => [t, n]));
  };
  const both = await counts([from.id, into.id]);
  await owner.query('BEGIN');
  await owner.query(
    `SELECT set_config('app.organization_id', $1, true), set_config('app.account_id', $2, true)`,
    [into.organization_id, into.ada],
  );
  const { rows: answers } = await owner.query(
    `SELECT merge_participants($1, $2, $3, '{"preferredName":"Theo","legalName":"","pronouns":"","language":"en"}', $4, '',
                               '', current_date, now()) AS became`,
    [newId(), from.id, into.id, into.account_id],
  );
  expect(answers).toEqual([{ became: 'merged' }]);
  await owner.query('COMMIT');

  const left = await counts([from.id]);
  expect(Object.entries(left).filter(([, count]) => count > 0)).toEqual([]);
  const kept = await counts([into.id]);
  const whole = (all: Record<string, number>): [string, number][] =>
    Object.entries(all).filter(([table]) => !SETTLED_ROWS.includes(table));
  expect(whole(kept)).toEqual(whole(both));
  expect(whole(both).filter(([, count]) => count > 0).length).toBeGreaterThan(12);
  const { rows: merge } = await owner.query<{ was: Record<string, unknown[]> }>('SELECT was FROM merges');
  expect(merge[0]!.was['participants']).toHaveLength(2);
  expect(merge[0]!.was['assignments']!.length).toBeGreaterThan(1);
});
