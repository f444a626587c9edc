import type { MigrationInterface, QueryRunner } from 'typeorm';

const PAST_POLICIES = 'LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public';
const HERE = 'organization_id = acting_organization()';

/**
 * Whom a report counts: the whole organization for an administrator; for a supervisor their team, those with no coach, and
 * nobody whose record is locked (decision 23). Asked once a statement, as an array of coaches.
 */
const COUNTS = (coach: string, participant: string): string => `
  (current_setting('role') = 'caseload_administrator' OR (
    (${coach} IS NULL OR ${coach} = ANY ((SELECT coaches_in_reports())::uuid[]))
    AND ${participant} <> ALL ((SELECT locked_records())::uuid[])))`;

/** The primary coach on a day; on the day of a handover the one who took over. */
const COACH_ON = (participant: string, day: string): string => `
  (SELECT a.coach_id FROM assignments a
    WHERE a.${HERE} AND a.participant_id = ${participant} AND a.kind = 'primary' AND a.from_on <= ${day}
      AND (a.until_on IS NULL OR a.until_on >= ${day}) ORDER BY a.from_on DESC, a.until_on DESC NULLS FIRST LIMIT 1)`;

/**
 * The program of the stay a day belongs to, so that each thing counts in one program and the programs add up: the stay
 * that was open then, of two the one begun last; else the nearest before it; else the first after it.
 */
const PROGRAM_ON = (participant: string, day: string): string => `
  (SELECT e.program_id FROM enrollments e WHERE e.${HERE} AND e.participant_id = ${participant}
    ORDER BY (e.enrolled_on <= ${day} AND (e.closed_on IS NULL OR e.closed_on >= ${day})) DESC,
             (e.enrolled_on <= ${day}) DESC, abs(${day} - e.enrolled_on), e.id DESC LIMIT 1)`;

/** Who walked with somebody at the end of a stay; of one that is open, who does today. */
const COACH_OF_STAY = `
  CASE WHEN e.closed_on IS NULL OR e.closed_on > p_today THEN p.primary_coach_id
       ELSE ${COACH_ON('e.participant_id', 'e.closed_on')} END`;

const FUNCTIONS = [
  'report_stays(date, date, date)',
  'report_retention(date, date, date)',
  'report_standings(date, text[])',
  'report_contacts(date, date)',
  'report_barcs(date, date)',
  'report_risk_notes(date, date)',
  'report_promises(date, date, date)',
];

/**
 * The numbers of a report, counted past the policies for whom the acting administrator or supervisor reports on: decision
 * 37. Each function answers by program and coach, and only counts, days and minutes come out: no id but those two, no
 * word, nobody's name. Voided contacts count for nothing, held ones not until they are released.
 */
export class ReportNumbers1763700000057 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
-- By when: for what happened to people, whom no index finds by day yet.
CREATE INDEX risk_notes_by_day ON risk_notes (organization_id, raised_on);
CREATE INDEX promises_by_day ON promises (organization_id, due_on);
CREATE INDEX barcs_by_day ON assessments (organization_id, taken_on) WHERE instrument = 'barc-10' AND score IS NOT NULL;
CREATE INDEX enrollments_by_day ON enrollments (organization_id, enrolled_on);

CREATE FUNCTION coaches_in_reports() RETURNS uuid[] ${PAST_POLICIES}
AS $$ SELECT ARRAY(SELECT c.id FROM coaches c WHERE c.${HERE} AND c.supervisor_id = ANY (acting_for())) $$;

-- Stays, not people: open when the period begins, begun in it, closed in it by reason, open when it has ended.
CREATE FUNCTION report_stays(p_from date, p_through date, p_today date)
RETURNS TABLE (program_id uuid, coach_id uuid, at_start integer, begun integer, completed integer, moved integer,
               left_early integer, lost integer, died integer, at_end integer) ${PAST_POLICIES} AS $$
  SELECT s.program_id, s.coach_id, count(*) FILTER (WHERE s.enrolled_on < p_from)::integer,
         count(*) FILTER (WHERE s.enrolled_on >= p_from)::integer,
         count(*) FILTER (WHERE s.reason = 'completed')::integer, count(*) FILTER (WHERE s.reason = 'moved')::integer,
         count(*) FILTER (WHERE s.reason = 'left')::integer, count(*) FILTER (WHERE s.reason = 'lost')::integer,
         count(*) FILTER (WHERE s.reason = 'died')::integer, count(*) FILTER (WHERE s.reason IS NULL)::integer
    FROM (SELECT e.program_id, e.participant_id, e.enrolled_on, ${COACH_OF_STAY} AS coach_id,
                 CASE WHEN e.closed_on <= p_through THEN e.closing_reason END AS reason
            FROM enrollments e JOIN participants p ON p.organization_id = e.organization_id AND p.id = e.participant_id
           WHERE e.${HERE} AND e.enrolled_on <= p_through AND (e.closed_on IS NULL OR e.closed_on >= p_from)) s
   WHERE ${COUNTS('s.coach_id', 's.participant_id')}
   GROUP BY 1, 2 $$;

-- Stays begun in the period, by their days until they were closed or until today, and whether they ended as left or lost.
CREATE FUNCTION report_retention(p_from date, p_through date, p_today date)
RETURNS TABLE (program_id uuid, days integer, is_lost boolean, stays integer) ${PAST_POLICIES} AS $$
  SELECT s.program_id, s.days, s.is_lost, count(*)::integer
    FROM (SELECT e.program_id, e.participant_id, ${COACH_OF_STAY} AS coach_id,
                 greatest(least(e.closed_on, p_today) - e.enrolled_on, 0) AS days,
                 coalesce(e.closed_on <= p_today AND e.closing_reason IN ('left', 'lost'), false) AS is_lost
            FROM enrollments e JOIN participants p ON p.organization_id = e.organization_id AND p.id = e.participant_id
           WHERE e.${HERE} AND e.enrolled_on BETWEEN p_from AND p_through) s
   WHERE ${COUNTS('s.coach_id', 's.participant_id')}
   GROUP BY 1, 2, 3 $$;

-- People today, each once: of two stays the one most in need. p_needs: the standings in the order of need.
CREATE FUNCTION report_standings(p_today date, p_needs text[])
RETURNS TABLE (program_id uuid, coach_id uuid, need integer, people integer) ${PAST_POLICIES} AS $$
  SELECT w.program_id, w.coach_id, w.need, count(*)::integer
    FROM (SELECT DISTINCT ON (s.participant_id) s.participant_id, s.coach_id, e.program_id, n.need
            FROM standings s
            JOIN enrollments e ON e.organization_id = s.organization_id AND e.id = s.enrollment_id
           CROSS JOIN LATERAL (SELECT array_position(p_needs,
                   s.standings[greatest(1, width_bucket(p_today, s.changes_on))]) AS need) n
           WHERE s.${HERE} ORDER BY s.participant_id, n.need, e.enrolled_on, e.id) w
   WHERE ${COUNTS('w.coach_id', 'w.participant_id')}
   GROUP BY 1, 2, 3 $$;

-- By who had them and the program of their stay; a group once for each who was there.
CREATE FUNCTION report_contacts(p_from date, p_through date)
RETURNS TABLE (program_id uuid, coach_id uuid, way text, reached integer, attempts integer) ${PAST_POLICIES} AS $$
  SELECT e.program_id, k.coach_id, k.way, sum(k.reached)::integer, sum(k.attempts)::integer
    FROM (SELECT c.enrollment_id, c.coach_id, c.way, count(*) FILTER (WHERE c.outcome = 'reached') AS reached,
                 count(*) FILTER (WHERE c.outcome <> 'reached') AS attempts
            FROM contacts c
           WHERE c.${HERE} AND c.occurred_on BETWEEN p_from AND p_through AND c.voided_at IS NULL AND NOT c.is_held
             AND ${COUNTS('c.coach_id', 'c.participant_id')}
           GROUP BY 1, 2, 3) k
    JOIN enrollments e ON e.organization_id = acting_organization() AND e.id = k.enrollment_id
   GROUP BY 1, 2, 3 $$;
`);
    await runner.query(`
-- People with a BARC-10 in the period that has a score: the first and the latest of each. One alone changes nothing.
CREATE FUNCTION report_barcs(p_from date, p_through date)
RETURNS TABLE (program_id uuid, coach_id uuid, once integer, more_often integer, first_sum integer, last_sum integer,
               first_at_47 integer, last_at_47 integer) ${PAST_POLICIES} AS $$
  SELECT w.program_id, w.coach_id, count(*) FILTER (WHERE w.times = 1)::integer,
         count(*) FILTER (WHERE w.times > 1)::integer,
         coalesce(sum(w.first_score) FILTER (WHERE w.times > 1), 0)::integer,
         coalesce(sum(w.last_score) FILTER (WHERE w.times > 1), 0)::integer,
         count(*) FILTER (WHERE w.times > 1 AND w.first_score >= 47)::integer,
         count(*) FILTER (WHERE w.times > 1 AND w.last_score >= 47)::integer
    FROM (SELECT t.participant_id, t.times, t.scores[1] AS first_score, t.scores[t.times] AS last_score,
                 ${COACH_ON('t.participant_id', 't.last_on')} AS coach_id,
                 ${PROGRAM_ON('t.participant_id', 't.last_on')} AS program_id
            FROM (SELECT b.participant_id, count(*)::integer AS times, max(b.taken_on) AS last_on,
                         array_agg(b.score ORDER BY b.taken_on, b.sent_at, b.id) AS scores
                    FROM assessments b
                   WHERE b.${HERE} AND b.instrument = 'barc-10' AND b.score IS NOT NULL
                     AND b.taken_on BETWEEN p_from AND p_through GROUP BY 1) t) w
   WHERE ${COUNTS('w.coach_id', 'w.participant_id')}
   GROUP BY 1, 2 $$;

-- Notes raised in the period, with the minutes until each was answered; in time against the clock that rang next. Notes
-- from before there were clocks: an hour, a day, two weeks.
CREATE FUNCTION report_risk_notes(p_from date, p_through date)
RETURNS TABLE (program_id uuid, coach_id uuid, level text, in_time integer, late integer, unanswered integer,
               minutes integer[]) ${PAST_POLICIES} AS $$
  SELECT w.program_id, w.coach_id, w.level, count(*) FILTER (WHERE w.answered_at <= w.due_at)::integer,
         count(*) FILTER (WHERE w.answered_at > w.due_at)::integer,
         count(*) FILTER (WHERE w.answered_at IS NULL)::integer,
         coalesce(array_agg(floor(extract(epoch FROM w.answered_at - w.raised_at) / 60)::integer)
                    FILTER (WHERE w.answered_at IS NOT NULL), '{}')
    FROM (SELECT r.participant_id, r.level, r.raised_at, coalesce(r.acknowledged_at, r.resolved_at) AS answered_at,
                 coalesce(k.due_at, r.raised_at + CASE r.level WHEN 'urgent' THEN interval '1 hour'
                   WHEN 'concern' THEN interval '1 day' ELSE interval '14 days' END) AS due_at,
                 ${COACH_ON('r.participant_id', 'r.raised_on')} AS coach_id,
                 ${PROGRAM_ON('r.participant_id', 'r.raised_on')} AS program_id
            FROM risk_notes r
            LEFT JOIN answering_clocks k ON k.organization_id = r.organization_id AND k.risk_note_id = r.id AND k.step = 2
           WHERE r.${HERE} AND r.raised_on BETWEEN p_from AND p_through) w
   WHERE ${COUNTS('w.coach_id', 'w.participant_id')}
   GROUP BY 1, 2, 3 $$;

-- Promises with a day in the period, by who made them.
CREATE FUNCTION report_promises(p_from date, p_through date, p_today date)
RETURNS TABLE (program_id uuid, coach_id uuid, kept integer, released integer, not_kept integer, open integer)
${PAST_POLICIES} AS $$
  SELECT w.program_id, w.coach_id, count(*) FILTER (WHERE w.kept_at IS NOT NULL)::integer,
         count(*) FILTER (WHERE w.released_at IS NOT NULL)::integer,
         count(*) FILTER (WHERE w.kept_at IS NULL AND w.released_at IS NULL AND w.due_on < p_today)::integer,
         count(*) FILTER (WHERE w.kept_at IS NULL AND w.released_at IS NULL AND w.due_on >= p_today)::integer
    FROM (SELECT m.participant_id, m.coach_id, m.kept_at, m.released_at, m.due_on,
                 ${PROGRAM_ON('m.participant_id', 'm.due_on')} AS program_id
            FROM promises m WHERE m.${HERE} AND m.due_on BETWEEN p_from AND p_through) w
   WHERE ${COUNTS('w.coach_id', 'w.participant_id')}
   GROUP BY 1, 2 $$;

REVOKE EXECUTE ON FUNCTION coaches_in_reports(), ${FUNCTIONS.join(', ')} FROM PUBLIC;
GRANT EXECUTE ON FUNCTION ${FUNCTIONS.join(', ')} TO caseload_supervisor, caseload_administrator;
`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
DROP FUNCTION ${FUNCTIONS.join(', ')}, coaches_in_reports();
DROP INDEX enrollments_by_day, barcs_by_day, promises_by_day, risk_notes_by_day;`);
  }
}
