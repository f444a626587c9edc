import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Tables in which an administrator reads or writes rows about a participant. */
const OF_ADMINISTRATORS = [
  'assignments',
  'ways_to_reach',
  'enrollments',
  'pauses',
  'vulnerability_windows',
  'standings',
  'answering_clocks',
  'risk_note_told',
];

const STAFF = 'caseload_coach, caseload_supervisor, caseload_administrator';

/** What functions say of roles from now on, a line each: the function, what stood there, what stands there now. */
const REWRITTEN = `
start_session: account_id, started_at -> account_id, role, started_at
start_session: a.id, p_now, p_now -> a.id, a.role, p_now, p_now
open_session: seen_at timestamptz; -> seen_at timestamptz; own_id uuid;
open_session: a.role, o.time_zone, s.last_seen_at -> s.role, o.time_zone, s.last_seen_at, p.id
open_session: time_zone, seen_at -> time_zone, seen_at, own_id
open_session: JOIN organizations o ON o.id = s.organization_id -> JOIN organizations o ON o.id = s.organization_id
    LEFT JOIN participants p ON p.organization_id = s.organization_id AND p.account_id = s.account_id
      AND s.role <> 'participant'
open_session: CASE a.role -> CASE s.role
open_session: set_config('app.account_id', account_id::text, true) -> set_config('app.account_id', account_id::text, true),
          set_config('app.own_record', coalesce(own_id::text, ''), true)
sessions_still_open: CASE a.role -> CASE s.role
is_of_disabled_participant: a.role = -> s.role =
store_standing: participant_id, coach_id, -> participant_id, coach_id, is_locked,
store_standing: p.primary_coach_id, -> p.primary_coach_id, p.is_locked,
store_standing: coach_id = excluded.coach_id -> coach_id = excluded.coach_id, is_locked = excluded.is_locked
participants_told_of: t.account_id = acting_account() -> t.account_id = acting_account()
                      AND t.participant_id IS DISTINCT FROM own_record()
answering_circle: SELECT a.id, a.role FROM accounts a -> SELECT a.id, r.role FROM accounts a
      JOIN account_roles r ON r.organization_id = a.organization_id AND r.account_id = a.id
answering_circle: AND a.role IN ('supervisor', 'administrator') -> AND r.role IN ('supervisor', 'administrator')
       AND a.id IS DISTINCT FROM (SELECT p.account_id FROM participants p
                                   WHERE p.organization_id = acting_organization() AND p.id = p_participant_id)
say_sides_of_finishing: CASE a.role WHEN 'participant' THEN -> CASE WHEN a.role = 'participant' OR EXISTS (
      SELECT 1 FROM participants p WHERE p.organization_id = a.organization_id AND p.id = NEW.participant_id
         AND p.account_id = a.id) THEN
announce_assignment: array_agg(s.id) -> array_agg(s.account_id)
announce_assignment: JOIN accounts s -> JOIN account_roles s
announce_assignment: AND p.primary_coach_id IS NULL -> AND NOT p.is_locked AND p.primary_coach_id IS NULL
publish_announcement: SELECT s.id FROM -> SELECT s.account_id FROM
publish_announcement: JOIN accounts s -> JOIN account_roles s
publish_announcement: told.is_for_staff AND p.organization_id -> told.is_for_staff AND NOT p.is_locked AND p.organization_id
logging_right: AND e.program_id IN -> AND NOT EXISTS (SELECT 1 FROM participants p WHERE p.organization_id = e.organization_id
        AND p.id = e.participant_id AND p.is_locked)
      AND e.program_id IN
names_in_program: AND e.closed_on IS NULL -> AND e.closed_on IS NULL AND NOT p.is_locked
may_invite: CASE me.role -> CASE substr(current_setting('role'), 10)
may_invite: me.id = acting_account() -> me.id = acting_account() AND NOT EXISTS (
        SELECT 1 FROM participants p WHERE p.organization_id = me.organization_id AND p.id = p_participant_id
           AND p.is_locked)`
  .split(/\n(?=\w+: )/)
  .filter((line) => line !== '')
  .map((line) => /^(\w+): (.*?) -> (.*)$/s.exec(line)!.slice(1) as [name: string, from: string, to: string]);

/**
 * One account may hold several roles, and a session acts in one of them (docs/decisions/0023). `accounts.role` is the one
 * an account begins in; it is 'participant' only where no other is held. The record of somebody who also holds a role of
 * the staff is locked: to everybody but the coaches assigned to them and supervisors told of an open risk note. One's own
 * is locked to oneself in every role but the participant's.
 */
export class RolesOfAnAccount1763700000030 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
CREATE TABLE account_roles (
  organization_id uuid NOT NULL,
  account_id uuid NOT NULL,
  role text NOT NULL CHECK (role IN ('coach', 'supervisor', 'administrator', 'participant')),
  given_at timestamptz NOT NULL,
  PRIMARY KEY (organization_id, account_id, role),
  FOREIGN KEY (organization_id, account_id) REFERENCES accounts (organization_id, id)
);
CREATE INDEX account_roles_by_role ON account_roles (organization_id, role);
INSERT INTO account_roles (organization_id, account_id, role, given_at)
SELECT organization_id, id, role, created_at FROM accounts;

ALTER TABLE account_roles ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
CREATE POLICY the_owner_keeps ON account_roles TO caseload_owner USING (true) WITH CHECK (true);
-- That a colleague is in a program is theirs to tell.
CREATE POLICY everyone_sees_staff_and_themself ON account_roles FOR SELECT
  TO caseload_coach, caseload_supervisor, caseload_participant, caseload_keeper
  USING (organization_id = (SELECT acting_organization())
         AND (role <> 'participant' OR account_id = (SELECT acting_account())));
CREATE POLICY jobs_see_staff ON account_roles FOR SELECT TO caseload_jobs
  USING (organization_id = (SELECT acting_organization()) AND role <> 'participant');
CREATE POLICY administrators_keep ON account_roles TO caseload_administrator
  USING (organization_id = (SELECT acting_organization()))
  WITH CHECK (organization_id = (SELECT acting_organization()));
GRANT SELECT ON account_roles TO caseload_coach, caseload_supervisor, caseload_participant, caseload_keeper, caseload_jobs;
GRANT SELECT, INSERT, DELETE ON account_roles TO caseload_administrator;

-- A session acts in a role for as long as it is held: taken away, the sessions in it end.
ALTER TABLE sessions ADD COLUMN role text;
UPDATE sessions s SET role = a.role FROM accounts a WHERE a.organization_id = s.organization_id AND a.id = s.account_id;
ALTER TABLE sessions ALTER COLUMN role SET NOT NULL,
  ADD CONSTRAINT a_session_acts_in_a_role_that_is_held FOREIGN KEY (organization_id, account_id, role)
    REFERENCES account_roles (organization_id, account_id, role) ON DELETE CASCADE;

ALTER TABLE participants ADD COLUMN is_locked boolean NOT NULL DEFAULT false;
ALTER TABLE standings ADD COLUMN is_locked boolean NOT NULL DEFAULT false;
COMMENT ON COLUMN participants.is_locked IS
  'Kept by triggers: whose account also holds a role of the staff. Only coaches assigned to them reach the record, and '
  'supervisors told of an open risk note.';
CREATE INDEX locked_participants ON participants (organization_id) WHERE is_locked;

ALTER TABLE coaches ADD COLUMN is_coaching boolean NOT NULL DEFAULT true,
  ADD CONSTRAINT nobody_reports_to_themself CHECK (supervisor_id <> id);
COMMENT ON COLUMN coaches.is_coaching IS 'Kept by a trigger: whether their account holds the role of a coach now.';
`);
    await runner.query(`
CREATE FUNCTION hold_first_role() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER
SET search_path = pg_catalog, public AS $$
BEGIN
  INSERT INTO account_roles (organization_id, account_id, role, given_at)
  VALUES (NEW.organization_id, NEW.id, NEW.role, NEW.created_at) ON CONFLICT DO NOTHING;
  RETURN NULL;
END $$;
CREATE TRIGGER hold_first_role AFTER INSERT ON accounts FOR EACH ROW EXECUTE FUNCTION hold_first_role();

-- What follows from holding a role: which one the account begins in, whether a record is locked, who coaches.
CREATE FUNCTION follow_roles() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER
SET search_path = pg_catalog, public AS $$
DECLARE
  changed account_roles;
  first text;
BEGIN
  IF TG_OP = 'DELETE' THEN changed := OLD; ELSE changed := NEW; END IF;
  SELECT r.role INTO first FROM account_roles r
    JOIN accounts a ON a.organization_id = r.organization_id AND a.id = r.account_id
   WHERE r.organization_id = changed.organization_id AND r.account_id = changed.account_id
   ORDER BY r.role = 'participant', r.role <> a.role, r.given_at, r.role LIMIT 1;
  IF NOT FOUND THEN
    RAISE EXCEPTION 'An account holds a role.' USING ERRCODE = 'check_violation', CONSTRAINT = 'an_account_holds_a_role';
  END IF;
  UPDATE accounts a SET role = first
   WHERE a.organization_id = changed.organization_id AND a.id = changed.account_id AND a.role <> first;
  UPDATE participants p SET is_locked = first <> 'participant'
   WHERE p.organization_id = changed.organization_id AND p.account_id = changed.account_id
     AND p.is_locked <> (first <> 'participant');
  UPDATE coaches c SET is_coaching = TG_OP = 'INSERT'
   WHERE changed.role = 'coach' AND c.organization_id = changed.organization_id AND c.id = changed.account_id;
  RETURN NULL;
END $$;
CREATE TRIGGER follow_roles AFTER INSERT OR DELETE ON account_roles FOR EACH ROW EXECUTE FUNCTION follow_roles();

CREATE FUNCTION lock_records_of_colleagues() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER
SET search_path = pg_catalog, public AS $$
BEGIN
  NEW.is_locked := EXISTS (SELECT 1 FROM account_roles r WHERE r.organization_id = NEW.organization_id
                              AND r.account_id = NEW.account_id AND r.role <> 'participant');
  IF EXISTS (SELECT 1 FROM assignments s WHERE s.organization_id = NEW.organization_id AND s.participant_id = NEW.id
                AND s.coach_id = NEW.account_id AND s.until_on IS NULL) THEN
    RAISE EXCEPTION 'Nobody is their own coach.'
      USING ERRCODE = 'check_violation', CONSTRAINT = 'nobody_is_their_own_coach';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER lock_records_of_colleagues BEFORE INSERT OR UPDATE OF account_id ON participants
  FOR EACH ROW EXECUTE FUNCTION lock_records_of_colleagues();

CREATE FUNCTION follow_record() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER
SET search_path = pg_catalog, public AS $$
BEGIN
  INSERT INTO account_roles (organization_id, account_id, role, given_at)
  SELECT NEW.organization_id, NEW.account_id, 'participant', NEW.created_at WHERE NEW.account_id IS NOT NULL
  ON CONFLICT DO NOTHING;
  UPDATE standings s SET is_locked = NEW.is_locked
   WHERE s.organization_id = NEW.organization_id AND s.participant_id = NEW.id AND s.is_locked <> NEW.is_locked;
  RETURN NULL;
END $$;
CREATE TRIGGER follow_record AFTER INSERT OR UPDATE OF account_id, is_locked ON participants
  FOR EACH ROW EXECUTE FUNCTION follow_record();

CREATE FUNCTION refuse_their_own_coach() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER
SET search_path = pg_catalog, public AS $$
BEGIN
  IF EXISTS (SELECT 1 FROM participants p WHERE p.organization_id = NEW.organization_id AND p.id = NEW.participant_id
                AND p.account_id = NEW.coach_id) THEN
    RAISE EXCEPTION 'Nobody is their own coach.'
      USING ERRCODE = 'check_violation', CONSTRAINT = 'nobody_is_their_own_coach';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER refuse_their_own_coach BEFORE INSERT ON assignments
  FOR EACH ROW EXECUTE FUNCTION refuse_their_own_coach();
`);
    await runner.query(`
-- The record of whoever acts, while they act in a role of the staff: set with the session, for the transaction.
CREATE FUNCTION own_record() RETURNS uuid LANGUAGE sql STABLE PARALLEL SAFE
  AS $$ SELECT nullif(current_setting('app.own_record', true), '')::uuid $$;
GRANT EXECUTE ON FUNCTION own_record() TO ${STAFF};

-- Locked records that the acting supervisor was not told of: asked once for a statement, and few.
CREATE FUNCTION records_locked_to_me() RETURNS uuid[]
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public
AS $$ SELECT ARRAY(SELECT p.id FROM participants p WHERE p.organization_id = acting_organization() AND p.is_locked
                      AND p.id <> ALL (participants_told_of())) $$;
GRANT EXECUTE ON FUNCTION records_locked_to_me() TO caseload_supervisor;

-- Changes what the acting session acts in; false where that role is not held.
CREATE FUNCTION change_session_role(p_token_hash bytea, p_role text) RETURNS boolean
LANGUAGE sql SECURITY DEFINER SET search_path = pg_catalog, public
AS $$ WITH changed AS (
        UPDATE sessions s SET role = p_role
         WHERE s.token_hash = p_token_hash AND s.organization_id = acting_organization()
           AND s.account_id = acting_account()
           AND EXISTS (SELECT 1 FROM account_roles r WHERE r.organization_id = s.organization_id
                          AND r.account_id = s.account_id AND r.role = p_role) RETURNING 1)
      SELECT EXISTS (SELECT 1 FROM changed) $$;
GRANT EXECUTE ON FUNCTION change_session_role(bytea, text) TO ${STAFF}, caseload_participant;

-- What was done to an account, by whom: of the trail, which nobody is granted to read, its lines about accounts alone.
CREATE INDEX trail_of_accounts ON trail (organization_id, subject_id, id DESC) WHERE action LIKE 'account.%';
CREATE FUNCTION history_of_account(p_account_id uuid, p_before bigint, p_most integer)
RETURNS TABLE (id bigint, at timestamptz, action text, why text, by_account_id uuid, by_name text, by_role text)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public
AS $$ SELECT t.id, t.at, t.action, t.why, t.account_id, a.name, t.role FROM trail t
        LEFT JOIN accounts a ON a.organization_id = t.organization_id AND a.id = t.account_id
       WHERE t.organization_id = acting_organization() AND t.subject_id = p_account_id AND t.action LIKE 'account.%'
         AND t.outcome = 'done' AND (p_before IS NULL OR t.id < p_before)
       ORDER BY t.id DESC LIMIT p_most $$;
GRANT EXECUTE ON FUNCTION history_of_account(uuid, bigint, integer) TO caseload_administrator;

-- Past the permissive policies: each row is asked one thing more, which costs an initial plan and a comparison.
CREATE POLICY locked_records_stay_locked ON participants AS RESTRICTIVE TO caseload_supervisor
  USING (NOT is_locked OR id = ANY ((SELECT participants_told_of())::uuid[]));
CREATE POLICY locked_records_stay_locked ON standings AS RESTRICTIVE TO caseload_supervisor
  USING (NOT is_locked OR participant_id = ANY ((SELECT participants_told_of())::uuid[]));
CREATE POLICY locked_records_stay_locked ON contacts AS RESTRICTIVE TO caseload_supervisor
  USING (participant_id <> ALL ((SELECT records_locked_to_me())::uuid[]));
CREATE POLICY locked_records_stay_locked ON promises AS RESTRICTIVE TO caseload_supervisor
  USING (participant_id <> ALL ((SELECT records_locked_to_me())::uuid[]));
CREATE POLICY nobody_reaches_their_own ON participants AS RESTRICTIVE TO caseload_coach, caseload_administrator
  USING (id IS DISTINCT FROM (SELECT own_record()));
CREATE POLICY a_coach_reaches_not_their_own ON assignments AS RESTRICTIVE TO caseload_coach
  USING (participant_id IS DISTINCT FROM (SELECT own_record()));

DROP TRIGGER tell_what_is_read ON accounts;
CREATE TRIGGER tell_what_is_read AFTER UPDATE OF language ON accounts
  FOR EACH ROW EXECUTE FUNCTION tell_what_is_read();
`);
    for (const table of OF_ADMINISTRATORS)
      await runner.query(`
CREATE POLICY nobody_reaches_their_own ON ${table} AS RESTRICTIVE TO caseload_administrator
  USING (participant_id IS DISTINCT FROM (SELECT own_record()));`);
    for (const [name, lines] of Map.groupBy(REWRITTEN, ([name]) => name)) await rewrite(runner, name, lines);
  }

  async down(runner: QueryRunner): Promise<void> {
    const back = REWRITTEN.map(([name, from, to]) => [name, to, from] as const).reverse();
    for (const [name, lines] of Map.groupBy(back, ([name]) => name)) await rewrite(runner, name, lines);
    for (const table of OF_ADMINISTRATORS)
      await runner.query(`DROP POLICY nobody_reaches_their_own ON ${table};`);
    for (const table of ['participants', 'standings', 'contacts', 'promises'])
      await runner.query(`DROP POLICY locked_records_stay_locked ON ${table};`);
    await runner.query(`
DROP TRIGGER tell_what_is_read ON accounts;
CREATE TRIGGER tell_what_is_read AFTER UPDATE OF language ON accounts
  FOR EACH ROW WHEN (NEW.role = 'participant') EXECUTE FUNCTION tell_what_is_read();
DROP POLICY a_coach_reaches_not_their_own ON assignments;
DROP POLICY nobody_reaches_their_own ON participants;
DROP FUNCTION history_of_account(uuid, bigint, integer), change_session_role(bytea, text), records_locked_to_me(),
  own_record();
DROP INDEX trail_of_accounts;
DROP TRIGGER refuse_their_own_coach ON assignments;
DROP TRIGGER follow_record ON participants;
DROP TRIGGER lock_records_of_colleagues ON participants;
DROP TRIGGER follow_roles ON account_roles;
DROP TRIGGER hold_first_role ON accounts;
DROP FUNCTION refuse_their_own_coach(), follow_record(), lock_records_of_colleagues(), follow_roles(),
  hold_first_role();
ALTER TABLE coaches DROP CONSTRAINT nobody_reports_to_themself, DROP COLUMN is_coaching;
ALTER TABLE standings DROP COLUMN is_locked;
DROP INDEX locked_participants;
ALTER TABLE participants DROP COLUMN is_locked;
ALTER TABLE sessions DROP COLUMN role;
DROP TABLE account_roles;`);
  }
}

/** Makes a function anew with other words in its text, wherever they stand; its grants stay. */
async function rewrite(
  runner: QueryRunner,
  name: string,
  lines: (readonly [name: string, from: string, to: string])[],
): Promise<void> {
  const [row] = (await runner.query(
    `SELECT pg_get_functiondef(p.oid) AS text FROM pg_proc p
      WHERE p.pronamespace = 'public'::regnamespace AND p.proname = $1`,
    [name],
  )) as { text: string }[];
  let text = row?.text ?? '';
  for (const [, from, to] of lines) {
    if (!text.includes(from)) throw new Error(`${name} does not say: ${from}`);
    text = text.replaceAll(from, to);
  }
  await runner.query(text);
}
