import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What functions say instead: the function, what stood there, what stands there now. */
const REWRITTEN: [name: string, from: string, to: string][] = [
  // a supervisor who coaches too writes about the team as supervisor, whoever is on their own caseload
  [
    'mark_off_caseload',
    'EXISTS (SELECT 1 FROM coaches c WHERE c.organization_id = NEW.organization_id AND c.id = acting_account())',
    `current_setting('role') = 'caseload_coach'`,
  ],
  // whoever covers for somebody as coach does not stand for them as supervisor
  [
    'after_hours_of',
    'c.id = acting_account() OR c.supervisor_id = ANY (acting_for())',
    `c.id = acting_account() OR current_setting('role') = 'caseload_supervisor' AND c.supervisor_id = ANY (acting_for())`,
  ],
  // one that was called off before it began is nobody's loss
  [
    'tell_of_lost_covers',
    'c.until_on > day_in(c.organization_id)',
    'c.until_on > day_in(c.organization_id) AND c.from_on < c.until_on',
  ],
];

const ARGUMENTS = `p_coach_ids uuid[], p_participant_id uuid, p_today date, p_early_days integer,
  p_late_days integer, p_first_days integer, p_long_days integer`;
const TYPES = 'uuid[], uuid, date, integer, integer, integer, integer';

/** Where a coach's own load was told from everybody's, and what is left of it in the function that tells nobody apart. */
const OWN_ALONE = [
  [
    `s.coach_id = ANY (p_coach_ids)
       AND (current_setting('role') <> 'caseload_coach' OR s.coach_id = acting_account())`,
    's.coach_id = ANY (p_coach_ids)',
  ],
  [
    `a.until_on IS NULL AND (current_setting('role') <> 'caseload_coach' OR a.coach_id = acting_account())`,
    'a.until_on IS NULL',
  ],
] as const;

/**
 * Functions that look past the policies go by the role somebody acts in, not by what else they are. Whoever chooses who
 * covers weighs it by load: a coach too, who else learns only their own.
 */
export class ByTheActingRole1763700000042 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const [name, from, to] of REWRITTEN)
      await runner.query(rewritten(await definitionOf(runner, name), from, to));
    let shapes = await definitionOf(runner, 'load_shapes');
    for (const [from, to] of OWN_ALONE) shapes = rewritten(shapes, from, to);
    await runner.query(rewritten(shapes, 'public.load_shapes(', 'public.load_shapes_of_anybody('));
    await runner.query(`
CREATE OR REPLACE FUNCTION load_shapes(${ARGUMENTS})
RETURNS TABLE (coach_id uuid, is_second boolean, is_paused boolean, window_stage text, note_level text,
               is_new boolean, is_long boolean, head_count bigint)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public
AS $$ SELECT * FROM load_shapes_of_anybody(
        CASE current_setting('role') WHEN 'caseload_coach' THEN ARRAY(
               SELECT own FROM unnest(p_coach_ids) own WHERE own = acting_account()) ELSE p_coach_ids END,
        p_participant_id, p_today, p_early_days, p_late_days, p_first_days, p_long_days) $$;

-- Participants with whom both walk now, one as the primary coach and the other as the second.
CREATE FUNCTION walked_with_by_both(p_coach_id uuid, p_other_id uuid) RETURNS integer
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public
AS $$ SELECT count(*)::integer FROM assignments a
        JOIN assignments b ON b.organization_id = a.organization_id AND b.participant_id = a.participant_id
         AND b.coach_id = p_other_id AND b.until_on IS NULL
       WHERE a.organization_id = acting_organization() AND a.coach_id = p_coach_id AND a.until_on IS NULL
         AND EXISTS (SELECT 1 FROM standings s
                      WHERE s.organization_id = a.organization_id AND s.participant_id = a.participant_id) $$;
GRANT EXECUTE ON FUNCTION load_shapes_of_anybody(${TYPES}), walked_with_by_both(uuid, uuid)
  TO caseload_coach, caseload_supervisor, caseload_administrator;
DROP FUNCTION caseload_count_of(uuid);
`);
  }

  async down(runner: QueryRunner): Promise<void> {
    let shapes = await definitionOf(runner, 'load_shapes_of_anybody');
    shapes = rewritten(shapes, 'public.load_shapes_of_anybody(', 'public.load_shapes(');
    for (const [from, to] of OWN_ALONE) shapes = rewritten(shapes, to, from);
    await runner.query(shapes);
    await runner.query(`
DROP FUNCTION load_shapes_of_anybody(${TYPES}), walked_with_by_both(uuid, uuid);
CREATE FUNCTION caseload_count_of(p_coach_id uuid) RETURNS integer
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public
AS $$ SELECT count(*)::integer FROM assignments a
       WHERE a.organization_id = acting_organization() AND a.coach_id = p_coach_id AND a.until_on IS NULL
         AND EXISTS (SELECT 1 FROM enrollments e WHERE e.organization_id = a.organization_id
                        AND e.participant_id = a.participant_id AND e.closed_on IS NULL) $$;
GRANT EXECUTE ON FUNCTION caseload_count_of(uuid) TO caseload_coach, caseload_supervisor, caseload_administrator;`);
    for (const [name, from, to] of REWRITTEN)
      await runner.query(rewritten(await definitionOf(runner, name), to, from));
  }
}

async function definitionOf(runner: QueryRunner, name: string): Promise<string> {
  const rows = (await runner.query('SELECT pg_get_functiondef($1::regproc) AS definition', [name])) as [
    { definition: string },
  ];
  return rows[0].definition;
}

/** Each must have it. */
function rewritten(definition: string, from: string, to: string): string {
  if (!definition.includes(from)) throw new Error(`No function says ${from}`);
  return definition.replaceAll(from, () => to);
}
