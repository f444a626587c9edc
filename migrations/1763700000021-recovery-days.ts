import type { MigrationInterface, QueryRunner } from 'typeorm';

const TABLES = [
  'recovery_day_settings',
  'recovery_periods',
  'recovery_milestones',
  'congratulations',
  'birthdays',
];

const CASELOAD = `participant_id = ANY (ARRAY(
    SELECT a.participant_id FROM assignments a WHERE a.organization_id = (SELECT acting_organization())
       AND a.coach_id = (SELECT acting_account()) AND a.until_on IS NULL))`;

const reachable = (table: string): string => `(
    SELECT true FROM participants p WHERE p.organization_id = ${table}.organization_id
       AND p.id = ${table}.participant_id)`;

/** The settings row is itself under the policies of who asks: a coach finds it only while its owner shares. */
const shared = (table: string): string => `(
    SELECT s.is_shared FROM recovery_day_settings s WHERE s.organization_id = ${table}.organization_id
       AND s.participant_id = ${table}.participant_id)`;

/**
 * Recovery days: periods that add up, milestones that stay, and who may see them. They are the participant's own: a
 * coach and a supervisor read them only while the participant shares them, an administrator never.
 */
export class RecoveryDays1763700000021 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
CREATE TABLE recovery_day_settings (
  organization_id uuid NOT NULL,
  participant_id uuid NOT NULL,
  is_shared boolean NOT NULL DEFAULT false,
  shows_current_period boolean NOT NULL DEFAULT false,
  counted_from date,
  written_on date,
  version integer NOT NULL DEFAULT 1,
  PRIMARY KEY (organization_id, participant_id),
  FOREIGN KEY (organization_id, participant_id) REFERENCES participants (organization_id, id)
);
COMMENT ON COLUMN recovery_day_settings.counted_from IS
  'The day all days would have begun on, were they one period: kept by the trigger on recovery_periods, so that who has '
  'a milestone near is one look. Null while no period is open.';
COMMENT ON COLUMN recovery_day_settings.written_on IS
  'The day a period was last entered or changed: what only a slip of that day reached goes with it.';

CREATE TABLE recovery_periods (
  organization_id uuid NOT NULL,
  id uuid NOT NULL,
  participant_id uuid NOT NULL,
  began_on date NOT NULL,
  ended_on date,
  made_at timestamptz NOT NULL,
  changed_at timestamptz NOT NULL,
  removed_at timestamptz,
  request_hash bytea,
  version integer NOT NULL DEFAULT 1,
  PRIMARY KEY (organization_id, id),
  FOREIGN KEY (organization_id, participant_id) REFERENCES participants (organization_id, id),
  CONSTRAINT a_recovery_period_ends_after_it_begins CHECK (ended_on >= began_on),
  -- [began, ended): begun again on the day the one before ended is no overlap
  CONSTRAINT recovery_periods_of_one_person_do_not_overlap EXCLUDE USING gist (
    organization_id WITH =, participant_id WITH =, daterange(began_on, ended_on) WITH &&) WHERE (removed_at IS NULL)
);
CREATE INDEX recovery_periods_of_participant ON recovery_periods (organization_id, participant_id, began_on);

CREATE TABLE recovery_milestones (
  organization_id uuid NOT NULL,
  participant_id uuid NOT NULL,
  unit text NOT NULL CHECK (unit IN ('days', 'months', 'years')),
  count integer NOT NULL CHECK (count BETWEEN 1 AND 366),
  reached_on date NOT NULL,
  written_on date NOT NULL,
  PRIMARY KEY (organization_id, participant_id, unit, count),
  FOREIGN KEY (organization_id, participant_id) REFERENCES participants (organization_id, id)
);

CREATE TABLE congratulations (
  organization_id uuid NOT NULL,
  participant_id uuid NOT NULL,
  unit text NOT NULL CHECK (unit IN ('days', 'months', 'years')),
  count integer NOT NULL CHECK (count BETWEEN 1 AND 366),
  made_by uuid NOT NULL,
  made_at timestamptz NOT NULL,
  PRIMARY KEY (organization_id, participant_id, unit, count, made_by),
  FOREIGN KEY (organization_id, participant_id) REFERENCES participants (organization_id, id),
  FOREIGN KEY (organization_id, made_by) REFERENCES accounts (organization_id, id)
);

CREATE TABLE birthdays (
  organization_id uuid NOT NULL,
  participant_id uuid NOT NULL,
  born_on date NOT NULL CHECK (born_on >= '1900-01-01'),
  is_shared boolean NOT NULL,
  given_by uuid NOT NULL,
  given_at timestamptz NOT NULL,
  version integer NOT NULL DEFAULT 1,
  PRIMARY KEY (organization_id, participant_id),
  FOREIGN KEY (organization_id, participant_id) REFERENCES participants (organization_id, id),
  FOREIGN KEY (organization_id, given_by) REFERENCES accounts (organization_id, id)
);

CREATE FUNCTION keep_counted_from() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER
SET search_path = pg_catalog, public AS $$
DECLARE
  began date;
  days_before integer;
BEGIN
  SELECT max(r.began_on) FILTER (WHERE r.ended_on IS NULL), coalesce(sum(r.ended_on - r.began_on), 0)
    INTO began, days_before FROM recovery_periods r
   WHERE r.organization_id = NEW.organization_id AND r.participant_id = NEW.participant_id AND r.removed_at IS NULL;
  INSERT INTO recovery_day_settings AS s (organization_id, participant_id, counted_from)
  VALUES (NEW.organization_id, NEW.participant_id, began - days_before)
  ON CONFLICT (organization_id, participant_id) DO UPDATE SET counted_from = excluded.counted_from
   WHERE s.counted_from IS DISTINCT FROM excluded.counted_from;
  RETURN NULL;
END $$;
CREATE TRIGGER keep_counted_from AFTER INSERT OR UPDATE ON recovery_periods
  FOR EACH ROW EXECUTE FUNCTION keep_counted_from();

-- As announce_participant, but staff hear of it only where they may read it: before the change, or after it. The name
-- of the table's own column is_shared, where it has one; else what its owner has set.
CREATE FUNCTION announce_recovery_days() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER
SET search_path = pg_catalog, public AS $$
DECLARE
  changed jsonb;
  before jsonb := '{}';
  is_for_staff boolean;
BEGIN
  IF acting_organization() IS NULL THEN RETURN NULL; END IF;
  IF TG_OP <> 'INSERT' THEN before := to_jsonb(OLD); END IF;
  IF TG_OP = 'DELETE' THEN changed := before; ELSE changed := to_jsonb(NEW); END IF;
  IF TG_OP = 'UPDATE' AND changed = before THEN RETURN NULL; END IF;
  IF changed ? 'is_shared' THEN
    is_for_staff := coalesce((changed ->> 'is_shared')::boolean, false)
                 OR coalesce((before ->> 'is_shared')::boolean, false);
  ELSE
    SELECT s.is_shared INTO is_for_staff FROM recovery_day_settings s
     WHERE s.organization_id = (changed ->> 'organization_id')::uuid
       AND s.participant_id = (changed ->> 'participant_id')::uuid;
  END IF;
  PERFORM announce_at_commit((changed ->> 'organization_id')::uuid, (changed ->> 'participant_id')::uuid, '{}',
                             coalesce(is_for_staff, false), true);
  RETURN NULL;
END $$;
`);
    for (const table of TABLES)
      await runner.query(`
ALTER TABLE ${table} ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
CREATE POLICY the_owner_keeps ON ${table} TO caseload_owner USING (true) WITH CHECK (true);
CREATE TRIGGER announce AFTER INSERT OR UPDATE OR DELETE ON ${table}
  FOR EACH ROW EXECUTE FUNCTION announce_recovery_days();
CREATE POLICY participants_their_own ON ${table} TO caseload_participant
  USING (organization_id = (SELECT acting_organization()) AND participant_id IN (SELECT p.id FROM participants p));
GRANT SELECT ON ${table} TO caseload_participant, caseload_coach, caseload_supervisor;`);

    for (const table of ['recovery_periods', 'recovery_milestones'])
      await runner.query(`
CREATE POLICY coaches_while_shared ON ${table} FOR SELECT TO caseload_coach
  USING (organization_id = (SELECT acting_organization()) AND ${CASELOAD} AND ${shared(table)});
CREATE POLICY supervisors_while_shared ON ${table} FOR SELECT TO caseload_supervisor
  USING (organization_id = (SELECT acting_organization()) AND ${shared(table)} AND ${reachable(table)});`);

    for (const table of ['recovery_day_settings', 'birthdays'])
      await runner.query(`
CREATE POLICY coaches_while_shared ON ${table} TO caseload_coach
  USING (organization_id = (SELECT acting_organization()) AND is_shared AND ${CASELOAD});
CREATE POLICY supervisors_while_shared ON ${table} TO caseload_supervisor
  USING (organization_id = (SELECT acting_organization()) AND is_shared AND ${reachable(table)});`);

    await runner.query(`
-- Whoever may see what there is to be glad of may say so; the participant keeps it also after sharing no more.
CREATE POLICY coaches_while_shared ON congratulations TO caseload_coach
  USING (organization_id = (SELECT acting_organization()) AND ${CASELOAD} AND ${shared('congratulations')})
  WITH CHECK (organization_id = (SELECT acting_organization()) AND ${CASELOAD} AND ${shared('congratulations')}
              AND made_by = (SELECT acting_account()));
CREATE POLICY supervisors_while_shared ON congratulations TO caseload_supervisor
  USING (organization_id = (SELECT acting_organization()) AND ${shared('congratulations')} AND ${reachable('congratulations')})
  WITH CHECK (organization_id = (SELECT acting_organization()) AND ${shared('congratulations')}
              AND ${reachable('congratulations')} AND made_by = (SELECT acting_account()));
CREATE POLICY only_ones_own_is_taken_back ON congratulations AS RESTRICTIVE FOR DELETE
  TO caseload_coach, caseload_supervisor USING (made_by = (SELECT acting_account()));
GRANT INSERT, DELETE ON congratulations TO caseload_coach, caseload_supervisor;

GRANT INSERT (organization_id, participant_id, is_shared, shows_current_period, written_on, version),
  UPDATE (is_shared, shows_current_period, written_on, version) ON recovery_day_settings TO caseload_participant;
GRANT INSERT, UPDATE (began_on, ended_on, changed_at, removed_at, version) ON recovery_periods TO caseload_participant;
GRANT INSERT, DELETE ON recovery_milestones TO caseload_participant;
GRANT INSERT, UPDATE (born_on, is_shared, given_by, given_at, version), DELETE ON birthdays TO caseload_participant;
GRANT INSERT, UPDATE (born_on, given_by, given_at, version) ON birthdays TO caseload_coach, caseload_supervisor;
`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
DROP TABLE ${[...TABLES].reverse().join(', ')};
DROP FUNCTION keep_counted_from(), announce_recovery_days();`);
  }
}
