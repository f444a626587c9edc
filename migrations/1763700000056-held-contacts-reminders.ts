import type { MigrationInterface, QueryRunner } from 'typeorm';

const HERE = 'organization_id = (SELECT acting_organization())';
const PAST_POLICIES = 'SECURITY DEFINER SET search_path = pg_catalog, public';
const COVERING = (kinds: string): string => `
CREATE OR REPLACE FUNCTION covering_of_message(p_account_id uuid, p_kind text) RETURNS uuid[]
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public
AS $$ SELECT CASE WHEN p_kind IN (${kinds})
        THEN covering_of(acting_organization(), p_account_id, 'supervisor', day_in(acting_organization())) ELSE '{}' END $$;`;

/**
 * What happens once a certification lapsed: whether logging is refused or held (a setting with a version), contacts held
 * and released, coaches and supervisors reminded before it ends, and hours of contacts for a certifying board.
 */
export class HeldContactsReminders1763700000056 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
ALTER TABLE organizations ADD COLUMN uncertified_logging_version integer NOT NULL DEFAULT 1;
GRANT UPDATE (uncertified_logging, uncertified_logging_version) ON organizations TO caseload_administrator;

CREATE INDEX contacts_held ON contacts (organization_id, coach_id, occurred_on) WHERE is_held AND voided_at IS NULL;
GRANT UPDATE (certification_id, training_supervisor_id, is_held) ON contacts TO caseload_supervisor;

-- A contact that was held and now stands on a certification, or on a supervisor's own word.
CREATE TABLE held_releases (
  organization_id uuid NOT NULL,
  contact_id uuid NOT NULL,
  participant_id uuid NOT NULL,
  coach_id uuid NOT NULL,
  certification_id uuid,
  reason text NOT NULL DEFAULT '' CHECK (length(reason) <= 500),
  released_by uuid NOT NULL,
  released_at timestamptz NOT NULL,
  seen_at timestamptz,
  PRIMARY KEY (organization_id, contact_id, released_at),
  FOREIGN KEY (organization_id, contact_id, participant_id) REFERENCES contacts (organization_id, id, participant_id),
  FOREIGN KEY (organization_id, coach_id) REFERENCES coaches (organization_id, id),
  FOREIGN KEY (organization_id, certification_id) REFERENCES certifications (organization_id, id),
  FOREIGN KEY (organization_id, released_by) REFERENCES accounts (organization_id, id),
  CONSTRAINT a_release_has_a_certification_or_a_reason CHECK ((certification_id IS NULL) = (reason <> '')),
  CONSTRAINT nobody_releases_their_own CHECK (released_by <> coach_id)
);
COMMENT ON COLUMN held_releases.seen_at IS 'When the coach saw that it was released.';
CREATE INDEX releases_to_see ON held_releases (organization_id, coach_id) WHERE seen_at IS NULL;
ALTER TABLE held_releases ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
CREATE POLICY the_owner_keeps ON held_releases TO caseload_owner USING (true) WITH CHECK (true);
CREATE POLICY supervisors_their_team ON held_releases TO caseload_supervisor
  USING (${HERE} AND coach_id = ANY ((SELECT coaches_of_acting_supervisor())::uuid[]))
  WITH CHECK (${HERE} AND coach_id = ANY ((SELECT coaches_of_acting_supervisor())::uuid[])
    AND released_by = (SELECT acting_account()));
CREATE POLICY locked_records_stay_locked ON held_releases AS RESTRICTIVE TO caseload_supervisor
  USING (participant_id <> ALL ((SELECT records_locked_to_me())::uuid[]));
CREATE POLICY coaches_their_own ON held_releases TO caseload_coach
  USING (${HERE} AND coach_id = (SELECT acting_account()));
GRANT SELECT, INSERT ON held_releases TO caseload_supervisor;
GRANT SELECT, UPDATE (seen_at) ON held_releases TO caseload_coach;

-- How many wait, by coach: an administrator reads no contact.
CREATE FUNCTION held_contact_counts() RETURNS TABLE (coach_id uuid, held_count integer)
LANGUAGE sql STABLE ${PAST_POLICIES} AS $$
  SELECT c.coach_id, count(*)::integer FROM contacts c
   WHERE c.organization_id = acting_organization() AND c.is_held AND c.voided_at IS NULL
     AND (current_setting('role') = 'caseload_administrator'
       OR current_setting('role') = 'caseload_supervisor' AND c.coach_id = ANY (coaches_of_acting_supervisor())
       OR current_setting('role') = 'caseload_coach' AND c.coach_id = acting_account())
   GROUP BY c.coach_id $$;

-- Hours with people, by way, for a certifying board: sums alone, no held and no voided contact. A group is one hour
-- however many were there: contacts of one day, time and length in a group count once.
CREATE FUNCTION contact_hours(p_coach_id uuid, p_from date, p_to date)
RETURNS TABLE (way text, reached_count integer, attempt_count integer, minutes integer)
LANGUAGE sql STABLE ${PAST_POLICIES} AS $$
  SELECT sat.way, sum(sat.reached)::integer, sum(sat.attempts)::integer, coalesce(sum(sat.minutes), 0)::integer
    FROM (
      SELECT coalesce(c.way, 'not said') AS way, count(*) FILTER (WHERE c.outcome = 'reached') AS reached,
             count(*) FILTER (WHERE c.outcome <> 'reached') AS attempts,
             CASE WHEN c.way = 'group' THEN max(c.minutes) FILTER (WHERE c.outcome = 'reached')
                  ELSE sum(c.minutes) FILTER (WHERE c.outcome = 'reached') END AS minutes
        FROM contacts c
        JOIN coaches k ON k.organization_id = c.organization_id AND k.id = c.coach_id
       WHERE c.organization_id = acting_organization() AND c.coach_id = p_coach_id
         AND c.occurred_on BETWEEN p_from AND p_to AND c.voided_at IS NULL AND NOT c.is_held
         AND (current_setting('role') = 'caseload_administrator'
           OR current_setting('role') = 'caseload_supervisor' AND k.supervisor_id = ANY (acting_for())
           OR current_setting('role') = 'caseload_coach' AND c.coach_id = acting_account())
       GROUP BY c.way, CASE WHEN c.way = 'group' THEN concat_ws(' ', c.occurred_on, c.occurred_time, c.minutes) END) sat
   GROUP BY sat.way $$;
GRANT EXECUTE ON FUNCTION held_contact_counts(), contact_hours(uuid, date, date)
  TO caseload_coach, caseload_supervisor, caseload_administrator;
${COVERING(`'risk-note', 'call', 'supervising', 'certifying'`)}

-- Organizations where it is past nine in the morning and something ends within sixty days, or ended this week.
CREATE FUNCTION organizations_with_endings_to_tell(p_now timestamptz) RETURNS SETOF uuid
LANGUAGE sql STABLE ${PAST_POLICIES} AS $$
  SELECT o.id FROM organizations o
   WHERE (p_now AT TIME ZONE o.time_zone)::time >= '09:00'
     AND EXISTS (SELECT 1 FROM certifications t WHERE t.organization_id = o.id
                    AND t.last_on BETWEEN (p_now AT TIME ZONE o.time_zone)::date - 7
                                      AND (p_now AT TIME ZONE o.time_zone)::date + 60) $$;

-- Tells of what ends in the acting organization: 60, 30 and 7 days before, and on the last day (or in the week after it
-- when nothing ran that day). Each step once: its name holds the day, so one that was set right is told anew. What is
-- followed by another certification without a gap is told of no more.
CREATE FUNCTION tell_of_endings(p_now timestamptz) RETURNS void
LANGUAGE plpgsql ${PAST_POLICIES} AS $$
DECLARE
  ending record;
  today date := (SELECT (p_now AT TIME ZONE o.time_zone)::date FROM organizations o WHERE o.id = acting_organization());
BEGIN
  FOR ending IN
    SELECT t.id, t.coach_id, c.supervisor_id,
           CASE WHEN t.last_on - today <= 0 THEN '0' WHEN t.last_on - today <= 7 THEN '7'
                WHEN t.last_on - today <= 30 THEN '30' ELSE '60' END || ' before ' || t.last_on AS step
      FROM certifications t
      JOIN coaches c ON c.organization_id = t.organization_id AND c.id = t.coach_id AND c.is_coaching
      JOIN accounts a ON a.organization_id = c.organization_id AND a.id = c.id AND a.disabled_at IS NULL
     WHERE t.organization_id = acting_organization() AND t.last_on BETWEEN today - 7 AND today + 60
       AND NOT EXISTS (
             SELECT 1 FROM certifications x WHERE x.organization_id = t.organization_id AND x.coach_id = t.coach_id
                AND x.last_on > t.last_on AND x.first_on <= greatest(t.last_on + 1, today))
     ORDER BY t.id
  LOOP
    PERFORM tell_of_supervision(ending.coach_id, 'certification', ending.id, ending.step, p_now);
    IF ending.supervisor_id IS NOT NULL THEN
      PERFORM tell_of_supervision(ending.supervisor_id, 'certifying', ending.id, ending.step, p_now);
    END IF;
  END LOOP;
END $$;
REVOKE EXECUTE ON FUNCTION organizations_with_endings_to_tell(timestamptz), tell_of_endings(timestamptz) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION organizations_with_endings_to_tell(timestamptz) TO caseload_login;
GRANT EXECUTE ON FUNCTION tell_of_endings(timestamptz) TO caseload_jobs;
`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
DROP FUNCTION tell_of_endings(timestamptz), organizations_with_endings_to_tell(timestamptz),
  contact_hours(uuid, date, date), held_contact_counts();
${COVERING(`'risk-note', 'call', 'supervising'`)}
DROP TABLE held_releases;
REVOKE UPDATE (certification_id, training_supervisor_id, is_held) ON contacts FROM caseload_supervisor;
DROP INDEX contacts_held;
REVOKE UPDATE (uncertified_logging, uncertified_logging_version) ON organizations FROM caseload_administrator;
ALTER TABLE organizations DROP COLUMN uncertified_logging_version;`);
  }
}
