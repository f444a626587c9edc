import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * "I'd like a call": what a participant asks for on their Home. One is current until another takes its place; it is open
 * until they take it back or somebody had a two-way exchange with them since. Nothing else closes it: not the day, not
 * an attempt.
 */
export class CallsAskedFor1763700000017 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
CREATE TABLE calls_asked_for (
  organization_id uuid NOT NULL,
  id uuid NOT NULL,
  participant_id uuid NOT NULL,
  asked_at timestamptz NOT NULL,
  asked_on date NOT NULL,
  about text NOT NULL DEFAULT '' CHECK (length(about) <= 200),
  best_time text NOT NULL DEFAULT '' CHECK (length(best_time) <= 100),
  withdrawn_at timestamptz,
  replaced_at timestamptz,
  request_hash bytea NOT NULL,
  PRIMARY KEY (organization_id, id),
  FOREIGN KEY (organization_id, participant_id) REFERENCES participants (organization_id, id)
);
COMMENT ON COLUMN calls_asked_for.asked_on IS 'The day on the organization''s calendar.';
COMMENT ON COLUMN calls_asked_for.replaced_at IS 'When they asked anew, after this one was answered or taken back.';
CREATE UNIQUE INDEX one_call_is_asked_for_at_a_time ON calls_asked_for (organization_id, participant_id)
  WHERE replaced_at IS NULL;
CREATE INDEX calls_asked_for_of_participant ON calls_asked_for (organization_id, participant_id, asked_at DESC);

ALTER TABLE calls_asked_for ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
CREATE POLICY the_owner_keeps ON calls_asked_for TO caseload_owner USING (true) WITH CHECK (true);
CREATE POLICY participants_their_own ON calls_asked_for TO caseload_participant
  USING (organization_id = (SELECT acting_organization()) AND participant_id IN (SELECT p.id FROM participants p));
CREATE POLICY coaches_their_caseload ON calls_asked_for FOR SELECT TO caseload_coach
  USING (organization_id = (SELECT acting_organization()) AND participant_id = ANY (ARRAY(
    SELECT a.participant_id FROM assignments a WHERE a.organization_id = (SELECT acting_organization())
       AND a.coach_id = (SELECT acting_account()) AND a.until_on IS NULL)));
CREATE POLICY supervisors_of_reachable ON calls_asked_for FOR SELECT TO caseload_supervisor
  USING (organization_id = (SELECT acting_organization()) AND (
    SELECT true FROM participants p WHERE p.organization_id = calls_asked_for.organization_id
       AND p.id = calls_asked_for.participant_id));
GRANT SELECT, INSERT, UPDATE (about, best_time, withdrawn_at, replaced_at) ON calls_asked_for TO caseload_participant;
GRANT SELECT ON calls_asked_for TO caseload_coach, caseload_supervisor;

CREATE TRIGGER announce AFTER INSERT OR UPDATE OR DELETE ON calls_asked_for
  FOR EACH ROW EXECUTE FUNCTION announce_participant('and the participant');
`);
    await runner.query(`
-- Whose Today shows what this participant asks for: coaches they have now, who can sign in. Without an open enrollment
-- nobody's Today has them. The primary coach first.
CREATE FUNCTION coaches_who_see(p_organization_id uuid, p_participant_id uuid) RETURNS text[]
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public
AS $$
  SELECT ARRAY(
    SELECT c.name FROM assignments a
      JOIN accounts c ON c.organization_id = a.organization_id AND c.id = a.coach_id
     WHERE a.organization_id = p_organization_id AND a.participant_id = p_participant_id AND a.until_on IS NULL
       AND c.disabled_at IS NULL AND c.activated_at IS NOT NULL
       AND EXISTS (SELECT 1 FROM enrollments e WHERE e.organization_id = a.organization_id
                      AND e.participant_id = a.participant_id AND e.closed_on IS NULL)
     ORDER BY a.kind <> 'primary', lower(c.name), c.id) $$;

-- What the acting participant asked for last, who sees it, and when somebody was in touch since: the contacts
-- themselves are not theirs to read here. A contact's time is known to the minute, so one of the minute in which they
-- asked counts when it was written down after they did.
CREATE FUNCTION own_call()
RETURNS TABLE (participant_id uuid, coach_names text[], call_id uuid, asked_at timestamptz, asked_on date, about text,
               best_time text, withdrawn_at timestamptz, is_answered boolean)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public
AS $$
  SELECT p.id, coaches_who_see(p.organization_id, p.id), k.id, k.asked_at, k.asked_on, k.about, k.best_time,
         k.withdrawn_at,
         EXISTS (SELECT 1 FROM contacts c
                  WHERE c.organization_id = p.organization_id AND c.participant_id = p.id AND c.voided_at IS NULL
                    AND c.outcome = 'reached' AND c.happened_at >= date_trunc('minute', k.asked_at)
                    AND c.recorded_at > k.asked_at)
    FROM participants p
    LEFT JOIN calls_asked_for k ON k.organization_id = p.organization_id AND k.participant_id = p.id
     AND k.replaced_at IS NULL
   WHERE p.organization_id = acting_organization() AND p.account_id = acting_account() $$;

REVOKE EXECUTE ON FUNCTION coaches_who_see(uuid, uuid), own_call() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION own_call() TO caseload_participant, caseload_keeper;
GRANT EXECUTE ON FUNCTION coaches_who_see(uuid, uuid) TO caseload_supervisor;
`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
DROP FUNCTION own_call(), coaches_who_see(uuid, uuid);
DROP TABLE calls_asked_for CASCADE;`);
  }
}
