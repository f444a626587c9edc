import type { MigrationInterface, QueryRunner } from 'typeorm';

const PAST_POLICIES = 'LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public';
const HERE = 'organization_id = acting_organization()';

/** Whom a report counts, as in migration 57. */
const COUNTS = (coach: string, participant: string): string => `
  (current_setting('role') = 'caseload_administrator' OR (
    (${coach} IS NULL OR ${coach} = ANY ((SELECT coaches_in_reports())::uuid[]))
    AND ${participant} <> ALL ((SELECT locked_records())::uuid[])))`;

/** The primary coach on a day; on the day of a handover the one who took over. */
const COACH_ON = (participant: string, day: string): string => `
  (SELECT a.coach_id FROM assignments a
    WHERE a.${HERE} AND a.participant_id = ${participant} AND a.kind = 'primary' AND a.from_on <= ${day}
      AND (a.until_on IS NULL OR a.until_on >= ${day}) ORDER BY a.from_on DESC, a.until_on DESC NULLS FIRST LIMIT 1)`;

/** Who walked with somebody at the end of a stay; of one that is open, who does today. */
const COACH_OF_STAY = `
  CASE WHEN e.closed_on IS NULL OR e.closed_on > p_today THEN p.primary_coach_id
       ELSE ${COACH_ON('e.participant_id', 'e.closed_on')} END`;

const FUNCTIONS = [
  'report_stays(date, date, date)',
  'report_retention(date, date, date)',
  'report_held(date, date)',
];

const STAYS_BEFORE = `
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

CREATE FUNCTION report_retention(p_from date, p_through date, p_today date)
RETURNS TABLE (program_id uuid, days integer, is_lost boolean, stays integer) ${PAST_POLICIES} AS $$
  SELECT s.program_id, s.days, s.is_lost, count(*)::integer
    FROM (SELECT e.program_id, e.participant_id, ${COACH_OF_STAY} AS coach_id,
                 greatest(least(e.closed_on, p_today) - e.enrolled_on, 0) AS days,
                 coalesce(e.closed_on <= p_today AND e.closing_reason IN ('left', 'lost'), false) AS is_lost
            FROM enrollments e JOIN participants p ON p.organization_id = e.organization_id AND p.id = e.participant_id
           WHERE e.${HERE} AND e.enrolled_on BETWEEN p_from AND p_through) s
   WHERE ${COUNTS('s.coach_id', 's.participant_id')}
   GROUP BY 1, 2, 3 $$;`;

/**
 * Reports count people beside stays, retention by coach too, and say how many contacts are held and so not in them. Which
 * report for outside was taken is kept, since two of nearly the same days may tell together what each hides alone.
 */
export class ReportsGivenOut1763700000069 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
DROP FUNCTION report_stays(date, date, date), report_retention(date, date, date);

-- Stays, and of the people who had them each once, in the stay begun last.
CREATE FUNCTION report_stays(p_from date, p_through date, p_today date)
RETURNS TABLE (program_id uuid, coach_id uuid, people integer, at_start integer, begun integer, completed integer,
               moved integer, left_early integer, lost integer, died integer, at_end integer) ${PAST_POLICIES} AS $$
  SELECT w.program_id, w.coach_id, count(*) FILTER (WHERE w.place = 1)::integer,
         count(*) FILTER (WHERE w.enrolled_on < p_from)::integer,
         count(*) FILTER (WHERE w.enrolled_on >= p_from)::integer,
         count(*) FILTER (WHERE w.reason = 'completed')::integer, count(*) FILTER (WHERE w.reason = 'moved')::integer,
         count(*) FILTER (WHERE w.reason = 'left')::integer, count(*) FILTER (WHERE w.reason = 'lost')::integer,
         count(*) FILTER (WHERE w.reason = 'died')::integer, count(*) FILTER (WHERE w.reason IS NULL)::integer
    FROM (SELECT s.*, row_number() OVER (PARTITION BY s.participant_id ORDER BY s.enrolled_on DESC, s.id DESC) AS place
            FROM (SELECT e.id, e.program_id, e.participant_id, e.enrolled_on, ${COACH_OF_STAY} AS coach_id,
                         CASE WHEN e.closed_on <= p_through THEN e.closing_reason END AS reason
                    FROM enrollments e
                    JOIN participants p ON p.organization_id = e.organization_id AND p.id = e.participant_id
                   WHERE e.${HERE} AND e.enrolled_on <= p_through
                     AND (e.closed_on IS NULL OR e.closed_on >= p_from)) s
           WHERE ${COUNTS('s.coach_id', 's.participant_id')}) w
   GROUP BY 1, 2 $$;

-- Stays begun in the period, by their days until they were closed or until today, and whether they ended as left or lost.
CREATE FUNCTION report_retention(p_from date, p_through date, p_today date)
RETURNS TABLE (program_id uuid, coach_id uuid, days integer, is_lost boolean, stays integer) ${PAST_POLICIES} AS $$
  SELECT s.program_id, s.coach_id, s.days, s.is_lost, count(*)::integer
    FROM (SELECT e.program_id, e.participant_id, ${COACH_OF_STAY} AS coach_id,
                 greatest(least(e.closed_on, p_today) - e.enrolled_on, 0) AS days,
                 coalesce(e.closed_on <= p_today AND e.closing_reason IN ('left', 'lost'), false) AS is_lost
            FROM enrollments e JOIN participants p ON p.organization_id = e.organization_id AND p.id = e.participant_id
           WHERE e.${HERE} AND e.enrolled_on BETWEEN p_from AND p_through) s
   WHERE ${COUNTS('s.coach_id', 's.participant_id')}
   GROUP BY 1, 2, 3, 4 $$;

-- Contacts that no report counts yet.
CREATE FUNCTION report_held(p_from date, p_through date)
RETURNS TABLE (program_id uuid, held integer) ${PAST_POLICIES} AS $$
  SELECT e.program_id, count(*)::integer
    FROM contacts c JOIN enrollments e ON e.organization_id = c.organization_id AND e.id = c.enrollment_id
   WHERE c.${HERE} AND c.occurred_on BETWEEN p_from AND p_through AND c.voided_at IS NULL AND c.is_held
     AND ${COUNTS('c.coach_id', 'c.participant_id')}
   GROUP BY 1 $$;
REVOKE EXECUTE ON FUNCTION ${FUNCTIONS.join(', ')} FROM PUBLIC;
GRANT EXECUTE ON FUNCTION ${FUNCTIONS.join(', ')} TO caseload_supervisor, caseload_administrator;

CREATE TABLE reports_given_out (
  organization_id uuid NOT NULL REFERENCES organizations (id),
  id uuid NOT NULL DEFAULT gen_random_uuid(),
  from_on date NOT NULL,
  through_on date NOT NULL,
  program_id uuid,
  team_of uuid,
  given_on date NOT NULL,
  given_at timestamptz NOT NULL,
  given_by uuid NOT NULL,
  PRIMARY KEY (organization_id, id),
  FOREIGN KEY (organization_id, program_id) REFERENCES programs (organization_id, id),
  FOREIGN KEY (organization_id, team_of) REFERENCES accounts (organization_id, id),
  FOREIGN KEY (organization_id, given_by) REFERENCES accounts (organization_id, id),
  CONSTRAINT a_report_ends_after_it_begins CHECK (from_on <= through_on)
);
COMMENT ON TABLE reports_given_out IS 'Reports for outside that were saved or printed. It only grows.';
COMMENT ON COLUMN reports_given_out.program_id IS 'Null: all programs.';
COMMENT ON COLUMN reports_given_out.team_of IS 'The supervisor whose team it counts; null: the whole organization.';
CREATE UNIQUE INDEX a_report_is_given_out_once_a_day ON reports_given_out
  (organization_id, through_on, from_on, program_id, team_of, given_on) NULLS NOT DISTINCT;
ALTER TABLE reports_given_out ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
CREATE POLICY the_owner_keeps ON reports_given_out TO caseload_owner USING (true) WITH CHECK (true);
CREATE POLICY of_the_organization ON reports_given_out FOR SELECT TO caseload_supervisor, caseload_administrator
  USING (organization_id = (SELECT acting_organization()));
CREATE POLICY in_their_own_name ON reports_given_out FOR INSERT TO caseload_supervisor, caseload_administrator
  WITH CHECK (organization_id = (SELECT acting_organization()) AND given_by = (SELECT acting_account()));
GRANT SELECT, INSERT ON reports_given_out TO caseload_supervisor, caseload_administrator;
`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
DROP TABLE reports_given_out;
DROP FUNCTION ${FUNCTIONS.join(', ')};
${STAYS_BEFORE}
REVOKE EXECUTE ON FUNCTION ${FUNCTIONS.slice(0, 2).join(', ')} FROM PUBLIC;
GRANT EXECUTE ON FUNCTION ${FUNCTIONS.slice(0, 2).join(', ')} TO caseload_supervisor, caseload_administrator;`);
  }
}
