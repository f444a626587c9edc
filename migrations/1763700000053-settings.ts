import type { MigrationInterface, QueryRunner } from 'typeorm';

const HERE = 'organization_id = (SELECT acting_organization())';

/** Tables of the organization's settings: one row each, and what of a row is no setting. */
const ONE_ROW = [
  'answering_settings',
  'load_settings',
  'review_settings',
  'assessment_settings',
  'wellbeing_settings',
];
/** Tables with a row for each day or program: the column by which a change says which. */
const ROWS: Record<string, string> = { opening_hours: 'weekday', holidays: 'day_on', programs: 'id' };

/**
 * Who changed which setting, from what to what, when, and since when it holds: kept by triggers, read by administrators,
 * changed by nobody. Programs are added, renamed and closed. A time zone is set right until the first day is written in
 * it (docs/decisions/0034).
 */
export class Settings1763700000053 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
CREATE TABLE setting_changes (
  organization_id uuid NOT NULL REFERENCES organizations (id),
  id uuid NOT NULL DEFAULT gen_random_uuid(),
  subject text NOT NULL,
  setting text NOT NULL,
  key text NOT NULL DEFAULT '',
  before jsonb,
  after jsonb,
  changed_by uuid,
  changed_at timestamptz NOT NULL,
  effective_on date NOT NULL,
  PRIMARY KEY (organization_id, id),
  FOREIGN KEY (organization_id, changed_by) REFERENCES accounts (organization_id, id)
);
COMMENT ON COLUMN setting_changes.subject IS 'The table it stands in; setting is its column, key which of several rows.';
COMMENT ON COLUMN setting_changes.changed_by IS 'Null for what was done at the database itself.';
CREATE INDEX setting_changes_by_time ON setting_changes (organization_id, changed_at DESC, id DESC);
ALTER TABLE setting_changes ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
CREATE POLICY the_owner_keeps ON setting_changes TO caseload_owner USING (true) WITH CHECK (true);
CREATE POLICY administrators_read ON setting_changes FOR SELECT TO caseload_administrator USING (${HERE});
GRANT SELECT ON setting_changes TO caseload_administrator;

CREATE FUNCTION setting_changes_only_grow() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'What was changed is never changed.' USING ERRCODE = 'insufficient_privilege';
END $$;
CREATE TRIGGER setting_changes_only_grow BEFORE UPDATE OR DELETE ON setting_changes
  FOR EACH STATEMENT EXECUTE FUNCTION setting_changes_only_grow();

-- A line for each column that changed. A first row of settings is told against the defaults that held before it.
-- Arguments: the column that names a row of several, then the only columns to look at, if not all.
CREATE FUNCTION keep_setting_changes() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER
SET search_path = pg_catalog, public AS $$
DECLARE
  was jsonb := CASE WHEN TG_OP = 'INSERT' THEN '{}'::jsonb ELSE to_jsonb(OLD) END;
  is_now jsonb := CASE WHEN TG_OP = 'DELETE' THEN '{}'::jsonb ELSE to_jsonb(NEW) END;
  whole jsonb := CASE WHEN TG_OP = 'DELETE' THEN was ELSE is_now END;
  here uuid := coalesce(whole ->> 'organization_id', whole ->> 'id')::uuid;
  at timestamptz := coalesce(nullif(current_setting('app.now', true), '')::timestamptz, clock_timestamp());
  settings text[] := TG_ARGV[1:];
  setting record;
BEGIN
  -- what comes with a new organization, or by the thousand, is no change of anybody's
  IF TG_OP <> 'UPDATE' AND acting_account() IS NULL THEN RETURN NULL; END IF;
  FOR setting IN
    SELECT a.attname::text AS name, pg_get_expr(d.adbin, d.adrelid) AS standard FROM pg_attribute a
      LEFT JOIN pg_attrdef d ON d.adrelid = a.attrelid AND d.adnum = a.attnum
     WHERE a.attrelid = TG_RELID AND a.attnum > 0 AND NOT a.attisdropped
       AND CASE WHEN TG_NARGS > 1 THEN a.attname = ANY (settings)
                ELSE a.attname NOT IN ('organization_id', 'id', 'version', 'salt', 'created_at', TG_ARGV[0]) END
     ORDER BY a.attnum
  LOOP
    IF TG_OP = 'INSERT' AND TG_ARGV[0] = '' AND setting.standard IS NOT NULL THEN
      EXECUTE 'SELECT jsonb_build_object($1, ' || setting.standard || ')' INTO STRICT was USING setting.name;
    END IF;
    IF nullif(was -> setting.name, 'null') IS DISTINCT FROM nullif(is_now -> setting.name, 'null') THEN
      INSERT INTO setting_changes (organization_id, subject, setting, key, before, after, changed_by, changed_at, effective_on)
      SELECT here, TG_TABLE_NAME, setting.name, coalesce(whole ->> nullif(TG_ARGV[0], ''), ''), nullif(was -> setting.name, 'null'),
             nullif(is_now -> setting.name, 'null'), acting_account(), at, (at AT TIME ZONE o.time_zone)::date
        FROM organizations o WHERE o.id = here;
    END IF;
  END LOOP;
  RETURN NULL;
END $$;
CREATE TRIGGER keep_setting_changes AFTER UPDATE ON organizations FOR EACH ROW EXECUTE FUNCTION
  keep_setting_changes('', 'name', 'time_zone', 'phone', 'crisis_protocol', 'uncertified_logging', 'neutral_name', 'most_quiet_days');
CREATE TRIGGER keep_setting_changes AFTER UPDATE ON coaches FOR EACH ROW
  EXECUTE FUNCTION keep_setting_changes('id', 'capacity', 'head_count_ceiling');

ALTER TABLE programs ADD COLUMN closed_on date, ADD COLUMN version integer NOT NULL DEFAULT 1;
COMMENT ON COLUMN programs.closed_on IS 'From this day on nobody is enrolled in it.';
CREATE POLICY administrators_keep ON programs TO caseload_administrator USING (${HERE}) WITH CHECK (${HERE});
GRANT INSERT, UPDATE (name, closed_on, version) ON programs TO caseload_administrator;
GRANT UPDATE (name, time_zone) ON organizations TO caseload_administrator;

-- Held by both, so that a program closes with nobody in it.
CREATE FUNCTION refuse_into_closed_program() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER
SET search_path = pg_catalog, public AS $$
BEGIN
  PERFORM 1 FROM programs WHERE organization_id = NEW.organization_id AND id = NEW.program_id AND closed_on IS NULL FOR SHARE;
  IF NOT FOUND AND EXISTS (SELECT 1 FROM programs WHERE organization_id = NEW.organization_id AND id = NEW.program_id) THEN
    RAISE EXCEPTION 'A closed program takes nobody.'
      USING ERRCODE = 'check_violation', CONSTRAINT = 'a_closed_program_takes_nobody';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER refuse_into_closed_program BEFORE INSERT OR UPDATE OF closed_on ON enrollments
  FOR EACH ROW WHEN (NEW.closed_on IS NULL) EXECUTE FUNCTION refuse_into_closed_program();
CREATE FUNCTION refuse_to_close_with_people() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER
SET search_path = pg_catalog, public AS $$
BEGIN
  IF EXISTS (SELECT 1 FROM enrollments WHERE organization_id = NEW.organization_id AND program_id = NEW.id
                AND closed_on IS NULL) THEN
    RAISE EXCEPTION 'A program closes with nobody in it.'
      USING ERRCODE = 'check_violation', CONSTRAINT = 'a_program_closes_with_nobody_in_it';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER refuse_to_close_with_people BEFORE UPDATE OF closed_on ON programs
  FOR EACH ROW WHEN (NEW.closed_on IS NOT NULL) EXECUTE FUNCTION refuse_to_close_with_people();

-- Days that were written stand in the zone they were written in: from then on it stays.
CREATE FUNCTION days_are_written(p_organization_id uuid) RETURNS boolean
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public AS $$
  SELECT EXISTS (SELECT 1 FROM contacts WHERE organization_id = p_organization_id)
      OR EXISTS (SELECT 1 FROM check_ins WHERE organization_id = p_organization_id)
      OR EXISTS (SELECT 1 FROM risk_notes WHERE organization_id = p_organization_id)
      OR EXISTS (SELECT 1 FROM planned_contacts WHERE organization_id = p_organization_id)
      OR EXISTS (SELECT 1 FROM supervision_sessions WHERE organization_id = p_organization_id) $$;
CREATE FUNCTION keep_time_zone() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER
SET search_path = pg_catalog, public AS $$
BEGIN
  IF days_are_written(NEW.id) THEN
    RAISE EXCEPTION 'A time zone stays once days are written in it.'
      USING ERRCODE = 'check_violation', CONSTRAINT = 'a_time_zone_stays_once_days_are_written';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER keep_time_zone BEFORE UPDATE OF time_zone ON organizations
  FOR EACH ROW WHEN (NEW.time_zone <> OLD.time_zone AND acting_account() IS NOT NULL) EXECUTE FUNCTION keep_time_zone();

REVOKE EXECUTE ON FUNCTION setting_changes_only_grow(), keep_setting_changes(), refuse_into_closed_program(),
  refuse_to_close_with_people(), days_are_written(uuid), keep_time_zone() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION days_are_written(uuid) TO caseload_administrator;
`);
    for (const table of ONE_ROW)
      await runner.query(`
CREATE TRIGGER keep_setting_changes AFTER INSERT OR UPDATE ON ${table}
  FOR EACH ROW EXECUTE FUNCTION keep_setting_changes('');`);
    for (const [table, key] of Object.entries(ROWS))
      await runner.query(`
CREATE TRIGGER keep_setting_changes AFTER INSERT OR UPDATE OR DELETE ON ${table}
  FOR EACH ROW EXECUTE FUNCTION keep_setting_changes('${key}');`);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const table of [...ONE_ROW, ...Object.keys(ROWS), 'organizations', 'coaches'])
      await runner.query(`DROP TRIGGER keep_setting_changes ON ${table};`);
    await runner.query(`
DROP TRIGGER keep_time_zone ON organizations;
DROP TRIGGER refuse_to_close_with_people ON programs;
DROP TRIGGER refuse_into_closed_program ON enrollments;
DROP TABLE setting_changes;
DROP FUNCTION setting_changes_only_grow(), keep_setting_changes(), refuse_into_closed_program(),
  refuse_to_close_with_people(), keep_time_zone(), days_are_written(uuid);
REVOKE UPDATE (name, time_zone) ON organizations FROM caseload_administrator;
REVOKE INSERT, UPDATE (name, closed_on, version) ON programs FROM caseload_administrator;
DROP POLICY administrators_keep ON programs;
ALTER TABLE programs DROP COLUMN closed_on, DROP COLUMN version;`);
  }
}
