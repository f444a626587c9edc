import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * A contact announces nothing by itself. One that answers a call asked for does, or answers it no more (amended,
 * voided): the open Home of who asked says whether they still wait.
 */
export class AnAnsweredCallIsTold1763700000029 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
-- Only while no other contact answers it: later ones with the same person change nothing on their Home.
CREATE FUNCTION announce_answered_call() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER
SET search_path = pg_catalog, public AS $$
BEGIN
  IF acting_organization() IS NOT NULL AND EXISTS (
    SELECT 1 FROM calls_asked_for k
     WHERE k.organization_id = NEW.organization_id AND k.participant_id = NEW.participant_id
       AND k.replaced_at IS NULL AND k.withdrawn_at IS NULL AND k.asked_at < NEW.recorded_at
       AND NOT EXISTS (
         SELECT 1 FROM contacts c
          WHERE c.organization_id = k.organization_id AND c.participant_id = k.participant_id AND c.id <> NEW.id
            AND c.voided_at IS NULL AND c.outcome = 'reached'
            AND c.happened_at >= date_trunc('minute', k.asked_at) AND c.recorded_at > k.asked_at))
  THEN
    PERFORM announce_at_commit(NEW.organization_id, NEW.participant_id, '{}', true, true);
  END IF;
  RETURN NULL;
END $$;
REVOKE EXECUTE ON FUNCTION announce_answered_call() FROM PUBLIC;
CREATE TRIGGER announce_answered_call AFTER INSERT ON contacts
  FOR EACH ROW WHEN (NEW.outcome = 'reached') EXECUTE FUNCTION announce_answered_call();
CREATE TRIGGER announce_call_answered_or_not AFTER UPDATE OF outcome, happened_at, voided_at ON contacts
  FOR EACH ROW WHEN (OLD.outcome = 'reached' OR NEW.outcome = 'reached') EXECUTE FUNCTION announce_answered_call();`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
DROP TRIGGER announce_call_answered_or_not ON contacts;
DROP TRIGGER announce_answered_call ON contacts;
DROP FUNCTION announce_answered_call();`);
  }
}
