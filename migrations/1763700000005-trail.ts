import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Who did or saw what, appended in the transaction that did it. Nobody is granted update or delete, and a trigger
 * refuses them to the owner too. `transaction` and `seal` leave room for sealing the record later.
 */
export class Trail1763700000005 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
CREATE TABLE trail (
  organization_id uuid NOT NULL REFERENCES organizations (id),
  id bigint GENERATED ALWAYS AS IDENTITY,
  at timestamptz NOT NULL,
  account_id uuid NOT NULL,
  role text NOT NULL,
  action text NOT NULL,
  participant_id uuid,
  participant_ids uuid[],
  subject_id uuid,
  why text,
  outcome text NOT NULL CHECK (outcome IN ('done', 'refused')),
  problem text,
  request_id text NOT NULL,
  transaction xid8 NOT NULL DEFAULT pg_current_xact_id(),
  seal bytea,
  PRIMARY KEY (organization_id, id)
);
CREATE INDEX trail_of_participant ON trail (organization_id, participant_id, at DESC) WHERE participant_id IS NOT NULL;

CREATE FUNCTION refuse_to_change_the_trail() RETURNS trigger LANGUAGE plpgsql
SET search_path = pg_catalog AS $$
BEGIN
  RAISE EXCEPTION 'The trail is only ever added to.' USING ERRCODE = 'insufficient_privilege';
END $$;
CREATE TRIGGER only_ever_added_to BEFORE UPDATE OR DELETE ON trail
  FOR EACH ROW EXECUTE FUNCTION refuse_to_change_the_trail();
CREATE TRIGGER never_emptied BEFORE TRUNCATE ON trail
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_to_change_the_trail();

ALTER TABLE trail ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
CREATE POLICY the_owner_keeps ON trail TO caseload_owner USING (true) WITH CHECK (true);
CREATE POLICY in_ones_own_name ON trail FOR INSERT
  TO caseload_coach, caseload_supervisor, caseload_administrator, caseload_participant
  WITH CHECK (organization_id = (SELECT acting_organization()) AND account_id = (SELECT acting_account()));
GRANT INSERT ON trail TO caseload_coach, caseload_supervisor, caseload_administrator, caseload_participant;
`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DROP TABLE trail CASCADE; DROP FUNCTION refuse_to_change_the_trail();`);
  }
}
