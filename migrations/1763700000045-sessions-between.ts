import type { MigrationInterface, QueryRunner } from 'typeorm';

const HERE = 'organization_id = (SELECT acting_organization())';
const SECTIONS = `'wins', 'risk notes', 'windows', 'out of touch', 'stalled goals', 'promises broken', 'certification',
  'load', 'after hours'`;

/**
 * What happens between two supervision sessions: what was decided is carried into the next agenda until it is settled, a
 * coach asks for another time, and everybody is told once that a session comes near, was moved or was called off.
 */
export class SessionsBetween1763700000045 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
ALTER TABLE supervision_lines DROP CONSTRAINT supervision_lines_section_check,
  ADD CONSTRAINT supervision_lines_section_check CHECK (section IN ('decided last time', ${SECTIONS}));

ALTER TABLE supervision_decisions
  ADD COLUMN is_let_go boolean NOT NULL DEFAULT false,
  ADD COLUMN still_going_at timestamptz,
  ADD CONSTRAINT letting_go_settles CHECK (NOT is_let_go OR done_at IS NOT NULL);
COMMENT ON COLUMN supervision_decisions.done_at IS
  'When it was settled: done, or let go where is_let_go says so. From then on no agenda carries it.';
COMMENT ON COLUMN supervision_decisions.still_going_at IS 'When it was last said that it goes on.';
GRANT UPDATE (done_at, done_by, is_let_go, still_going_at) ON supervision_decisions TO caseload_supervisor;
GRANT UPDATE (is_let_go, still_going_at) ON supervision_decisions TO caseload_coach;

-- A coach asks for another time: up to three, on the organization's clock, or in words.
CREATE TABLE supervision_move_requests (
  organization_id uuid NOT NULL,
  id uuid NOT NULL,
  session_id uuid NOT NULL,
  coach_id uuid NOT NULL,
  times timestamp[] NOT NULL,
  words text NOT NULL DEFAULT '' CHECK (length(words) <= 500),
  asked_at timestamptz NOT NULL,
  request_hash bytea NOT NULL,
  settled_as text CHECK (settled_as IN ('moved', 'kept', 'called off', 'withdrawn')),
  settled_at timestamptz,
  settled_by uuid,
  PRIMARY KEY (organization_id, id),
  FOREIGN KEY (organization_id, session_id, coach_id)
    REFERENCES supervision_session_coaches (organization_id, session_id, coach_id),
  FOREIGN KEY (organization_id, settled_by) REFERENCES accounts (organization_id, id),
  CONSTRAINT asking_for_another_time_says_which
    CHECK (cardinality(times) <= 3 AND (cardinality(times) > 0 OR words <> '')),
  CONSTRAINT settling_a_request_takes_who_and_when CHECK (num_nulls(settled_as, settled_at, settled_by) IN (0, 3))
);
CREATE UNIQUE INDEX one_other_time_is_asked_for_at_a_time
  ON supervision_move_requests (organization_id, session_id, coach_id) WHERE settled_at IS NULL;
CREATE INDEX move_requests_of_session ON supervision_move_requests (organization_id, session_id, coach_id, asked_at DESC);
ALTER TABLE supervision_move_requests ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
CREATE POLICY the_owner_keeps ON supervision_move_requests TO caseload_owner USING (true) WITH CHECK (true);
CREATE POLICY coaches_their_own ON supervision_move_requests TO caseload_coach
  USING (${HERE} AND coach_id = (SELECT acting_account())) WITH CHECK (${HERE} AND coach_id = (SELECT acting_account()));
CREATE POLICY supervisors_of_reachable ON supervision_move_requests TO caseload_supervisor
  USING (${HERE} AND (SELECT true FROM supervision_sessions s
                       WHERE s.organization_id = supervision_move_requests.organization_id
                         AND s.id = supervision_move_requests.session_id));
GRANT SELECT, INSERT, UPDATE (settled_as, settled_at, settled_by) ON supervision_move_requests TO caseload_coach;
GRANT SELECT, UPDATE (settled_as, settled_at, settled_by) ON supervision_move_requests TO caseload_supervisor;
GRANT EXECUTE ON FUNCTION is_free_for_session(uuid, uuid[], tstzrange) TO caseload_coach;

ALTER TABLE supervision_sessions ADD COLUMN tell_at timestamptz, ADD COLUMN told_at timestamptz;
COMMENT ON COLUMN supervision_sessions.tell_at IS 'From when on those who are in it are told, once, that it comes near.';
CREATE INDEX supervision_sessions_to_tell ON supervision_sessions (tell_at)
  WHERE told_at IS NULL AND begun_at IS NULL AND called_off_at IS NULL;
UPDATE supervision_sessions s SET tell_at = (s.planned_on - 1 + time '09:00') AT TIME ZONE o.time_zone
  FROM organizations o WHERE o.id = s.organization_id AND s.begun_at IS NULL AND s.called_off_at IS NULL;
`);
    await runner.query(TELLING);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
DROP FUNCTION tell_next_session(timestamptz), organizations_with_sessions_to_tell(timestamptz),
  tell_coaches_of_session(uuid, text, timestamptz), tell_of_supervision(uuid, text, uuid, text, timestamptz);
CREATE OR REPLACE FUNCTION covering_of_message(p_account_id uuid, p_kind text) RETURNS uuid[]
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public
AS $$ SELECT CASE WHEN p_kind IN ('risk-note', 'call')
        THEN covering_of(acting_organization(), p_account_id, 'supervisor', day_in(acting_organization())) ELSE '{}' END $$;
DROP INDEX supervision_sessions_to_tell;
ALTER TABLE supervision_sessions DROP COLUMN tell_at, DROP COLUMN told_at;
REVOKE EXECUTE ON FUNCTION is_free_for_session(uuid, uuid[], tstzrange) FROM caseload_coach;
DROP TABLE supervision_move_requests;
REVOKE UPDATE (done_at, done_by, is_let_go, still_going_at) ON supervision_decisions FROM caseload_supervisor;
ALTER TABLE supervision_decisions DROP COLUMN is_let_go, DROP COLUMN still_going_at;
COMMENT ON COLUMN supervision_decisions.done_at IS NULL;
ALTER TABLE supervision_lines DISABLE TRIGGER keep_signed_session, DROP CONSTRAINT supervision_lines_section_check;
UPDATE supervision_lines SET section = 'promises broken' WHERE section = 'decided last time';
ALTER TABLE supervision_lines ENABLE TRIGGER keep_signed_session,
  ADD CONSTRAINT supervision_lines_section_check CHECK (section IN (${SECTIONS}));`);
  }
}

const TELLING = `
-- To coaches the kind is 'supervision', to supervisors 'supervising': the second goes to whoever covers for them, too.
CREATE OR REPLACE FUNCTION covering_of_message(p_account_id uuid, p_kind text) RETURNS uuid[]
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public
AS $$ SELECT CASE WHEN p_kind IN ('risk-note', 'call', 'supervising')
        THEN covering_of(acting_organization(), p_account_id, 'supervisor', day_in(acting_organization())) ELSE '{}' END $$;

-- Nothing urgent: who has chosen no way to be told finds it in the app, and no administrator hears that it did not arrive.
CREATE FUNCTION tell_of_supervision(p_account_id uuid, p_kind text, p_subject_id uuid, p_step text, p_at timestamptz)
RETURNS void LANGUAGE sql SECURITY DEFINER SET search_path = pg_catalog, public AS $$
  SELECT queue_message(p_account_id, p_kind, p_subject_id, p_step, p_at)
   WHERE EXISTS (SELECT 1 FROM mail_addresses m WHERE m.organization_id = acting_organization()
                    AND m.id = p_account_id AND m.confirmed_at IS NOT NULL)
      OR EXISTS (SELECT 1 FROM push_subscriptions s WHERE s.organization_id = acting_organization()
                    AND s.account_id = p_account_id) $$;

-- The coaches who are expected and still report to whom it is with.
CREATE FUNCTION tell_coaches_of_session(p_session_id uuid, p_step text, p_at timestamptz) RETURNS void
LANGUAGE sql SECURITY DEFINER SET search_path = pg_catalog, public AS $$
  SELECT tell_of_supervision(m.coach_id, 'supervision', s.id, p_step, p_at)
    FROM supervision_sessions s
    JOIN supervision_session_coaches m ON m.organization_id = s.organization_id AND m.session_id = s.id AND m.attended
    JOIN coaches c ON c.organization_id = m.organization_id AND c.id = m.coach_id
   WHERE s.organization_id = acting_organization() AND s.id = p_session_id
     AND c.supervisor_id = s.supervisor_id AND c.is_coaching $$;

CREATE FUNCTION organizations_with_sessions_to_tell(p_now timestamptz) RETURNS SETOF uuid
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public
AS $$ SELECT DISTINCT organization_id FROM supervision_sessions
       WHERE told_at IS NULL AND begun_at IS NULL AND called_off_at IS NULL AND tell_at <= p_now $$;

-- Both sides of one session of the acting organization that comes near; false when there is none. One whose time has gone
-- by is told to nobody.
CREATE FUNCTION tell_next_session(p_now timestamptz) RETURNS boolean
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public AS $$
DECLARE
  session supervision_sessions;
  step text;
BEGIN
  SELECT * INTO session FROM supervision_sessions
   WHERE organization_id = acting_organization() AND told_at IS NULL AND begun_at IS NULL AND called_off_at IS NULL
     AND tell_at <= p_now
   ORDER BY tell_at, id LIMIT 1 FOR NO KEY UPDATE SKIP LOCKED;
  IF NOT FOUND THEN RETURN false; END IF;
  UPDATE supervision_sessions SET told_at = p_now WHERE organization_id = session.organization_id AND id = session.id;
  IF session.ends_at > p_now THEN
    step := 'near ' || session.planned_on || ' ' || to_char(session.planned_time, 'HH24:MI');
    PERFORM tell_coaches_of_session(session.id, step, p_now);
    PERFORM tell_of_supervision(session.supervisor_id, 'supervising', session.id, step, p_now);
  END IF;
  RETURN true;
END $$;

REVOKE EXECUTE ON FUNCTION tell_of_supervision(uuid, text, uuid, text, timestamptz),
  tell_coaches_of_session(uuid, text, timestamptz), organizations_with_sessions_to_tell(timestamptz),
  tell_next_session(timestamptz) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION tell_of_supervision(uuid, text, uuid, text, timestamptz)
  TO caseload_coach, caseload_supervisor;
GRANT EXECUTE ON FUNCTION tell_coaches_of_session(uuid, text, timestamptz) TO caseload_supervisor;
GRANT EXECUTE ON FUNCTION tell_next_session(timestamptz) TO caseload_jobs;
GRANT EXECUTE ON FUNCTION organizations_with_sessions_to_tell(timestamptz) TO caseload_login;
`;
