import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A session lasts so long at most: a stream that is open now was looked at within this time. In hours. */
const OPEN_FOR = 12;

/**
 * A contact that is logged, amended or voided shows on the open stream of whoever reads for that coach: their
 * supervisor and who covers for them, where they looked at it lately. Nobody else hears of it, so where nobody reads,
 * logging still announces nothing and waits for nobody.
 */
export class LoggedWhileOneReads1763700000046 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
CREATE FUNCTION announce_to_readers() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER
SET search_path = pg_catalog, public AS $$
DECLARE
  reader uuid;
  readers uuid[];
BEGIN
  IF acting_organization() IS NULL THEN RETURN NULL; END IF;
  SELECT c.supervisor_id INTO reader FROM coaches c
   WHERE c.organization_id = NEW.organization_id AND c.id = NEW.coach_id;
  IF reader IS NULL THEN RETURN NULL; END IF;
  readers := ARRAY(
    SELECT l.account_id FROM stream_looks l
     WHERE l.organization_id = NEW.organization_id AND l.looked_at > acting_now() - interval '${OPEN_FOR} hours'
       AND l.account_id <> NEW.coach_id
       AND l.account_id = ANY (
         reader || covering_of(NEW.organization_id, reader, 'supervisor', day_in(NEW.organization_id))));
  IF cardinality(readers) > 0 AND NOT is_locked_record(NEW.organization_id, NEW.participant_id) THEN
    PERFORM announce_at_commit(NEW.organization_id, NEW.participant_id, readers, false, false);
  END IF;
  RETURN NULL;
END $$;
REVOKE EXECUTE ON FUNCTION announce_to_readers() FROM PUBLIC;
CREATE TRIGGER announce AFTER INSERT OR UPDATE OF contact_version ON contact_reviews
  FOR EACH ROW EXECUTE FUNCTION announce_to_readers();
`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
DROP TRIGGER announce ON contact_reviews;
DROP FUNCTION announce_to_readers();`);
  }
}
