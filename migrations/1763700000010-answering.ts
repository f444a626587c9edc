import type { MigrationInterface, QueryRunner } from 'typeorm';

const OF_ORGANIZATION = ['answering_settings', 'opening_hours', 'holidays'];
const OF_NOTE = ['answering_clocks', 'risk_note_told'];

const HERE = 'organization_id = (SELECT acting_organization())';
const COACHES_CASELOAD = `${HERE} AND participant_id = ANY (ARRAY(
    SELECT a.participant_id FROM assignments a WHERE a.organization_id = (SELECT acting_organization())
       AND a.coach_id = (SELECT acting_account()) AND a.until_on IS NULL))`;

/**
 * By when a risk note is answered, and who hears of it when it is not: decision 10.
 *
 * An organization that has set nothing has no rows here, and the defaults hold. A clock is written with its note, in
 * the note's own transaction; whoever was told reaches the note and its participant for as long as the note is open.
 */
export class Answering1763700000010 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
CREATE TABLE answering_settings (
  organization_id uuid NOT NULL REFERENCES organizations (id),
  urgent_minutes integer NOT NULL DEFAULT 60,
  concern_working_days integer NOT NULL DEFAULT 1,
  watch_days integer NOT NULL DEFAULT 14,
  on_call_id uuid,
  version integer NOT NULL DEFAULT 1,
  PRIMARY KEY (organization_id),
  FOREIGN KEY (organization_id, on_call_id) REFERENCES accounts (organization_id, id),
  CONSTRAINT urgent_is_answered_within_a_day CHECK (urgent_minutes BETWEEN 1 AND 1440),
  CONSTRAINT concern_is_answered_within_two_weeks CHECK (concern_working_days BETWEEN 1 AND 10),
  CONSTRAINT watch_is_answered_within_three_months CHECK (watch_days BETWEEN 1 AND 90)
);

CREATE TABLE opening_hours (
  organization_id uuid NOT NULL REFERENCES organizations (id),
  weekday integer NOT NULL CHECK (weekday BETWEEN 1 AND 7),
  opens time NOT NULL,
  closes time NOT NULL,
  PRIMARY KEY (organization_id, weekday),
  CONSTRAINT closes_after_it_opens CHECK (closes > opens)
);
COMMENT ON COLUMN opening_hours.weekday IS '1 is Monday, 7 is Sunday; a weekday without a row is closed.';

CREATE TABLE holidays (
  organization_id uuid NOT NULL REFERENCES organizations (id),
  day_on date NOT NULL,
  name text NOT NULL CHECK (length(name) BETWEEN 1 AND 200),
  CONSTRAINT a_day_is_a_holiday_once PRIMARY KEY (organization_id, day_on)
);

-- Step 1 rings when the note is raised, 2 and 3 when it is still unanswered. Times and ids, no word of the note.
CREATE TABLE answering_clocks (
  organization_id uuid NOT NULL,
  risk_note_id uuid NOT NULL,
  step integer NOT NULL CHECK (step BETWEEN 1 AND 3),
  participant_id uuid NOT NULL,
  level text NOT NULL CHECK (level IN ('urgent', 'concern', 'watch')),
  due_at timestamptz NOT NULL,
  rung_at timestamptz,
  stopped_at timestamptz,
  PRIMARY KEY (organization_id, risk_note_id, step),
  FOREIGN KEY (organization_id, risk_note_id) REFERENCES risk_notes (organization_id, id),
  FOREIGN KEY (organization_id, participant_id) REFERENCES participants (organization_id, id)
);
COMMENT ON COLUMN answering_clocks.stopped_at IS 'When the note was answered, on every step: one that had rung stays rung.';
CREATE INDEX clocks_that_run ON answering_clocks (due_at) WHERE rung_at IS NULL AND stopped_at IS NULL;

-- Who heard of a note, at which step (4: named by an administrator), and until when they reach it.
CREATE TABLE risk_note_told (
  organization_id uuid NOT NULL,
  risk_note_id uuid NOT NULL,
  account_id uuid NOT NULL,
  step integer NOT NULL CHECK (step BETWEEN 1 AND 4),
  participant_id uuid NOT NULL,
  told_as text NOT NULL
    CHECK (told_as IN ('own supervisor', 'on call', 'every supervisor', 'administrator', 'named')),
  told_at timestamptz NOT NULL,
  until_at timestamptz,
  PRIMARY KEY (organization_id, risk_note_id, account_id, step),
  FOREIGN KEY (organization_id, risk_note_id) REFERENCES risk_notes (organization_id, id),
  FOREIGN KEY (organization_id, account_id) REFERENCES accounts (organization_id, id),
  FOREIGN KEY (organization_id, participant_id) REFERENCES participants (organization_id, id),
  CONSTRAINT only_a_named_supervisor_is_named CHECK ((step = 4) = (told_as = 'named'))
);
CREATE UNIQUE INDEX each_is_told_once ON risk_note_told (organization_id, risk_note_id, account_id) WHERE step < 4;
CREATE INDEX told_and_still_open ON risk_note_told (organization_id, account_id, participant_id)
  WHERE until_at IS NULL;
CREATE INDEX told_of_participant ON risk_note_told (organization_id, participant_id) WHERE until_at IS NULL;

-- Notes from before there were clocks: the hours and days of the defaults, without holidays.
INSERT INTO answering_clocks (organization_id, risk_note_id, step, participant_id, level, due_at, rung_at)
SELECT r.organization_id, r.id, step, r.participant_id, r.level,
       r.raised_at + (step - 1) * CASE r.level WHEN 'urgent' THEN interval '1 hour' WHEN 'concern' THEN interval '1 day'
                                  ELSE interval '14 days' END,
       CASE WHEN step = 1 THEN r.raised_at END
  FROM risk_notes r, generate_series(1, 3) step
 WHERE r.acknowledged_at IS NULL AND r.resolved_at IS NULL;
`);
    for (const table of [...OF_ORGANIZATION, ...OF_NOTE])
      await runner.query(`
ALTER TABLE ${table} ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
CREATE POLICY the_owner_keeps ON ${table} TO caseload_owner USING (true) WITH CHECK (true);`);
    for (const table of OF_ORGANIZATION)
      await runner.query(`
CREATE POLICY administrators_keep ON ${table} TO caseload_administrator USING (${HERE}) WITH CHECK (${HERE});
GRANT SELECT, INSERT, UPDATE, DELETE ON ${table} TO caseload_administrator;`);
    for (const table of OF_NOTE)
      await runner.query(`
CREATE POLICY coaches_their_caseload ON ${table} FOR SELECT TO caseload_coach USING (${COACHES_CASELOAD});
CREATE POLICY coaches_raise ON ${table} FOR INSERT TO caseload_coach WITH CHECK (${HERE});
CREATE POLICY supervisors_of_reachable ON ${table} TO caseload_supervisor
  USING (${HERE} AND (SELECT true FROM participants p
                       WHERE p.organization_id = ${table}.organization_id AND p.id = ${table}.participant_id))
  WITH CHECK (${HERE});
-- Who waits for whom since when; of the note itself an administrator is granted nothing.
CREATE POLICY administrators_name ON ${table} TO caseload_administrator USING (${HERE}) WITH CHECK (${HERE});
CREATE POLICY jobs_ring ON ${table} TO caseload_jobs USING (${HERE}) WITH CHECK (${HERE});
GRANT SELECT, INSERT ON ${table} TO caseload_coach, caseload_supervisor;
GRANT SELECT ON ${table} TO caseload_administrator, caseload_jobs;`);
    await runner.query(`
GRANT UPDATE (stopped_at) ON answering_clocks TO caseload_supervisor;
GRANT UPDATE (due_at) ON answering_clocks TO caseload_administrator;
GRANT UPDATE (due_at, rung_at) ON answering_clocks TO caseload_jobs;
GRANT UPDATE (until_at) ON risk_note_told TO caseload_supervisor;
GRANT INSERT ON risk_note_told TO caseload_administrator, caseload_jobs;

GRANT UPDATE (phone, crisis_protocol) ON organizations TO caseload_administrator;
CREATE POLICY administrators_keep ON organizations FOR UPDATE TO caseload_administrator
  USING (id = (SELECT acting_organization())) WITH CHECK (id = (SELECT acting_organization()));

-- Holds what the clocks are set by, so that a note raised while it changes is set by the old and found by the new, or
-- waits and is set by the new. Two statements: what is read after waiting must be what was committed meanwhile.
CREATE FUNCTION hold_answering_terms(p_to_change boolean) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public
AS $$
BEGIN
  IF p_to_change THEN PERFORM 1 FROM organizations WHERE id = acting_organization() FOR NO KEY UPDATE;
  ELSE PERFORM 1 FROM organizations WHERE id = acting_organization() FOR SHARE;
  END IF;
END $$;

CREATE FUNCTION answering_terms()
RETURNS TABLE (time_zone text, urgent_minutes integer, concern_working_days integer, watch_days integer, hours jsonb,
               holidays date[])
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public
AS $$
  SELECT o.time_zone, coalesce(s.urgent_minutes, 60), coalesce(s.concern_working_days, 1), coalesce(s.watch_days, 14),
         (SELECT jsonb_agg(jsonb_build_object('weekday', h.weekday, 'opens', to_char(h.opens, 'HH24:MI'),
                                              'closes', to_char(h.closes, 'HH24:MI')) ORDER BY h.weekday)
            FROM opening_hours h WHERE h.organization_id = o.id),
         ARRAY(SELECT d.day_on FROM holidays d WHERE d.organization_id = o.id ORDER BY d.day_on)
    FROM organizations o LEFT JOIN answering_settings s ON s.organization_id = o.id
   WHERE o.id = acting_organization() $$;

-- Who could be told of a note about this person; whoever cannot sign in is left out.
CREATE FUNCTION answering_circle(p_participant_id uuid)
RETURNS TABLE (own_supervisor_id uuid, on_call_id uuid, supervisor_ids uuid[], administrator_ids uuid[])
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public
AS $$
  WITH able AS (
    SELECT a.id, a.role FROM accounts a
     WHERE a.organization_id = acting_organization() AND a.role IN ('supervisor', 'administrator')
       AND a.disabled_at IS NULL AND a.activated_at IS NOT NULL)
  SELECT (SELECT able.id FROM participants p
            JOIN coaches c ON c.organization_id = p.organization_id AND c.id = p.primary_coach_id
            JOIN able ON able.id = c.supervisor_id AND able.role = 'supervisor'
           WHERE p.organization_id = acting_organization() AND p.id = p_participant_id),
         (SELECT able.id FROM answering_settings s JOIN able ON able.id = s.on_call_id AND able.role = 'supervisor'
           WHERE s.organization_id = acting_organization()),
         ARRAY(SELECT id FROM able WHERE role = 'supervisor' ORDER BY id),
         ARRAY(SELECT id FROM able WHERE role = 'administrator' ORDER BY id) $$;

CREATE FUNCTION note_raiser(p_risk_note_id uuid) RETURNS uuid
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public
AS $$ SELECT raised_by FROM risk_notes WHERE organization_id = acting_organization() AND id = p_risk_note_id $$;

-- Whether a message would reach one of these where they are, at any hour: nobody else sees another's address.
CREATE FUNCTION may_be_reached_at_night(p_account_ids uuid[]) RETURNS boolean
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public
AS $$ SELECT EXISTS (SELECT 1 FROM mail_addresses m WHERE m.organization_id = acting_organization()
                        AND m.id = ANY (p_account_ids) AND m.confirmed_at IS NOT NULL)
          OR EXISTS (SELECT 1 FROM push_subscriptions s WHERE s.organization_id = acting_organization()
                        AND s.account_id = ANY (p_account_ids)) $$;

CREATE FUNCTION organizations_with_due_clocks(p_now timestamptz) RETURNS SETOF uuid
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public
AS $$ SELECT DISTINCT organization_id FROM answering_clocks
       WHERE rung_at IS NULL AND stopped_at IS NULL AND due_at <= p_now $$;

-- Asked past the policies, because the policy on participants asks it: one under the other would never end.
CREATE FUNCTION participants_told_of() RETURNS uuid[]
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public
AS $$ SELECT ARRAY(SELECT t.participant_id FROM risk_note_told t
                    WHERE t.organization_id = acting_organization() AND t.account_id = acting_account()
                      AND t.until_at IS NULL) $$;

GRANT EXECUTE ON FUNCTION hold_answering_terms(boolean), answering_terms()
  TO caseload_coach, caseload_supervisor, caseload_administrator, caseload_jobs;
GRANT EXECUTE ON FUNCTION answering_circle(uuid) TO caseload_coach, caseload_supervisor, caseload_jobs;
GRANT EXECUTE ON FUNCTION note_raiser(uuid) TO caseload_jobs;
GRANT EXECUTE ON FUNCTION may_be_reached_at_night(uuid[]) TO caseload_coach, caseload_supervisor;
GRANT EXECUTE ON FUNCTION organizations_with_due_clocks(timestamptz) TO caseload_login;
GRANT EXECUTE ON FUNCTION participants_told_of() TO caseload_supervisor;

-- Everything else a supervisor reads of a person follows from these two. The subquery is asked once for a statement.
CREATE POLICY supervisors_told_of ON participants FOR SELECT TO caseload_supervisor
  USING (${HERE} AND id = ANY ((SELECT participants_told_of())::uuid[]));
CREATE POLICY supervisors_told_of ON standings FOR SELECT TO caseload_supervisor
  USING (${HERE} AND participant_id = ANY ((SELECT participants_told_of())::uuid[]));

-- Who was told is not always who walks with somebody, so open pages of theirs are told apart from the others'. An
-- administrator's are not: an event names a participant, and whose note waits is none of theirs to know.
CREATE FUNCTION announce_to_told() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER
SET search_path = pg_catalog, public AS $$
DECLARE told uuid[];
BEGIN
  IF acting_organization() IS NULL OR (TG_OP = 'UPDATE' AND NEW IS NOT DISTINCT FROM OLD) THEN RETURN NULL; END IF;
  SELECT array_agg(t.account_id) INTO told FROM risk_note_told t
   WHERE t.organization_id = NEW.organization_id AND t.participant_id = NEW.participant_id AND t.until_at IS NULL
     AND t.told_as <> 'administrator';
  PERFORM announce_at_commit(NEW.organization_id, NEW.participant_id, coalesce(told, '{}'), true, false);
  RETURN NULL;
END $$;
CREATE TRIGGER announce AFTER INSERT ON risk_note_told FOR EACH ROW EXECUTE FUNCTION announce_to_told();
CREATE TRIGGER announce AFTER UPDATE ON answering_clocks FOR EACH ROW EXECUTE FUNCTION announce_to_told();
CREATE TRIGGER announce_to_told AFTER UPDATE ON risk_notes FOR EACH ROW EXECUTE FUNCTION announce_to_told();

-- Being told is to read and to answer: who walks with somebody is decided by their own team.
CREATE FUNCTION is_of_the_team(p_participant_id uuid) RETURNS boolean
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public
AS $$ SELECT p.primary_coach_id IS NULL OR EXISTS (
        SELECT 1 FROM coaches c WHERE c.organization_id = p.organization_id AND c.id = p.primary_coach_id
           AND c.supervisor_id = acting_account())
        FROM participants p WHERE p.organization_id = acting_organization() AND p.id = p_participant_id $$;
GRANT EXECUTE ON FUNCTION is_of_the_team(uuid) TO caseload_supervisor;
CREATE POLICY only_of_the_team_are_assigned ON assignments AS RESTRICTIVE FOR INSERT TO caseload_supervisor
  WITH CHECK (is_of_the_team(participant_id));
CREATE POLICY only_of_the_team_are_moved ON assignments AS RESTRICTIVE FOR UPDATE TO caseload_supervisor
  USING (is_of_the_team(participant_id));
CREATE POLICY only_the_team_voids ON contacts AS RESTRICTIVE FOR UPDATE TO caseload_supervisor
  USING (is_of_the_team(participant_id) OR coach_id IN (
    SELECT c.id FROM coaches c WHERE c.organization_id = (SELECT acting_organization())
       AND c.supervisor_id = (SELECT acting_account())));
`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
DROP TRIGGER announce_to_told ON risk_notes;
DROP POLICY only_the_team_voids ON contacts;
DROP POLICY only_of_the_team_are_moved ON assignments;
DROP POLICY only_of_the_team_are_assigned ON assignments;
DROP POLICY supervisors_told_of ON standings;
DROP POLICY supervisors_told_of ON participants;
DROP POLICY administrators_keep ON organizations;
REVOKE UPDATE (phone, crisis_protocol) ON organizations FROM caseload_administrator;
DROP TABLE ${[...OF_ORGANIZATION, ...OF_NOTE].reverse().join(', ')} CASCADE;
DROP FUNCTION announce_to_told(), is_of_the_team(uuid), participants_told_of(), may_be_reached_at_night(uuid[]),
  organizations_with_due_clocks(timestamptz),
  note_raiser(uuid), answering_circle(uuid), answering_terms(), hold_answering_terms(boolean);`);
  }
}
