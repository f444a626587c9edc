import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * The language a participant reads the app in, beside the one they speak: chosen by themself on their own page, and to
 * be seen by whoever writes to them. Staff may not read a participant's account, so it is kept with the person.
 */
export class ReadsIn1763700000024 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
ALTER TABLE participants ADD COLUMN reads_in text CHECK (reads_in IN ('en', 'es'));
COMMENT ON COLUMN participants.reads_in IS 'The language of their account, kept by triggers; null without an account.';
UPDATE participants p SET reads_in = a.language FROM accounts a
 WHERE a.organization_id = p.organization_id AND a.id = p.account_id;

CREATE FUNCTION read_as_the_account_says() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER
SET search_path = pg_catalog, public AS $$
BEGIN
  NEW.reads_in := (SELECT a.language FROM accounts a
                    WHERE a.organization_id = NEW.organization_id AND a.id = NEW.account_id);
  RETURN NEW;
END $$;
CREATE TRIGGER read_as_the_account_says BEFORE INSERT OR UPDATE OF account_id ON participants
  FOR EACH ROW EXECUTE FUNCTION read_as_the_account_says();

CREATE FUNCTION tell_what_is_read() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER
SET search_path = pg_catalog, public AS $$
BEGIN
  UPDATE participants p SET reads_in = NEW.language
   WHERE p.organization_id = NEW.organization_id AND p.account_id = NEW.id;
  RETURN NULL;
END $$;
CREATE TRIGGER tell_what_is_read AFTER UPDATE OF language ON accounts
  FOR EACH ROW WHEN (NEW.role = 'participant') EXECUTE FUNCTION tell_what_is_read();
`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
DROP TRIGGER tell_what_is_read ON accounts;
DROP TRIGGER read_as_the_account_says ON participants;
DROP FUNCTION tell_what_is_read(), read_as_the_account_says();
ALTER TABLE participants DROP COLUMN reads_in;`);
  }
}
