import { LOAD_DAYS } from '../../backend/coaches/load.rules.js';
import { STILL_DAYS } from '../../backend/goals/goal.rules.js';
import { NEED_ORDER } from '../../backend/standing/standing.view.js';

/** Stands for "no coach", so that rows can be matched by hashing. */
const NOBODY = `'00000000-0000-0000-0000-000000000000'::uuid`;
const NEED = `ARRAY['${NEED_ORDER.join("', '")}']`;
const needs = NEED_ORDER.map((_, index) => `need_${index + 1}`);
const { early, late, first, long } = LOAD_DAYS;

/** $1 the organization, $2 today, $3 the supervisor, $4 the first of the days that are counted. */
export const OVERVIEW = `
  WITH team AS MATERIALIZED (
    SELECT c.id, a.name, c.capacity::double precision AS capacity, c.head_count_ceiling,
           a.disabled_at IS NOT NULL OR NOT c.is_coaching AS is_gone
      FROM coaches c JOIN accounts a ON a.organization_id = $1 AND a.id = c.id
     WHERE c.organization_id = $1 AND c.supervisor_id = $3),
  person AS (
    SELECT coalesce(s.coach_id, ${NOBODY}) AS coach_id, s.participant_id, bool_or(s.is_locked) AS is_locked,
           min(array_position(${NEED}, s.standings[width_bucket($2::date, s.changes_on)])) AS need,
           min(s.enrolled_on) AS enrolled_on, min(s.agreed_cadence_days) AS cadence_days,
           min(cardinality(s.goals_moved_on) - width_bucket($4::date - 1, s.goals_moved_on)) AS moving,
           min(width_bucket($2::date - ${STILL_DAYS}, s.open_goals_moved_on)) AS still
      FROM standings s
     WHERE s.organization_id = $1 AND (s.coach_id IS NULL OR s.coach_id IN (SELECT id FROM team))
     GROUP BY s.participant_id, s.coach_id),
  note AS MATERIALIZED (
    SELECT participant_id, count(*) FILTER (WHERE level = 'urgent') AS urgent,
           count(*) FILTER (WHERE level = 'concern') AS concern, count(*) FILTER (WHERE level = 'watch') AS watch,
           count(*) FILTER (WHERE acknowledged_at IS NULL) AS unanswered,
           min(raised_at) FILTER (WHERE acknowledged_at IS NULL) AS since
      FROM risk_notes WHERE organization_id = $1 AND resolved_at IS NULL GROUP BY 1),
  frail AS (
    SELECT participant_id, max(began_on) AS began_on FROM vulnerability_windows
     WHERE organization_id = $1 AND closed_on IS NULL AND undone_at IS NULL
       AND began_on BETWEEN $2::date - ${late} AND $2::date GROUP BY 1),
  alike AS MATERIALIZED (
    SELECT p.coach_id, p.is_locked, p.need, p.enrolled_on > $2::date - ${first} AS is_new, p.cadence_days >= ${long} AS is_long,
           CASE WHEN f.began_on >= $2::date - ${early} THEN 'early' WHEN f.began_on IS NOT NULL THEN 'late' END AS stage,
           CASE WHEN n.urgent > 0 THEN 'urgent' WHEN n.concern > 0 THEN 'concern' END AS level, count(*) AS heads,
           sum(m.made) AS made, sum(m.late) AS late, sum(i.times) AS check_ins, sum(p.moving) AS moving, sum(p.still) AS still
      FROM person p
      LEFT JOIN (SELECT participant_id, count(*) AS made, count(*) FILTER (WHERE due_on < $2::date) AS late
                   FROM promises WHERE organization_id = $1 AND kept_at IS NULL AND released_at IS NULL GROUP BY 1) m
        ON m.participant_id = p.participant_id
      LEFT JOIN (SELECT participant_id, count(*) AS times FROM check_ins
                  WHERE organization_id = $1 AND checked_in_on BETWEEN $4 AND $2::date GROUP BY 1) i
        ON i.participant_id = p.participant_id
      LEFT JOIN note n ON n.participant_id = p.participant_id
      LEFT JOIN frail f ON f.participant_id = p.participant_id
     GROUP BY 1, 2, 3, 4, 5, 6, 7),
  people AS (
    SELECT p.coach_id, sum(p.heads)::bigint AS participants,
           ${needs.map((need, index) => `sum(p.heads) FILTER (WHERE p.need = ${index + 1})::bigint AS ${need}`).join(', ')},
           sum(p.made)::bigint AS made, sum(p.late)::bigint AS late, sum(p.check_ins)::bigint AS check_ins,
           sum(p.moving)::bigint AS moving, sum(p.still)::bigint AS still
      FROM alike p WHERE NOT p.is_locked GROUP BY 1),
  notes AS (
    SELECT coalesce(p.primary_coach_id, ${NOBODY}) AS coach_id, sum(n.urgent) AS urgent, sum(n.concern) AS concern,
           sum(n.watch) AS watch, sum(n.unanswered) AS unanswered, min(n.since) AS since
      FROM note n JOIN participants p ON p.organization_id = $1 AND p.id = n.participant_id
     WHERE NOT p.is_locked GROUP BY 1),
  shape AS (
    SELECT p.coach_id, false AS is_second, p.need = ${NEED_ORDER.indexOf('paused') + 1} AS is_paused, p.stage, p.level,
           p.is_new, p.is_long, sum(p.heads)::bigint AS heads
      FROM alike p GROUP BY 1, 2, 3, 4, 5, 6, 7
    UNION ALL
    SELECT coach_id, true, false, NULL, NULL, false, false, count(*) FROM assignments
     WHERE organization_id = $1 AND kind = 'second' AND until_on IS NULL AND coach_id IN (SELECT id FROM team) GROUP BY 1),
  carried AS (
    SELECT coach_id, jsonb_agg(jsonb_build_object('isSecond', is_second, 'isPaused', is_paused, 'window', stage,
             'note', level, 'isNew', is_new, 'isLongCadence', is_long, 'count', heads)) AS shapes
      FROM shape GROUP BY 1),
  days AS (
    SELECT coach_id, sum(reached_count) AS reached, sum(attempt_count) AS attempts FROM coach_days
     WHERE organization_id = $1 AND coach_id IN (SELECT id FROM team) AND occurred_on BETWEEN $4 AND $2::date GROUP BY 1),
  kept AS (
    SELECT kept_by AS coach_id, count(*) AS kept FROM promises
     WHERE organization_id = $1 AND kept_by IN (SELECT id FROM team) AND kept_at IS NOT NULL
       AND kept_on BETWEEN $4 AND $2::date GROUP BY 1),
  line AS (SELECT * FROM team UNION ALL SELECT ${NOBODY}, NULL, NULL, NULL, false)
  SELECT nullif(line.id, ${NOBODY}) AS coach_id, line.name, line.is_gone, line.capacity, line.head_count_ceiling,
         people.participants,
         ${needs.join(', ')}, people.made, people.late, people.check_ins, people.moving, people.still, notes.urgent,
         notes.concern, notes.watch, notes.unanswered, notes.since, days.reached, days.attempts, kept.kept, carried.shapes
    FROM line
    LEFT JOIN people ON people.coach_id = line.id
    LEFT JOIN notes ON notes.coach_id = line.id
    LEFT JOIN carried ON carried.coach_id = line.id
    LEFT JOIN days ON days.coach_id = line.id
    LEFT JOIN kept ON kept.coach_id = line.id
   WHERE NOT line.is_gone OR people.participants > 0 OR days.reached + days.attempts > 0 OR kept.kept > 0
      OR notes.coach_id IS NOT NULL OR carried.coach_id IS NOT NULL
   ORDER BY line.name IS NULL, lower(line.name), line.id`;
