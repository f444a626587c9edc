import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A participant says how they are, and may take a mis-tap back; a coach enters what they say during a contact. */
export class CheckInsOfParticipants1763700000018 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
ALTER TABLE check_ins
  ADD COLUMN is_with_staff boolean NOT NULL DEFAULT false,
  ADD COLUMN recorded_at timestamptz,
  ADD COLUMN request_hash bytea,
  ADD CONSTRAINT asking_for_a_call_is_their_own CHECK (NOT (is_with_staff AND wants_call));
COMMENT ON COLUMN check_ins.is_with_staff IS
  'Entered by staff in a contact with them: somebody was there, so it asks nobody for an answer.';
COMMENT ON COLUMN check_ins.recorded_at IS
  'When it reached the server; later than checked_in_at for one kept on a phone without signal. Null: not known.';

-- What was taken back counts for nothing: it leaves the table that everything reads.
CREATE TABLE check_ins_taken_back (
  organization_id uuid NOT NULL,
  id uuid NOT NULL,
  participant_id uuid NOT NULL,
  said jsonb NOT NULL,
  taken_back_by uuid NOT NULL,
  taken_back_at timestamptz NOT NULL,
  PRIMARY KEY (organization_id, id),
  FOREIGN KEY (organization_id, participant_id) REFERENCES participants (organization_id, id),
  FOREIGN KEY (organization_id, taken_back_by) REFERENCES accounts (organization_id, id)
);
ALTER TABLE check_ins_taken_back ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
CREATE POLICY the_owner_keeps ON check_ins_taken_back TO caseload_owner USING (true) WITH CHECK (true);
CREATE POLICY who_took_it_back ON check_ins_taken_back TO caseload_coach, caseload_participant
  USING (organization_id = (SELECT acting_organization()) AND taken_back_by = (SELECT acting_account()));
GRANT SELECT, INSERT ON check_ins_taken_back TO caseload_coach, caseload_participant;

CREATE POLICY participants_their_own ON check_ins TO caseload_participant
  USING (organization_id = (SELECT acting_organization()) AND participant_id IN (SELECT p.id FROM participants p));
CREATE POLICY participants_add_as_themselves ON check_ins AS RESTRICTIVE FOR INSERT TO caseload_participant
  WITH CHECK (made_by = (SELECT acting_account()) AND NOT is_with_staff);
CREATE POLICY coaches_add_what_they_were_told ON check_ins AS RESTRICTIVE FOR INSERT TO caseload_coach
  WITH CHECK (made_by = (SELECT acting_account()) AND is_with_staff);
CREATE POLICY taken_back_by_who_made_it ON check_ins AS RESTRICTIVE FOR DELETE TO caseload_coach, caseload_participant
  USING (made_by = (SELECT acting_account()));
GRANT SELECT ON check_ins TO caseload_participant;
GRANT INSERT, DELETE ON check_ins TO caseload_coach, caseload_participant;

CREATE TRIGGER announce AFTER INSERT OR UPDATE OR DELETE ON check_ins
  FOR EACH ROW EXECUTE FUNCTION announce_participant('and the participant');`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
DROP TRIGGER announce ON check_ins;
REVOKE ALL ON check_ins FROM caseload_participant;
REVOKE INSERT, DELETE ON check_ins FROM caseload_coach;
DROP POLICY taken_back_by_who_made_it ON check_ins;
DROP POLICY coaches_add_what_they_were_told ON check_ins;
DROP POLICY participants_add_as_themselves ON check_ins;
DROP POLICY participants_their_own ON check_ins;
DROP TABLE check_ins_taken_back;
ALTER TABLE check_ins DROP CONSTRAINT asking_for_a_call_is_their_own, DROP COLUMN request_hash,
  DROP COLUMN recorded_at, DROP COLUMN is_with_staff;`);
  }
}
