import type { MigrationInterface, QueryRunner } from 'typeorm';

const HERE = 'organization_id = (SELECT acting_organization())';
const OWN = `${HERE} AND coach_id = (SELECT acting_account())`;
const TEAM = `${HERE} AND coach_id = ANY ((SELECT coaches_of_acting_supervisor())::uuid[])`;

/** What one announcement takes to be about no participant: its place in `publish_announcement`, before and after. */
const ABOUT = [
  'a.participant_id = NEW.participant_id',
  'a.participant_id IS NOT DISTINCT FROM NEW.participant_id',
];

/** Whose change shows on open pages of the coach, their supervisor and administrators, and on what. */
const TOLD = {
  certifications: 'INSERT OR UPDATE OR DELETE',
  certification_renewals: 'INSERT OR UPDATE',
  education_entries: 'INSERT OR UPDATE OR DELETE',
  held_releases: 'INSERT',
};

/**
 * A certification that was removed leaves a line with who and why, and what happens with certifications, renewals and
 * education shows on open pages by itself. Such an event is about no participant.
 */
export class CertificationsTold1763700000068 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
CREATE TABLE removed_certifications (
  organization_id uuid NOT NULL,
  id uuid NOT NULL,
  coach_id uuid NOT NULL,
  kind text NOT NULL,
  issuer text NOT NULL,
  number text NOT NULL,
  first_on date NOT NULL,
  last_on date NOT NULL,
  why text NOT NULL CHECK (length(why) BETWEEN 1 AND 500),
  removed_by uuid NOT NULL,
  removed_at timestamptz NOT NULL,
  PRIMARY KEY (organization_id, id),
  FOREIGN KEY (organization_id, coach_id) REFERENCES coaches (organization_id, id),
  FOREIGN KEY (organization_id, removed_by) REFERENCES accounts (organization_id, id),
  CONSTRAINT nobody_removes_their_own CHECK (removed_by <> coach_id)
);
COMMENT ON TABLE removed_certifications IS 'As it stood when somebody took it away; nothing asks it who is certified.';
CREATE INDEX removed_certifications_of_coach ON removed_certifications (organization_id, coach_id);
ALTER TABLE removed_certifications ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
CREATE POLICY the_owner_keeps ON removed_certifications TO caseload_owner USING (true) WITH CHECK (true);
CREATE POLICY coaches_read_their_own ON removed_certifications FOR SELECT TO caseload_coach USING (${OWN});
CREATE POLICY supervisors_their_team ON removed_certifications TO caseload_supervisor USING (${TEAM}) WITH CHECK (${TEAM});
CREATE POLICY administrators_keep ON removed_certifications TO caseload_administrator USING (${HERE}) WITH CHECK (${HERE});
GRANT SELECT ON removed_certifications TO caseload_coach, caseload_supervisor, caseload_administrator;
GRANT INSERT ON removed_certifications TO caseload_supervisor, caseload_administrator;

ALTER TABLE live_events ALTER COLUMN participant_id DROP NOT NULL;
COMMENT ON COLUMN live_events.participant_id IS 'Null: about no participant; whatever is open at those concerned asks anew.';
ALTER TABLE announcements DROP CONSTRAINT announcements_pkey;
ALTER TABLE announcements ALTER COLUMN participant_id DROP NOT NULL,
  ADD CONSTRAINT announced_once UNIQUE NULLS NOT DISTINCT (organization_id, transaction_id, participant_id);

CREATE FUNCTION announce_certification() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER
SET search_path = pg_catalog, public AS $$
DECLARE changed record;
BEGIN
  IF acting_organization() IS NULL OR (TG_OP = 'UPDATE' AND NEW IS NOT DISTINCT FROM OLD) THEN RETURN NULL; END IF;
  IF TG_OP = 'DELETE' THEN changed := OLD; ELSE changed := NEW; END IF;
  PERFORM announce_at_commit(changed.organization_id, NULL, ARRAY(
    SELECT changed.coach_id
    UNION SELECT c.supervisor_id FROM coaches c
     WHERE c.organization_id = changed.organization_id AND c.id = changed.coach_id AND c.supervisor_id IS NOT NULL
    UNION SELECT r.account_id FROM account_roles r
     WHERE r.organization_id = changed.organization_id AND r.role = 'administrator'), false, false);
  RETURN NULL;
END $$;
REVOKE EXECUTE ON FUNCTION announce_certification() FROM PUBLIC;
`);
    for (const [table, events] of Object.entries(TOLD))
      await runner.query(`
CREATE TRIGGER announce AFTER ${events} ON ${table} FOR EACH ROW EXECUTE FUNCTION announce_certification();`);
    await rewrite(runner, ABOUT[0]!, ABOUT[1]!);
  }

  async down(runner: QueryRunner): Promise<void> {
    await rewrite(runner, ABOUT[1]!, ABOUT[0]!);
    for (const table of Object.keys(TOLD)) await runner.query(`DROP TRIGGER announce ON ${table};`);
    await runner.query(`
DROP FUNCTION announce_certification();
DELETE FROM live_events WHERE participant_id IS NULL;
ALTER TABLE live_events ALTER COLUMN participant_id SET NOT NULL;
COMMENT ON COLUMN live_events.participant_id IS NULL;
DELETE FROM announcements WHERE participant_id IS NULL;
ALTER TABLE announcements DROP CONSTRAINT announced_once,
  ADD CONSTRAINT announcements_pkey PRIMARY KEY (organization_id, transaction_id, participant_id);
DROP TABLE removed_certifications;`);
  }
}

async function rewrite(runner: QueryRunner, before: string, after: string): Promise<void> {
  const [{ definition }] = (await runner.query(
    `SELECT pg_get_functiondef('publish_announcement'::regproc) AS definition`,
  )) as [{ definition: string }];
  if (!definition.includes(before)) throw new Error(`publish_announcement does not say: ${before}`);
  await runner.query(definition.replace(before, after));
}
