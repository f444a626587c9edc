import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * What is set about the organization itself is one thing with one version, so that of two who set it at once the second
 * is shown both. The hours of education that a kind of certification needs are a setting too, and their changes are told.
 */
export class SettingsInOnePlace1763700000063 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
ALTER TABLE organizations ADD COLUMN settings_version integer NOT NULL DEFAULT 1;
COMMENT ON COLUMN organizations.settings_version IS
  'Of name, neutral name, time zone and the most days somebody may be paused.';
GRANT UPDATE (most_quiet_days, settings_version) ON organizations TO caseload_administrator;
CREATE TRIGGER keep_setting_changes AFTER INSERT OR UPDATE OR DELETE ON education_needs
  FOR EACH ROW EXECUTE FUNCTION keep_setting_changes('kind');`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
DROP TRIGGER keep_setting_changes ON education_needs;
REVOKE UPDATE (most_quiet_days, settings_version) ON organizations FROM caseload_administrator;
ALTER TABLE organizations DROP COLUMN settings_version;`);
  }
}
