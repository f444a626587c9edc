import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A check-in entered in the form of a contact belongs to it: when the contact is voided, it is taken back. */
export class CheckInInAContact1763700000027 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
ALTER TABLE check_ins
  ADD COLUMN contact_id uuid,
  ADD FOREIGN KEY (organization_id, contact_id, participant_id)
    REFERENCES contacts (organization_id, id, participant_id),
  ADD CONSTRAINT in_a_contact_somebody_was_there CHECK (contact_id IS NULL OR is_with_staff);
CREATE INDEX check_ins_of_contact ON check_ins (organization_id, contact_id) WHERE contact_id IS NOT NULL;

-- A supervisor may void what a coach logged, and takes nothing else of a participant's words away.
CREATE FUNCTION take_back_check_ins_of_voided(p_contact_id uuid, p_now timestamptz) RETURNS void
LANGUAGE sql SECURITY DEFINER SET search_path = pg_catalog, public AS $$
  WITH gone AS (
    DELETE FROM check_ins i USING contacts c
     WHERE i.organization_id = acting_organization() AND i.contact_id = p_contact_id
       AND c.organization_id = i.organization_id AND c.id = i.contact_id AND c.voided_at IS NOT NULL
    RETURNING i.*)
  INSERT INTO check_ins_taken_back (organization_id, id, participant_id, said, taken_back_by, taken_back_at)
  SELECT g.organization_id, g.id, g.participant_id, to_jsonb(g) - '{request_hash}'::text[], acting_account(), p_now
    FROM gone g $$;
REVOKE ALL ON FUNCTION take_back_check_ins_of_voided(uuid, timestamptz) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION take_back_check_ins_of_voided(uuid, timestamptz) TO caseload_coach, caseload_supervisor;`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
DROP FUNCTION take_back_check_ins_of_voided(uuid, timestamptz);
DROP INDEX check_ins_of_contact;
ALTER TABLE check_ins DROP COLUMN contact_id;`);
  }
}
