import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Stays that ended are found again: by whoever closed one a moment ago and reaches the person no more, by those whom
 * everybody without a coach belongs to, and with who walked along (docs/decisions/0034).
 */
export class StaysThatEnded1763700000062 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
CREATE INDEX stays_that_ended ON enrollments (organization_id, closed_on DESC, id DESC) WHERE closed_on IS NOT NULL;

-- Who walked with somebody, since when and until when: a coach reads their own assignments alone. Whoever asks has looked
-- at reach.
CREATE FUNCTION companions_of(p_participant_id uuid)
RETURNS TABLE (coach_id uuid, coach_name text, from_on date, until_on date)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public AS $$
  SELECT s.coach_id, a.name, s.from_on, s.until_on FROM assignments s
    JOIN accounts a ON a.organization_id = s.organization_id AND a.id = s.coach_id
   WHERE s.organization_id = acting_organization() AND s.participant_id = p_participant_id
     AND s.participant_id IS DISTINCT FROM own_record()
   ORDER BY s.from_on, s.kind, a.name $$;

-- Whether somebody has died: a new stay of theirs is offered to nobody.
CREATE FUNCTION has_died(p_participant_id uuid) RETURNS boolean
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public AS $$
  SELECT EXISTS (SELECT 1 FROM deaths d WHERE d.organization_id = acting_organization()
                    AND d.participant_id = p_participant_id AND d.undone_at IS NULL) $$;

-- What the acting coach closed and may still take back, with the name: their reach ended with it.
CREATE FUNCTION own_closings_since(p_since timestamptz)
RETURNS TABLE (closing_id uuid, preferred_name text, enrollment_id uuid, participant_id uuid, program_id uuid,
  program_name text, enrolled_on date)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public AS $$
  SELECT c.id, p.preferred_name, e.id, p.id, r.id, r.name, e.enrolled_on FROM closings c
    JOIN participants p ON p.organization_id = c.organization_id AND p.id = c.participant_id
    JOIN enrollments e ON e.organization_id = c.organization_id AND e.id = c.enrollment_id
    JOIN programs r ON r.organization_id = e.organization_id AND r.id = e.program_id
   WHERE c.organization_id = acting_organization() AND c.closed_by = acting_account() AND c.undone_at IS NULL
     AND c.closed_at >= p_since AND c.participant_id IS DISTINCT FROM own_record() $$;

REVOKE EXECUTE ON FUNCTION companions_of(uuid), has_died(uuid), own_closings_since(timestamptz) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION companions_of(uuid), has_died(uuid)
  TO caseload_coach, caseload_supervisor, caseload_administrator;
GRANT EXECUTE ON FUNCTION own_closings_since(timestamptz) TO caseload_coach;
`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
DROP FUNCTION companions_of(uuid), has_died(uuid), own_closings_since(timestamptz);
DROP INDEX stays_that_ended;`);
  }
}
