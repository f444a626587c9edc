import type { MigrationInterface, QueryRunner } from 'typeorm';

const PAST_POLICIES = 'LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public';
const HERE = 'organization_id = acting_organization()';

/** Whom a report counts, as in migration 57. */
const COUNTS = (coach: string, participant: string): string => `
  (current_setting('role') = 'caseload_administrator' OR (
    (${coach} IS NULL OR ${coach} = ANY ((SELECT coaches_in_reports())::uuid[]))
    AND ${participant} <> ALL ((SELECT locked_records())::uuid[])))`;

/** The same, with the coaches hashed: among two hundred, each of many rows would be compared with each. */
const COUNTS_MANY = (coach: string, participant: string): string => `
  (current_setting('role') = 'caseload_administrator' OR (
    (${coach} IS NULL OR ${coach} IN (SELECT unnest(coaches_in_reports())))
    AND ${participant} <> ALL ((SELECT locked_records())::uuid[])))`;

/** The program of the stay a day belongs to, as in migration 57. */
const PROGRAM_ON = (participant: string, day: string): string => `
  (SELECT e.program_id FROM enrollments e WHERE e.${HERE} AND e.participant_id = ${participant}
    ORDER BY (e.enrolled_on <= ${day} AND (e.closed_on IS NULL OR e.closed_on >= ${day})) DESC,
             (e.enrolled_on <= ${day}) DESC, abs(${day} - e.enrolled_on), e.id DESC LIMIT 1)`;

const CONTACTS = `report_contacts(p_from date, p_through date)
RETURNS TABLE (program_id uuid, coach_id uuid, way text, reached integer, attempts integer) ${PAST_POLICIES} AS $$
  SELECT e.program_id, k.coach_id, k.way, sum(k.reached)::integer, sum(k.attempts)::integer`;

const CONTACTS_BEFORE = `
CREATE OR REPLACE FUNCTION ${CONTACTS}
    FROM (SELECT c.enrollment_id, c.coach_id, c.way, count(*) FILTER (WHERE c.outcome = 'reached') AS reached,
                 count(*) FILTER (WHERE c.outcome <> 'reached') AS attempts
            FROM contacts c
           WHERE c.${HERE} AND c.occurred_on BETWEEN p_from AND p_through AND c.voided_at IS NULL AND NOT c.is_held
             AND ${COUNTS('c.coach_id', 'c.participant_id')}
           GROUP BY 1, 2, 3) k
    JOIN enrollments e ON e.organization_id = acting_organization() AND e.id = k.enrollment_id
   GROUP BY 1, 2, 3 $$;`;

const PROMISES = `report_promises(p_from date, p_through date, p_today date)
RETURNS TABLE (program_id uuid, coach_id uuid, kept integer, released integer, not_kept integer, open integer)
${PAST_POLICIES} AS $$
  SELECT w.program_id, w.coach_id, count(*) FILTER (WHERE w.kept_at IS NOT NULL)::integer,
         count(*) FILTER (WHERE w.released_at IS NOT NULL)::integer,
         count(*) FILTER (WHERE w.kept_at IS NULL AND w.released_at IS NULL AND w.due_on < p_today)::integer,
         count(*) FILTER (WHERE w.kept_at IS NULL AND w.released_at IS NULL AND w.due_on >= p_today)::integer`;

const PROMISES_BEFORE = `
CREATE OR REPLACE FUNCTION ${PROMISES}
    FROM (SELECT m.participant_id, m.coach_id, m.kept_at, m.released_at, m.due_on,
                 ${PROGRAM_ON('m.participant_id', 'm.due_on')} AS program_id
            FROM promises m WHERE m.${HERE} AND m.due_on BETWEEN p_from AND p_through) w
   WHERE ${COUNTS('w.coach_id', 'w.participant_id')}
   GROUP BY 1, 2 $$;`;

/**
 * A report over a million contacts is read from an index alone, and who may be counted is asked of a stay and a coach, not
 * of each contact. The program of a promise is looked for by its day only where somebody was in more than one.
 */
export class ReportsOverManyContacts1763700000071 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
CREATE INDEX contacts_in_reports ON contacts (organization_id, occurred_on)
  INCLUDE (enrollment_id, coach_id, way, outcome) WHERE voided_at IS NULL AND NOT is_held;

CREATE OR REPLACE FUNCTION ${CONTACTS}
    FROM (SELECT c.enrollment_id, c.coach_id, c.way, count(*) FILTER (WHERE c.outcome = 'reached') AS reached,
                 count(*) FILTER (WHERE c.outcome <> 'reached') AS attempts
            FROM contacts c
           WHERE c.${HERE} AND c.occurred_on BETWEEN p_from AND p_through AND c.voided_at IS NULL AND NOT c.is_held
           GROUP BY 1, 2, 3) k
    JOIN enrollments e ON e.organization_id = acting_organization() AND e.id = k.enrollment_id
   WHERE ${COUNTS_MANY('k.coach_id', 'e.participant_id')}
   GROUP BY 1, 2, 3 $$;

CREATE OR REPLACE FUNCTION ${PROMISES}
    FROM (SELECT m.participant_id, m.coach_id, m.kept_at, m.released_at, m.due_on,
                 CASE WHEN s.is_one THEN s.program_id ELSE ${PROGRAM_ON('m.participant_id', 'm.due_on')} END AS program_id
            FROM promises m
            LEFT JOIN (SELECT e.participant_id, (array_agg(e.program_id))[1] AS program_id,
                              count(DISTINCT e.program_id) = 1 AS is_one
                         FROM enrollments e WHERE e.${HERE} GROUP BY 1) s ON s.participant_id = m.participant_id
           WHERE m.${HERE} AND m.due_on BETWEEN p_from AND p_through) w
   WHERE ${COUNTS_MANY('w.coach_id', 'w.participant_id')}
   GROUP BY 1, 2 $$;`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`${PROMISES_BEFORE}${CONTACTS_BEFORE}
DROP INDEX contacts_in_reports;`);
  }
}
