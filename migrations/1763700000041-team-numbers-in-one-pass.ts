import type { MigrationInterface, QueryRunner } from 'typeorm';

const NEEDS = [1, 2, 3, 4, 5, 6];

type Rewrites = [before: string, after: string][];

/** What `team_numbers` says, and what it says from now on. */
const NUMBERS: Rewrites = [
  ['acting_organization()', 'the_organization'],
  ['use_column\nBEGIN', 'use_column\nDECLARE the_organization uuid := acting_organization();\nBEGIN'],
  [
    ` AS is_locked,
           min(array_position(p_needs, s.standings[greatest(1, width_bucket(p_today, s.changes_on))])) AS need,
           bool_and(s.standings[width_bucket(p_today, s.changes_on)] = 'paused') AS is_paused,
           min(s.enrolled_on) AS enrolled_on, min(s.agreed_cadence_days) AS cadence_days
`,
    ` AS is_locked,
           min(array_position(p_needs, s.standings[greatest(1, width_bucket(p_today, s.changes_on))])) AS need,
           min(s.enrolled_on) AS enrolled_on, min(s.agreed_cadence_days) AS cadence_days,
           min(cardinality(s.goals_moved_on) - width_bucket(p_from - 1, s.goals_moved_on)) AS moving,
           min(width_bucket(p_today - p_still_days, s.open_goals_moved_on)) AS still
`,
  ],
  ['person AS MATERIALIZED', 'person AS'],
  [
    `  moving AS (
    SELECT d.participant_id, count(DISTINCT d.goal_id) AS goals FROM goal_days d
     WHERE d.organization_id = the_organization AND d.moved_on BETWEEN p_from AND p_to GROUP BY 1),
`,
    `  -- of days that end before today: through today, the last movement of each goal tells
  moved AS (
    SELECT d.participant_id, count(DISTINCT d.goal_id) AS goals FROM goal_days d
     WHERE p_to < p_today AND d.organization_id = the_organization AND d.moved_on BETWEEN p_from AND p_to GROUP BY 1),
  alike AS MATERIALIZED (
    SELECT p.coach_id, p.is_locked, p.need, p.enrolled_on > p_today - p_first_days AS is_new,
           p.cadence_days >= p_long_days AS is_long, f.began_on >= p_today - p_early_days AS is_early,
           n.urgent > 0 AS is_urgent, n.concern > 0 AS is_concern, count(*) AS heads, sum(m.made) AS made,
           sum(m.overdue) AS overdue, sum(i.times) AS check_ins,
           sum(CASE WHEN p_to < p_today THEN d.goals ELSE p.moving END) AS moving, sum(p.still) AS still
      FROM person p
      LEFT JOIN promise m ON m.participant_id = p.participant_id
      LEFT JOIN check_in i ON i.participant_id = p.participant_id
      LEFT JOIN moved d ON d.participant_id = p.participant_id
      LEFT JOIN note n ON n.participant_id = p.participant_id
      LEFT JOIN frail f ON f.participant_id = p.participant_id
     GROUP BY 1, 2, 3, 4, 5, 6, 7, 8),
`,
  ],
  [
    `    SELECT p.coach_id, count(*) AS participants,
           ARRAY[${NEEDS.map((place) => `count(*) FILTER (WHERE p.need = ${place})`).join(', ')}] AS needs,
           sum(m.made) AS made, sum(m.overdue) AS overdue, sum(i.times) AS check_ins, sum(d.goals) AS moving,
           sum(width_bucket(p_today - p_still_days, g.moved_on)) AS still
      FROM person p
      LEFT JOIN promise m ON m.participant_id = p.participant_id
      LEFT JOIN check_in i ON i.participant_id = p.participant_id
      LEFT JOIN moving d ON d.participant_id = p.participant_id
      LEFT JOIN goal_movements g ON g.organization_id = the_organization AND g.participant_id = p.participant_id
     WHERE NOT p.is_locked GROUP BY 1),
`,
    `    SELECT p.coach_id, sum(p.heads)::bigint AS participants,
           ARRAY[${NEEDS.map((place) => `coalesce(sum(p.heads) FILTER (WHERE p.need = ${place}), 0)::bigint`).join(', ')}] AS needs,
           sum(p.made) AS made, sum(p.overdue) AS overdue, sum(p.check_ins) AS check_ins, sum(p.moving) AS moving,
           sum(p.still) AS still
      FROM alike p WHERE NOT p.is_locked GROUP BY 1),
`,
  ],
  [
    `    SELECT p.coach_id, false AS is_second, p.is_paused,
           CASE WHEN f.began_on >= p_today - p_early_days THEN 'early' WHEN f.began_on IS NOT NULL THEN 'late' END AS stage,
           CASE WHEN n.urgent > 0 THEN 'urgent' WHEN n.concern > 0 THEN 'concern' END AS level,
           p.enrolled_on > p_today - p_first_days AS is_new, p.cadence_days >= p_long_days AS is_long, count(*) AS heads
      FROM person p
      LEFT JOIN note n ON n.participant_id = p.participant_id
      LEFT JOIN frail f ON f.participant_id = p.participant_id
     WHERE`,
    `    SELECT p.coach_id, false AS is_second, p.need = array_position(p_needs, 'paused') AS is_paused,
           CASE WHEN p.is_early THEN 'early' WHEN NOT p.is_early THEN 'late' END AS stage,
           CASE WHEN p.is_urgent THEN 'urgent' WHEN p.is_concern THEN 'concern' END AS level, p.is_new, p.is_long,
           sum(p.heads)::bigint AS heads
      FROM alike p
     WHERE`,
  ],
  [
    'm.participant_id <> ALL (locked_records())',
    'm.participant_id <> ALL ((SELECT locked_records())::uuid[])',
  ],
];

/** The last day of every goal, beside that of the open ones. */
const GOAL_DAYS: Rewrites = [
  ['participant_id, moved_on)\n  SELECT p_org', 'participant_id, moved_on, ever_moved_on)\n  SELECT p_org'],
  [
    'AND g.finish_proposed_by IS NULL ORDER BY 1)\n',
    `AND g.finish_proposed_by IS NULL ORDER BY 1), ARRAY(
    SELECT (SELECT max(d.moved_on) FROM goal_days d WHERE d.organization_id = g.organization_id AND d.goal_id = g.id)
      FROM goals g
     WHERE g.organization_id = p_organization_id AND g.participant_id = goal.participant_id ORDER BY 1)
`,
  ],
  [
    'SET moved_on = excluded.moved_on\n    WHERE goal_movements.moved_on <> excluded.moved_on',
    'SET moved_on = excluded.moved_on, ever_moved_on = excluded.ever_moved_on\n' +
      '    WHERE (goal_movements.moved_on, goal_movements.ever_moved_on) <> (excluded.moved_on, excluded.ever_moved_on)',
  ],
];

/**
 * The overview reads its people once: what a goal's movements come to stands with the standing, so that neither they nor
 * the days of two hundred coaches are gathered row by row. And the load of a coach opens to who it is made of.
 */
export class TeamNumbersInOnePass1763700000041 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
ALTER TABLE goal_movements ADD COLUMN ever_moved_on date[] NOT NULL DEFAULT '{}';
COMMENT ON COLUMN goal_movements.ever_moved_on IS 'Kept by triggers: the last day of each goal, open or not, sorted.';
UPDATE goal_movements m SET ever_moved_on = ARRAY(
  SELECT (SELECT max(d.moved_on) FROM goal_days d WHERE d.organization_id = g.organization_id AND d.goal_id = g.id)
    FROM goals g WHERE g.organization_id = m.organization_id AND g.participant_id = m.participant_id ORDER BY 1);

ALTER TABLE standings ADD COLUMN open_goals_moved_on date[], ADD COLUMN goals_moved_on date[];
COMMENT ON COLUMN standings.open_goals_moved_on IS 'goal_movements.moved_on, so that a team is counted from one table.';
COMMENT ON COLUMN standings.goals_moved_on IS 'goal_movements.ever_moved_on, likewise.';
UPDATE standings s SET open_goals_moved_on = m.moved_on, goals_moved_on = m.ever_moved_on
  FROM goal_movements m WHERE m.organization_id = s.organization_id AND m.participant_id = s.participant_id;

CREATE FUNCTION keep_goals_with_standing() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER
SET search_path = pg_catalog, public AS $$
BEGIN
  UPDATE standings s SET open_goals_moved_on = NEW.moved_on, goals_moved_on = NEW.ever_moved_on
   WHERE s.organization_id = NEW.organization_id AND s.participant_id = NEW.participant_id;
  RETURN NULL;
END $$;
CREATE TRIGGER keep_goals_with_standing AFTER INSERT OR UPDATE ON goal_movements
  FOR EACH ROW EXECUTE FUNCTION keep_goals_with_standing();
-- Held, or a goal that moves just now would be seen by neither.
CREATE FUNCTION bring_goals_to_standing() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER
SET search_path = pg_catalog, public AS $$
DECLARE kept goal_movements%ROWTYPE;
BEGIN
  SELECT * INTO kept FROM goal_movements m
   WHERE m.organization_id = NEW.organization_id AND m.participant_id = NEW.participant_id FOR SHARE;
  IF FOUND THEN
    UPDATE standings s SET open_goals_moved_on = kept.moved_on, goals_moved_on = kept.ever_moved_on
     WHERE s.organization_id = NEW.organization_id AND s.enrollment_id = NEW.enrollment_id;
  END IF;
  RETURN NULL;
END $$;
CREATE TRIGGER bring_goals_to_standing AFTER INSERT ON standings
  FOR EACH ROW EXECUTE FUNCTION bring_goals_to_standing();
REVOKE EXECUTE ON FUNCTION keep_goals_with_standing(), bring_goals_to_standing() FROM PUBLIC;

-- With what it counts, so that thirty days of two hundred coaches are read from the index alone.
ALTER TABLE coach_days DROP CONSTRAINT coach_days_pkey, ADD CONSTRAINT coach_days_pkey
  PRIMARY KEY (organization_id, coach_id, occurred_on) INCLUDE (reached_count, attempt_count);

-- Whom load_shapes counts (decision 25), one by one, of one coach of the acting supervisor's team or of all. Whoever is
-- out of the supervisor's reach weighs too, and stays without a name: a colleague, or with another team's coach.
CREATE FUNCTION team_load(p_coach_id uuid, p_today date, p_early_days integer, p_late_days integer,
  p_first_days integer, p_long_days integer)
RETURNS TABLE (line_id uuid, coach_id uuid, coach_name text, participant_id uuid, is_second boolean, is_paused boolean,
               window_stage text, note_level text, is_new boolean, is_long boolean)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public
AS $$
  WITH team AS (
    SELECT c.id, a.name FROM coaches c JOIN accounts a ON a.organization_id = c.organization_id AND a.id = c.id
     WHERE c.organization_id = acting_organization() AND c.supervisor_id = ANY (acting_for())),
  person AS (
    SELECT s.coach_id, s.participant_id, NOT bool_or(s.is_locked) AS is_reached, min(s.enrolled_on) AS enrolled_on,
           min(s.agreed_cadence_days) AS cadence_days,
           bool_and(s.standings[width_bucket(p_today, s.changes_on)] = 'paused') AS is_paused,
           max(v.began_on) AS began_on, bool_or(r.level = 'urgent') AS is_urgent, bool_or(r.level = 'concern') AS is_concern
      FROM standings s
      LEFT JOIN vulnerability_windows v ON v.organization_id = s.organization_id AND v.participant_id = s.participant_id
       AND v.closed_on IS NULL AND v.undone_at IS NULL AND v.began_on BETWEEN p_today - p_late_days AND p_today
      LEFT JOIN risk_notes r ON r.organization_id = s.organization_id AND r.participant_id = s.participant_id
       AND r.resolved_at IS NULL
     WHERE s.organization_id = acting_organization() AND s.coach_id IN (SELECT id FROM team)
       AND (p_coach_id IS NULL OR s.coach_id = p_coach_id)
     GROUP BY s.coach_id, s.participant_id),
  carried AS (
    SELECT p.coach_id, p.participant_id, p.is_reached, false AS is_second, p.is_paused,
           CASE WHEN p.began_on >= p_today - p_early_days THEN 'early' WHEN p.began_on IS NOT NULL THEN 'late' END AS stage,
           CASE WHEN p.is_urgent THEN 'urgent' WHEN p.is_concern THEN 'concern' END AS level,
           p.enrolled_on > p_today - p_first_days AS is_new, p.cadence_days >= p_long_days AS is_long FROM person p
    UNION ALL
    SELECT a.coach_id, a.participant_id,
           NOT p.is_locked AND (p.primary_coach_id IS NULL OR p.primary_coach_id IN (SELECT id FROM team)),
           true, false, NULL, NULL, false, false
      FROM assignments a JOIN participants p ON p.organization_id = a.organization_id AND p.id = a.participant_id
     WHERE a.organization_id = acting_organization() AND a.kind = 'second' AND a.until_on IS NULL
       AND a.coach_id IN (SELECT id FROM team) AND (p_coach_id IS NULL OR a.coach_id = p_coach_id)
       AND EXISTS (SELECT 1 FROM standings s
                    WHERE s.organization_id = a.organization_id AND s.participant_id = a.participant_id))
  SELECT md5(c.coach_id::text || c.participant_id)::uuid, c.coach_id, t.name,
         CASE WHEN c.is_reached THEN c.participant_id END, c.is_second, c.is_paused, c.stage, c.level, c.is_new, c.is_long
    FROM carried c JOIN team t ON t.id = c.coach_id $$;
REVOKE EXECUTE ON FUNCTION team_load(uuid, date, integer, integer, integer, integer) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION team_load(uuid, date, integer, integer, integer, integer) TO caseload_supervisor;
`);
    await rewrite(runner, 'count_goal_days', GOAL_DAYS);
    await rewrite(runner, 'team_numbers', NUMBERS);
  }

  async down(runner: QueryRunner): Promise<void> {
    const back = (rewrites: Rewrites): Rewrites =>
      rewrites.toReversed().map(([before, after]) => [after, before]);
    await rewrite(runner, 'team_numbers', back(NUMBERS));
    await rewrite(runner, 'count_goal_days', back(GOAL_DAYS));
    await runner.query(`
DROP FUNCTION team_load(uuid, date, integer, integer, integer, integer);
ALTER TABLE coach_days DROP CONSTRAINT coach_days_pkey, ADD CONSTRAINT coach_days_pkey
  PRIMARY KEY (organization_id, coach_id, occurred_on);
DROP TRIGGER bring_goals_to_standing ON standings;
DROP TRIGGER keep_goals_with_standing ON goal_movements;
DROP FUNCTION bring_goals_to_standing(), keep_goals_with_standing();
ALTER TABLE standings DROP COLUMN goals_moved_on, DROP COLUMN open_goals_moved_on;
ALTER TABLE goal_movements DROP COLUMN ever_moved_on;`);
  }
}

/** Makes a function anew with other words in its text; its grants stay. */
async function rewrite(runner: QueryRunner, name: string, rewrites: Rewrites): Promise<void> {
  const [row] = (await runner.query(
    `SELECT pg_get_functiondef(p.oid) AS text FROM pg_proc p
      WHERE p.pronamespace = 'public'::regnamespace AND p.proname = '${name}'`,
  )) as { text: string }[];
  let text = row?.text ?? '';
  for (const [before, after] of rewrites) {
    if (!text.includes(before)) throw new Error(`${name} does not say: ${before}`);
    text = text.replaceAll(before, () => after);
  }
  await runner.query(text);
}
