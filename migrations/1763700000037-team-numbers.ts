import type { MigrationInterface, QueryRunner } from 'typeorm';

const HERE = 'organization_id = (SELECT acting_organization())';

/** Stands for "no coach" where rows are matched: nothing equals null. */
const NOBODY = `'00000000-0000-0000-0000-000000000000'::uuid`;

/** The coaches of the acting supervisor's team, and of those they cover for. */
const TEAM = `
  team AS MATERIALIZED (
    SELECT c.id, a.name, c.capacity, a.disabled_at IS NOT NULL OR NOT c.is_coaching AS is_gone
      FROM coaches c JOIN accounts a ON a.organization_id = c.organization_id AND a.id = c.id
     WHERE c.organization_id = acting_organization() AND c.supervisor_id = ANY (acting_for()))`;

/** Reached and attempts by coach and day, without those with a colleague whose record is locked: few, and looked up. */
const DAYS = (from: string, to: string): string => `
  days AS (
    SELECT d.coach_id, d.occurred_on, d.reached_count, d.attempt_count FROM coach_days d
     WHERE d.organization_id = acting_organization() AND d.coach_id = ANY (ARRAY(SELECT id FROM team))
       AND d.occurred_on BETWEEN ${from} AND ${to}
    UNION ALL
    SELECT k.coach_id, k.occurred_on, -(k.outcome = 'reached')::integer, -(k.outcome <> 'reached')::integer FROM contacts k
     WHERE k.organization_id = acting_organization() AND k.participant_id = ANY (locked_records())
       AND k.voided_at IS NULL AND k.coach_id = ANY (ARRAY(SELECT id FROM team)) AND k.occurred_on BETWEEN ${from} AND ${to})`;

/**
 * What the overview of a team counts, from stored facts: decision 30.
 *
 * `goal_days` has a row for each day on which a goal moved, `goal_movements` for each participant the last such day of
 * every open goal. `team_numbers` counts past the policies, for whom the acting supervisor reaches, and only counts come
 * out of it.
 */
export class TeamNumbers1763700000037 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
CREATE INDEX check_ins_by_day ON check_ins (organization_id, checked_in_on, participant_id);

CREATE TABLE goal_days (
  organization_id uuid NOT NULL,
  goal_id uuid NOT NULL,
  participant_id uuid NOT NULL,
  moved_on date NOT NULL,
  PRIMARY KEY (organization_id, goal_id, moved_on),
  FOREIGN KEY (organization_id, goal_id, participant_id) REFERENCES goals (organization_id, id, participant_id)
);
COMMENT ON TABLE goal_days IS
  'Kept by triggers: days on which a goal was made, changed, finished or spoken of, or a step of it was done.';
CREATE INDEX goal_days_by_day ON goal_days (organization_id, moved_on, participant_id, goal_id);

CREATE TABLE goal_movements (
  organization_id uuid NOT NULL,
  participant_id uuid NOT NULL,
  moved_on date[] NOT NULL,
  PRIMARY KEY (organization_id, participant_id),
  FOREIGN KEY (organization_id, participant_id) REFERENCES participants (organization_id, id)
);
COMMENT ON COLUMN goal_movements.moved_on IS
  'Kept by triggers: the last day of each open goal in goal_days, sorted, without those that wait for a word that they are reached.';

ALTER TABLE goal_days ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
ALTER TABLE goal_movements ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
CREATE POLICY the_owner_keeps ON goal_days TO caseload_owner USING (true) WITH CHECK (true);
CREATE POLICY the_owner_keeps ON goal_movements TO caseload_owner USING (true) WITH CHECK (true);
CREATE POLICY supervisors_of_reachable ON goal_days FOR SELECT TO caseload_supervisor
  USING (${HERE} AND (
    SELECT true FROM participants p WHERE p.organization_id = goal_days.organization_id
       AND p.id = goal_days.participant_id));
GRANT SELECT ON goal_days TO caseload_supervisor;
`);
    await runner.query(`
-- Whoever writes about a person's goals waits for whoever else does, as with a standing (hold_standing).
CREATE FUNCTION count_goal_days(p_organization_id uuid, p_goal_id uuid) RETURNS void LANGUAGE plpgsql SECURITY DEFINER
SET search_path = pg_catalog, public AS $$
DECLARE
  goal goals%ROWTYPE;
  zone text;
  days date[];
BEGIN
  SELECT * INTO goal FROM goals g WHERE g.organization_id = p_organization_id AND g.id = p_goal_id;
  IF NOT FOUND THEN RETURN; END IF;
  PERFORM 1 FROM enrollments e WHERE e.organization_id = p_organization_id AND e.participant_id = goal.participant_id
     AND e.closed_on IS NULL ORDER BY e.id FOR NO KEY UPDATE;
  SELECT * INTO goal FROM goals g WHERE g.organization_id = p_organization_id AND g.id = p_goal_id;
  SELECT o.time_zone INTO zone FROM organizations o WHERE o.id = p_organization_id;
  days := ARRAY(
    SELECT (moved.at AT TIME ZONE zone)::date FROM (
      SELECT goal.made_at AS at UNION ALL SELECT goal.changed_at
      UNION ALL SELECT v.made_at FROM goal_versions v WHERE v.organization_id = p_organization_id AND v.goal_id = p_goal_id
      UNION ALL SELECT t.done_at FROM steps t
       WHERE t.organization_id = p_organization_id AND t.goal_id = p_goal_id AND t.removed_at IS NULL) moved
     WHERE moved.at IS NOT NULL
    UNION SELECT goal.finished_on WHERE goal.finished_on IS NOT NULL
    UNION SELECT r.said_on FROM goal_progress r
           WHERE r.organization_id = p_organization_id AND r.goal_id = p_goal_id AND NOT r.is_voided
    UNION SELECT c.occurred_on FROM contact_goals t
            JOIN contacts c ON c.organization_id = t.organization_id AND c.id = t.contact_id
           WHERE t.organization_id = p_organization_id AND t.participant_id = goal.participant_id
             AND t.goal_id = p_goal_id AND c.voided_at IS NULL);
  DELETE FROM goal_days d WHERE d.organization_id = p_organization_id AND d.goal_id = p_goal_id AND d.moved_on <> ALL (days);
  INSERT INTO goal_days SELECT p_organization_id, p_goal_id, goal.participant_id, unnest(days) ON CONFLICT DO NOTHING;
  INSERT INTO goal_movements (organization_id, participant_id, moved_on)
  SELECT p_organization_id, goal.participant_id, ARRAY(
    SELECT (SELECT max(d.moved_on) FROM goal_days d WHERE d.organization_id = g.organization_id AND d.goal_id = g.id)
      FROM goals g
     WHERE g.organization_id = p_organization_id AND g.participant_id = goal.participant_id AND g.finished_on IS NULL
       AND g.let_go_on IS NULL AND g.finish_proposed_by IS NULL ORDER BY 1)
  ON CONFLICT (organization_id, participant_id) DO UPDATE SET moved_on = excluded.moved_on
    WHERE goal_movements.moved_on <> excluded.moved_on;
END $$;
REVOKE EXECUTE ON FUNCTION count_goal_days(uuid, uuid) FROM PUBLIC;

CREATE FUNCTION goal_moved() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public AS $$
DECLARE changed jsonb := to_jsonb(CASE TG_OP WHEN 'DELETE' THEN OLD ELSE NEW END);
BEGIN
  PERFORM count_goal_days((changed ->> 'organization_id')::uuid,
                          coalesce(changed ->> 'goal_id', changed ->> 'id')::uuid);
  RETURN NULL;
END $$;
CREATE FUNCTION goals_of_contact_moved() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER
SET search_path = pg_catalog, public AS $$
BEGIN
  PERFORM count_goal_days(t.organization_id, t.goal_id) FROM contact_goals t
    WHERE t.organization_id = NEW.organization_id AND t.contact_id = NEW.id;
  RETURN NULL;
END $$;
REVOKE EXECUTE ON FUNCTION goal_moved(), goals_of_contact_moved() FROM PUBLIC;
CREATE TRIGGER goal_moved AFTER INSERT OR UPDATE OF changed_at, finished_on, let_go_on, finish_proposed_by ON goals
  FOR EACH ROW EXECUTE FUNCTION goal_moved();
CREATE TRIGGER goal_moved AFTER INSERT ON goal_versions FOR EACH ROW EXECUTE FUNCTION goal_moved();
CREATE TRIGGER goal_moved AFTER UPDATE OF done_at, removed_at ON steps FOR EACH ROW EXECUTE FUNCTION goal_moved();
CREATE TRIGGER goal_moved AFTER INSERT OR UPDATE OR DELETE ON goal_progress FOR EACH ROW EXECUTE FUNCTION goal_moved();
CREATE TRIGGER goal_moved AFTER INSERT OR DELETE ON contact_goals FOR EACH ROW EXECUTE FUNCTION goal_moved();
CREATE TRIGGER goals_of_contact_moved AFTER UPDATE OF voided_at, occurred_on ON contacts FOR EACH ROW
  WHEN (OLD.voided_at IS DISTINCT FROM NEW.voided_at OR OLD.occurred_on <> NEW.occurred_on)
  EXECUTE FUNCTION goals_of_contact_moved();
SELECT count_goal_days(organization_id, id) FROM goals;
`);
    await runner.query(`
-- p_needs: the standings in the order of need. Shapes as load_shapes has them (decision 25), of all a coach carries.
CREATE FUNCTION team_numbers(p_today date, p_from date, p_to date, p_needs text[], p_still_days integer,
  p_early_days integer, p_late_days integer, p_first_days integer, p_long_days integer)
RETURNS TABLE (coach_id uuid, coach_name text, is_gone boolean, capacity double precision, participant_count bigint,
  need_counts bigint[], urgent_count bigint, concern_count bigint, watch_count bigint, unanswered_count bigint,
  unanswered_since timestamptz, reached_count bigint, attempt_count bigint, kept_count bigint, open_count bigint,
  overdue_count bigint, check_in_count bigint, moving_count bigint, still_count bigint, shapes jsonb)
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, public
AS $$
#variable_conflict use_column
BEGIN RETURN QUERY
  WITH ${TEAM},
  person AS MATERIALIZED (
    SELECT coalesce(s.coach_id, ${NOBODY}) AS coach_id, s.participant_id, bool_or(s.is_locked) AS is_locked,
           min(array_position(p_needs, s.standings[greatest(1, width_bucket(p_today, s.changes_on))])) AS need,
           bool_and(s.standings[width_bucket(p_today, s.changes_on)] = 'paused') AS is_paused,
           min(s.enrolled_on) AS enrolled_on, min(s.agreed_cadence_days) AS cadence_days
      FROM standings s
     WHERE s.organization_id = acting_organization()
       AND (s.coach_id IS NULL OR s.coach_id = ANY (ARRAY(SELECT id FROM team)))
     GROUP BY s.participant_id, s.coach_id),
  note AS MATERIALIZED (
    SELECT r.participant_id, count(*) FILTER (WHERE r.level = 'urgent') AS urgent,
           count(*) FILTER (WHERE r.level = 'concern') AS concern, count(*) FILTER (WHERE r.level = 'watch') AS watch,
           count(*) FILTER (WHERE r.acknowledged_at IS NULL) AS unanswered,
           min(r.raised_at) FILTER (WHERE r.acknowledged_at IS NULL) AS since
      FROM risk_notes r WHERE r.organization_id = acting_organization() AND r.resolved_at IS NULL GROUP BY 1),
  frail AS (
    SELECT w.participant_id, max(w.began_on) AS began_on FROM vulnerability_windows w
     WHERE w.organization_id = acting_organization() AND w.closed_on IS NULL AND w.undone_at IS NULL
       AND w.began_on BETWEEN p_today - p_late_days AND p_today GROUP BY 1),
  promise AS (
    SELECT m.participant_id, count(*) AS made, count(*) FILTER (WHERE m.due_on < p_today) AS overdue FROM promises m
     WHERE m.organization_id = acting_organization() AND m.kept_at IS NULL AND m.released_at IS NULL GROUP BY 1),
  check_in AS (
    SELECT i.participant_id, count(*) AS times FROM check_ins i
     WHERE i.organization_id = acting_organization() AND i.checked_in_on BETWEEN p_from AND p_to GROUP BY 1),
  moving AS (
    SELECT d.participant_id, count(DISTINCT d.goal_id) AS goals FROM goal_days d
     WHERE d.organization_id = acting_organization() AND d.moved_on BETWEEN p_from AND p_to GROUP BY 1),
  people AS (
    SELECT p.coach_id, count(*) AS participants,
           ARRAY[${[1, 2, 3, 4, 5, 6].map((place) => `count(*) FILTER (WHERE p.need = ${place})`).join(', ')}] AS needs,
           sum(m.made) AS made, sum(m.overdue) AS overdue, sum(i.times) AS check_ins, sum(d.goals) AS moving,
           sum(width_bucket(p_today - p_still_days, g.moved_on)) AS still
      FROM person p
      LEFT JOIN promise m ON m.participant_id = p.participant_id
      LEFT JOIN check_in i ON i.participant_id = p.participant_id
      LEFT JOIN moving d ON d.participant_id = p.participant_id
      LEFT JOIN goal_movements g ON g.organization_id = acting_organization() AND g.participant_id = p.participant_id
     WHERE NOT p.is_locked GROUP BY 1),
  notes AS (
    SELECT coalesce(p.primary_coach_id, ${NOBODY}) AS coach_id, sum(n.urgent) AS urgent, sum(n.concern) AS concern,
           sum(n.watch) AS watch, sum(n.unanswered) AS unanswered, min(n.since) AS since
      FROM note n JOIN participants p ON p.organization_id = acting_organization() AND p.id = n.participant_id
     WHERE NOT p.is_locked GROUP BY 1),
  shape AS (
    SELECT p.coach_id, false AS is_second, p.is_paused,
           CASE WHEN f.began_on >= p_today - p_early_days THEN 'early' WHEN f.began_on IS NOT NULL THEN 'late' END AS stage,
           CASE WHEN n.urgent > 0 THEN 'urgent' WHEN n.concern > 0 THEN 'concern' END AS level,
           p.enrolled_on > p_today - p_first_days AS is_new, p.cadence_days >= p_long_days AS is_long, count(*) AS heads
      FROM person p
      LEFT JOIN note n ON n.participant_id = p.participant_id
      LEFT JOIN frail f ON f.participant_id = p.participant_id
     WHERE p.coach_id <> ${NOBODY} GROUP BY 1, 2, 3, 4, 5, 6, 7
    UNION ALL
    SELECT a.coach_id, true, false, NULL, NULL, false, false, count(*) FROM assignments a
     WHERE a.organization_id = acting_organization() AND a.kind = 'second' AND a.until_on IS NULL
       AND a.coach_id = ANY (ARRAY(SELECT id FROM team))
       AND EXISTS (SELECT 1 FROM standings s
                    WHERE s.organization_id = a.organization_id AND s.participant_id = a.participant_id)
     GROUP BY 1),
  carried AS (
    SELECT h.coach_id, jsonb_agg(jsonb_build_object('isSecond', h.is_second, 'isPaused', h.is_paused, 'window', h.stage,
             'note', h.level, 'isNew', h.is_new, 'isLongCadence', h.is_long, 'count', h.heads)) AS shapes
      FROM shape h GROUP BY 1),
  ${DAYS('p_from', 'p_to')},
  done AS (SELECT d.coach_id, sum(d.reached_count) AS reached, sum(d.attempt_count) AS attempts FROM days d GROUP BY 1),
  kept AS (
    SELECT m.kept_by AS coach_id, count(*) AS times FROM promises m
     WHERE m.organization_id = acting_organization() AND m.kept_by = ANY (ARRAY(SELECT id FROM team))
       AND m.kept_at IS NOT NULL AND m.kept_on BETWEEN p_from AND p_to AND m.participant_id <> ALL (locked_records())
     GROUP BY 1),
  line AS (SELECT id, name, capacity, is_gone FROM team UNION ALL SELECT ${NOBODY}, NULL, NULL, false)
  SELECT nullif(line.id, ${NOBODY}), line.name, line.is_gone, line.capacity::double precision,
         coalesce(people.participants, 0), coalesce(people.needs, '{0,0,0,0,0,0}'), coalesce(notes.urgent, 0)::bigint,
         coalesce(notes.concern, 0)::bigint, coalesce(notes.watch, 0)::bigint, coalesce(notes.unanswered, 0)::bigint,
         notes.since, coalesce(done.reached, 0)::bigint, coalesce(done.attempts, 0)::bigint, coalesce(kept.times, 0),
         coalesce(people.made, 0)::bigint, coalesce(people.overdue, 0)::bigint, coalesce(people.check_ins, 0)::bigint,
         coalesce(people.moving, 0)::bigint, coalesce(people.still, 0)::bigint, carried.shapes
    FROM line
    LEFT JOIN people ON people.coach_id = line.id
    LEFT JOIN notes ON notes.coach_id = line.id
    LEFT JOIN carried ON carried.coach_id = line.id
    LEFT JOIN done ON done.coach_id = line.id
    LEFT JOIN kept ON kept.coach_id = line.id
   WHERE NOT line.is_gone OR people.coach_id IS NOT NULL OR notes.coach_id IS NOT NULL OR carried.coach_id IS NOT NULL
      OR done.reached + done.attempts > 0 OR kept.times > 0
   ORDER BY line.name IS NULL, lower(line.name), line.id;
END $$;

-- Weeks of seven days, counted back from their last day: 0 is the one that ends on p_to.
CREATE FUNCTION team_weeks(p_to date, p_weeks integer)
RETURNS TABLE (coach_id uuid, week integer, reached_count bigint, attempt_count bigint)
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, public
AS $$
#variable_conflict use_column
BEGIN RETURN QUERY
  WITH ${TEAM}, ${DAYS('p_to - 7 * p_weeks + 1', 'p_to')}
  SELECT d.coach_id, (p_to - d.occurred_on) / 7, sum(d.reached_count)::bigint, sum(d.attempt_count)::bigint
    FROM days d GROUP BY 1, 2;
END $$;

REVOKE EXECUTE ON FUNCTION team_weeks(date, integer),
  team_numbers(date, date, date, text[], integer, integer, integer, integer, integer) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION team_weeks(date, integer),
  team_numbers(date, date, date, text[], integer, integer, integer, integer, integer) TO caseload_supervisor;
`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
DROP FUNCTION team_weeks(date, integer),
  team_numbers(date, date, date, text[], integer, integer, integer, integer, integer);
DROP TRIGGER goals_of_contact_moved ON contacts;
${['goals', 'goal_versions', 'steps', 'goal_progress', 'contact_goals'].map((table) => `DROP TRIGGER goal_moved ON ${table};`).join('\n')}
DROP FUNCTION goals_of_contact_moved(), goal_moved(), count_goal_days(uuid, uuid);
DROP TABLE goal_movements, goal_days;
DROP INDEX check_ins_by_day;`);
  }
}
