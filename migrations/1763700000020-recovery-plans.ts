import type { MigrationInterface, QueryRunner } from 'typeorm';

const TABLES = ['recovery_plans', 'recovery_plan_versions', 'recovery_plan_people'];

/** What a participant may read of the people in their life: who they are, and not what we may talk about with them. */
const OWN_SUPPORTER_COLUMNS = 'organization_id, id, participant_id, name, relation, phone, no_longer_at';

/**
 * The recovery plan: short lines in six parts, written by the participant and their coach. A version changes one part,
 * and only ever adds rows; the newest version of each part is the plan.
 */
export class RecoveryPlans1763700000020 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
CREATE FUNCTION are_short_lines(p_lines text[]) RETURNS boolean LANGUAGE sql IMMUTABLE
SET search_path = pg_catalog
AS $$ SELECT coalesce(bool_and(line IS NOT NULL AND length(line) <= 300 AND length(btrim(line)) > 0), true)
        FROM unnest(p_lines) line $$;
GRANT EXECUTE ON FUNCTION are_short_lines(text[]) TO caseload_coach, caseload_participant;

CREATE TABLE recovery_plans (
  organization_id uuid NOT NULL,
  participant_id uuid NOT NULL,
  version integer NOT NULL,
  PRIMARY KEY (organization_id, participant_id),
  FOREIGN KEY (organization_id, participant_id) REFERENCES participants (organization_id, id)
);
COMMENT ON COLUMN recovery_plans.version IS 'Of the newest change to any part. Whoever writes holds this row first.';

CREATE TABLE recovery_plan_versions (
  organization_id uuid NOT NULL,
  participant_id uuid NOT NULL,
  version integer NOT NULL CHECK (version > 0),
  part text NOT NULL CHECK (part IN ('signs', 'triggers', 'helps', 'places', 'people', 'reasons')),
  lines text[] NOT NULL,
  is_together boolean NOT NULL,
  made_by uuid NOT NULL,
  made_at timestamptz NOT NULL,
  change_id uuid NOT NULL,
  request_hash bytea,
  PRIMARY KEY (organization_id, participant_id, version),
  FOREIGN KEY (organization_id, participant_id) REFERENCES recovery_plans (organization_id, participant_id),
  FOREIGN KEY (organization_id, made_by) REFERENCES accounts (organization_id, id),
  CONSTRAINT each_line_of_a_plan_is_a_few_words CHECK (are_short_lines(lines)),
  CONSTRAINT a_part_of_a_plan_has_up_to_50_lines CHECK (cardinality(lines) <= 50),
  CONSTRAINT people_of_a_plan_have_rows_of_their_own CHECK (part <> 'people' OR cardinality(lines) = 0)
);
COMMENT ON COLUMN recovery_plan_versions.is_together IS 'The coach says that they made it together.';
CREATE UNIQUE INDEX one_change_of_a_plan_for_an_id
  ON recovery_plan_versions (organization_id, participant_id, change_id);
CREATE INDEX newest_of_each_part ON recovery_plan_versions (organization_id, participant_id, part, version DESC);

CREATE TABLE recovery_plan_people (
  organization_id uuid NOT NULL,
  participant_id uuid NOT NULL,
  version integer NOT NULL,
  position integer NOT NULL CHECK (position BETWEEN 0 AND 19),
  supporter_id uuid,
  name text NOT NULL CHECK (length(name) BETWEEN 1 AND 200),
  relation text NOT NULL DEFAULT '' CHECK (length(relation) <= 100),
  phone text NOT NULL DEFAULT '' CHECK (length(phone) <= 300),
  PRIMARY KEY (organization_id, participant_id, version, position),
  FOREIGN KEY (organization_id, participant_id, version)
    REFERENCES recovery_plan_versions (organization_id, participant_id, version),
  FOREIGN KEY (organization_id, supporter_id, participant_id)
    REFERENCES supporters (organization_id, id, participant_id)
);
COMMENT ON COLUMN recovery_plan_people.supporter_id IS
  'One of their supporters, whose name and number are then as they are there; null for somebody only the plan names.';
CREATE UNIQUE INDEX a_supporter_once_in_a_plan
  ON recovery_plan_people (organization_id, participant_id, version, supporter_id) WHERE supporter_id IS NOT NULL;
`);
    for (const table of TABLES)
      await runner.query(`
ALTER TABLE ${table} ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
CREATE POLICY the_owner_keeps ON ${table} TO caseload_owner USING (true) WITH CHECK (true);
CREATE POLICY coaches_their_caseload ON ${table} TO caseload_coach
  USING (organization_id = (SELECT acting_organization()) AND participant_id = ANY (ARRAY(
    SELECT a.participant_id FROM assignments a WHERE a.organization_id = (SELECT acting_organization())
       AND a.coach_id = (SELECT acting_account()) AND a.until_on IS NULL)));
CREATE POLICY supervisors_of_reachable ON ${table} FOR SELECT TO caseload_supervisor
  USING (organization_id = (SELECT acting_organization()) AND (
    SELECT true FROM participants p WHERE p.organization_id = ${table}.organization_id
       AND p.id = ${table}.participant_id));
CREATE POLICY participants_their_own ON ${table} TO caseload_participant
  USING (organization_id = (SELECT acting_organization()) AND participant_id IN (SELECT p.id FROM participants p));
GRANT SELECT ON ${table} TO caseload_coach, caseload_supervisor, caseload_participant;
GRANT INSERT ON ${table} TO caseload_coach, caseload_participant;`);
    await runner.query(`
GRANT UPDATE (version) ON recovery_plans TO caseload_coach, caseload_participant;
CREATE POLICY participants_their_own ON supporters FOR SELECT TO caseload_participant
  USING (organization_id = (SELECT acting_organization()) AND participant_id IN (SELECT p.id FROM participants p));
GRANT SELECT (${OWN_SUPPORTER_COLUMNS}) ON supporters TO caseload_participant;

CREATE TRIGGER announce AFTER INSERT OR UPDATE OR DELETE ON recovery_plans
  FOR EACH ROW EXECUTE FUNCTION announce_participant('and the participant');
-- a number set right by the coach is the number that their own page calls
DROP TRIGGER announce ON supporters;
CREATE TRIGGER announce AFTER INSERT OR UPDATE OR DELETE ON supporters
  FOR EACH ROW EXECUTE FUNCTION announce_participant('and the participant');`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
DROP TRIGGER announce ON supporters;
CREATE TRIGGER announce AFTER INSERT OR UPDATE OR DELETE ON supporters
  FOR EACH ROW EXECUTE FUNCTION announce_participant();
REVOKE SELECT (${OWN_SUPPORTER_COLUMNS}) ON supporters FROM caseload_participant;
DROP POLICY participants_their_own ON supporters;
DROP TABLE ${[...TABLES].reverse().join(', ')};
DROP FUNCTION are_short_lines(text[]);`);
  }
}
