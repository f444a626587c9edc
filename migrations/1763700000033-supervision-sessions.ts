import type { MigrationInterface, QueryRunner } from 'typeorm';

const HERE = 'organization_id = (SELECT acting_organization())';
const CASELOAD = `participant_id = ANY (ARRAY(
    SELECT a.participant_id FROM assignments a WHERE a.organization_id = (SELECT acting_organization())
       AND a.coach_id = ANY ((SELECT acting_for())::uuid[]) AND a.until_on IS NULL))`;

/** Whoever stands for a supervisor holds their sessions. */
const THEIRS = '= ANY ((SELECT acting_for())::uuid[])';

const TABLES = [
  'supervision_sessions',
  'supervision_session_coaches',
  'supervision_lines',
  'supervision_line_words',
  'supervision_decisions',
  'supervision_signatures',
  'supervision_addenda',
];

/**
 * Supervision sessions: planned in a rhythm, an agenda kept as it was when the session began, what was said beside each
 * line, decisions, who attended and for how long, signatures, and what was added after them (decision 26).
 *
 * A supervisor reaches their own sessions, a coach those they are in, nobody else any word of one: an administrator
 * learns hours from `supervision_hours` alone. What a line says stays with the reach of the participant it is about.
 */
export class SupervisionSessions1763700000033 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
CREATE TABLE supervision_sessions (
  organization_id uuid NOT NULL REFERENCES organizations (id),
  id uuid NOT NULL,
  supervisor_id uuid NOT NULL,
  kind text NOT NULL CHECK (kind IN ('individual', 'group')),
  planned_on date NOT NULL,
  planned_time time NOT NULL,
  planned_minutes integer NOT NULL,
  during tstzrange NOT NULL,
  ends_at timestamptz NOT NULL,
  every_days integer,
  rhythm_on date NOT NULL,
  follows_id uuid,
  planned_at timestamptz NOT NULL,
  planned_by uuid NOT NULL,
  request_hash bytea,
  begun_at timestamptz,
  begun_by uuid,
  held_on date,
  minutes integer,
  words text NOT NULL DEFAULT '' CHECK (length(words) <= 20000),
  words_version integer NOT NULL DEFAULT 1,
  text_version integer NOT NULL DEFAULT 1,
  called_off_at timestamptz,
  called_off_by uuid,
  call_off_reason text CHECK (length(call_off_reason) BETWEEN 1 AND 500),
  version integer NOT NULL DEFAULT 1,
  PRIMARY KEY (organization_id, id),
  UNIQUE (organization_id, id, during),
  CONSTRAINT one_session_follows_another UNIQUE (organization_id, follows_id),
  FOREIGN KEY (organization_id, supervisor_id) REFERENCES accounts (organization_id, id),
  FOREIGN KEY (organization_id, follows_id) REFERENCES supervision_sessions (organization_id, id),
  FOREIGN KEY (organization_id, planned_by) REFERENCES accounts (organization_id, id),
  FOREIGN KEY (organization_id, begun_by) REFERENCES accounts (organization_id, id),
  FOREIGN KEY (organization_id, called_off_by) REFERENCES accounts (organization_id, id),
  CONSTRAINT a_session_lasts_a_day_at_most
    CHECK (planned_minutes BETWEEN 1 AND 1440 AND minutes BETWEEN 1 AND 1440),
  CONSTRAINT a_rhythm_is_a_quarter_at_most CHECK (every_days BETWEEN 1 AND 92),
  CONSTRAINT beginning_takes_who_and_how_long CHECK (num_nulls(begun_at, begun_by, held_on, minutes) IN (0, 4)),
  CONSTRAINT calling_off_takes_who_and_why
    CHECK (num_nulls(called_off_at, called_off_by, call_off_reason) IN (0, 3)),
  CONSTRAINT only_what_is_planned_takes_up_time
    CHECK (isempty(during) = (begun_at IS NOT NULL OR called_off_at IS NOT NULL)),
  CONSTRAINT one_session_of_a_supervisor_at_a_time
    EXCLUDE USING gist (organization_id WITH =, supervisor_id WITH =, during WITH &&)
);
COMMENT ON COLUMN supervision_sessions.rhythm_on IS
  'The day the rhythm is counted on from: a session that is moved moves none of those to come.';
COMMENT ON COLUMN supervision_sessions.text_version IS
  'Counts every change of what is signed, whoever made it: a signature is of the text that was read.';
COMMENT ON COLUMN supervision_sessions.during IS 'Empty once it began or was called off: then it is in nobody''s way.';
CREATE INDEX supervision_sessions_of_supervisor ON supervision_sessions (organization_id, supervisor_id, planned_on DESC);

CREATE TABLE supervision_session_coaches (
  organization_id uuid NOT NULL,
  session_id uuid NOT NULL,
  coach_id uuid NOT NULL,
  during tstzrange NOT NULL,
  attended boolean NOT NULL DEFAULT true,
  PRIMARY KEY (organization_id, session_id, coach_id),
  FOREIGN KEY (organization_id, session_id, during)
    REFERENCES supervision_sessions (organization_id, id, during) ON UPDATE CASCADE,
  FOREIGN KEY (organization_id, coach_id) REFERENCES coaches (organization_id, id),
  CONSTRAINT one_session_of_a_coach_at_a_time
    EXCLUDE USING gist (organization_id WITH =, coach_id WITH =, during WITH &&)
);
CREATE INDEX supervision_sessions_of_coach ON supervision_session_coaches (organization_id, coach_id);

-- What there is to talk about, of which coach and in which order. Whom a line is about stands with its words.
CREATE TABLE supervision_lines (
  organization_id uuid NOT NULL,
  id uuid NOT NULL,
  session_id uuid NOT NULL,
  coach_id uuid NOT NULL,
  section text NOT NULL CHECK (section IN ('wins', 'risk notes', 'windows', 'out of touch', 'stalled goals',
    'promises broken', 'certification', 'load', 'after hours')),
  position integer NOT NULL,
  is_about_somebody boolean NOT NULL,
  PRIMARY KEY (organization_id, id),
  UNIQUE (organization_id, id, session_id, coach_id),
  UNIQUE (organization_id, session_id, position),
  FOREIGN KEY (organization_id, session_id, coach_id)
    REFERENCES supervision_session_coaches (organization_id, session_id, coach_id)
);

CREATE TABLE supervision_line_words (
  organization_id uuid NOT NULL,
  line_id uuid NOT NULL,
  session_id uuid NOT NULL,
  coach_id uuid NOT NULL,
  participant_id uuid,
  subject_id uuid,
  sentence text NOT NULL CHECK (length(sentence) BETWEEN 1 AND 2000),
  level text CHECK (level IN ('urgent', 'concern', 'watch')),
  words text NOT NULL DEFAULT '' CHECK (length(words) <= 10000),
  version integer NOT NULL DEFAULT 1,
  PRIMARY KEY (organization_id, line_id),
  FOREIGN KEY (organization_id, line_id, session_id, coach_id)
    REFERENCES supervision_lines (organization_id, id, session_id, coach_id),
  FOREIGN KEY (organization_id, participant_id) REFERENCES participants (organization_id, id)
);
COMMENT ON COLUMN supervision_line_words.sentence IS 'What the agenda said when the session began.';
CREATE INDEX supervision_line_words_of_session ON supervision_line_words (organization_id, session_id);
CREATE INDEX supervision_line_words_of_participant ON supervision_line_words (organization_id, participant_id);

CREATE TABLE supervision_decisions (
  organization_id uuid NOT NULL,
  id uuid NOT NULL,
  session_id uuid NOT NULL,
  coach_id uuid NOT NULL,
  supervisor_id uuid NOT NULL,
  line_id uuid,
  participant_id uuid,
  becomes text NOT NULL CHECK (becomes IN ('promise', 'today', 'session')),
  words text NOT NULL CHECK (length(words) BETWEEN 1 AND 500),
  due_on date NOT NULL,
  promise_id uuid,
  made_at timestamptz NOT NULL,
  made_by uuid NOT NULL,
  request_hash bytea NOT NULL,
  taken_back_at timestamptz,
  taken_back_by uuid,
  done_at timestamptz,
  done_by uuid,
  version integer NOT NULL DEFAULT 1,
  PRIMARY KEY (organization_id, id),
  FOREIGN KEY (organization_id, session_id, coach_id)
    REFERENCES supervision_session_coaches (organization_id, session_id, coach_id),
  FOREIGN KEY (organization_id, line_id, session_id, coach_id)
    REFERENCES supervision_lines (organization_id, id, session_id, coach_id),
  FOREIGN KEY (organization_id, participant_id) REFERENCES participants (organization_id, id),
  FOREIGN KEY (organization_id, supervisor_id) REFERENCES accounts (organization_id, id),
  FOREIGN KEY (organization_id, promise_id) REFERENCES promises (organization_id, id),
  FOREIGN KEY (organization_id, made_by) REFERENCES accounts (organization_id, id),
  FOREIGN KEY (organization_id, taken_back_by) REFERENCES accounts (organization_id, id),
  FOREIGN KEY (organization_id, done_by) REFERENCES accounts (organization_id, id),
  CONSTRAINT a_promise_and_a_reason_are_about_somebody CHECK (becomes = 'session' OR participant_id IS NOT NULL),
  CONSTRAINT a_decision_to_promise_names_the_promise CHECK ((becomes = 'promise') = (promise_id IS NOT NULL)),
  CONSTRAINT taking_back_names_who CHECK ((taken_back_at IS NULL) = (taken_back_by IS NULL)),
  CONSTRAINT doing_names_who CHECK ((done_at IS NULL) = (done_by IS NULL))
);
COMMENT ON COLUMN supervision_decisions.becomes IS
  'A promise of the coach to the participant, a reason on the coach''s Today from due_on on, or a word kept here.';
CREATE INDEX supervision_decisions_of_session ON supervision_decisions (organization_id, session_id);
CREATE INDEX decisions_on_today ON supervision_decisions (organization_id, coach_id, participant_id)
  WHERE becomes = 'today' AND done_at IS NULL AND taken_back_at IS NULL;

CREATE TABLE supervision_signatures (
  organization_id uuid NOT NULL,
  session_id uuid NOT NULL,
  account_id uuid NOT NULL,
  side text NOT NULL CHECK (side IN ('supervisor', 'coach')),
  signed_at timestamptz NOT NULL,
  PRIMARY KEY (organization_id, session_id, account_id),
  FOREIGN KEY (organization_id, session_id) REFERENCES supervision_sessions (organization_id, id),
  FOREIGN KEY (organization_id, account_id) REFERENCES accounts (organization_id, id)
);
CREATE UNIQUE INDEX one_supervisor_signs ON supervision_signatures (organization_id, session_id)
  WHERE side = 'supervisor';

CREATE TABLE supervision_addenda (
  organization_id uuid NOT NULL,
  id uuid NOT NULL,
  session_id uuid NOT NULL,
  line_id uuid,
  account_id uuid NOT NULL,
  words text NOT NULL CHECK (length(words) BETWEEN 1 AND 10000),
  added_at timestamptz NOT NULL,
  request_hash bytea NOT NULL,
  PRIMARY KEY (organization_id, id),
  FOREIGN KEY (organization_id, session_id) REFERENCES supervision_sessions (organization_id, id),
  FOREIGN KEY (organization_id, line_id) REFERENCES supervision_lines (organization_id, id),
  FOREIGN KEY (organization_id, account_id) REFERENCES accounts (organization_id, id)
);
CREATE INDEX supervision_addenda_of_session ON supervision_addenda (organization_id, session_id, added_at);
`);
    await runner.query(`
-- Asked past the policies, because who is in a session is itself under a policy that asks it.
CREATE FUNCTION sessions_of_acting_coach() RETURNS uuid[]
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public
AS $$ SELECT ARRAY(SELECT m.session_id FROM supervision_session_coaches m
                    WHERE m.organization_id = acting_organization() AND m.coach_id = acting_account()) $$;
GRANT EXECUTE ON FUNCTION sessions_of_acting_coach() TO caseload_coach;
`);
    for (const table of TABLES)
      await runner.query(`
ALTER TABLE ${table} ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
CREATE POLICY the_owner_keeps ON ${table} TO caseload_owner USING (true) WITH CHECK (true);
GRANT SELECT ON ${table} TO caseload_coach, caseload_supervisor;`);
    await runner.query(`
CREATE POLICY supervisors_their_own ON supervision_sessions TO caseload_supervisor
  USING (${HERE} AND supervisor_id ${THEIRS}) WITH CHECK (${HERE} AND supervisor_id ${THEIRS});
CREATE POLICY coaches_their_own ON supervision_sessions TO caseload_coach
  USING (${HERE} AND id = ANY ((SELECT sessions_of_acting_coach())::uuid[]));
GRANT INSERT, UPDATE ON supervision_sessions TO caseload_supervisor;
GRANT UPDATE (words, words_version, text_version, version) ON supervision_sessions TO caseload_coach;
`);
    // whoever reaches the session; of what is a coach's alone that coach
    const inReach = (table: string): string =>
      `${HERE} AND (SELECT true FROM supervision_sessions s WHERE s.organization_id = ${table}.organization_id
                       AND s.id = ${table}.session_id)`;
    const mine = 'coach_id = (SELECT acting_account())';
    const somebody = (table: string): string =>
      `(participant_id IS NULL OR (SELECT true FROM participants p
          WHERE p.organization_id = ${table}.organization_id AND p.id = ${table}.participant_id))`;
    const policy = (table: string, role: string, using: string): Promise<unknown> =>
      runner.query(`CREATE POLICY ${role}s_of_reachable ON ${table} TO caseload_${role}
        USING (${inReach(table)} AND ${using}) WITH CHECK (${inReach(table)} AND ${using})`);
    for (const table of ['supervision_session_coaches', 'supervision_signatures']) {
      await policy(table, 'supervisor', 'true');
      await policy(table, 'coach', 'true');
    }
    await policy('supervision_lines', 'supervisor', 'true');
    await policy('supervision_lines', 'coach', mine);
    for (const table of ['supervision_line_words', 'supervision_decisions']) {
      await policy(table, 'supervisor', somebody(table));
      await policy(table, 'coach', `${mine} AND (participant_id IS NULL OR ${CASELOAD})`);
    }
    const ofLine = `(line_id IS NULL OR (SELECT true FROM supervision_line_words w
      WHERE w.organization_id = supervision_addenda.organization_id AND w.line_id = supervision_addenda.line_id))`;
    await policy('supervision_addenda', 'supervisor', ofLine);
    await policy('supervision_addenda', 'coach', ofLine);
    await runner.query(`
GRANT INSERT, UPDATE (attended) ON supervision_session_coaches TO caseload_supervisor;
GRANT INSERT ON supervision_lines, supervision_line_words TO caseload_supervisor;
GRANT UPDATE (words, version) ON supervision_line_words TO caseload_coach, caseload_supervisor;
GRANT INSERT, UPDATE (taken_back_at, taken_back_by, version) ON supervision_decisions
  TO caseload_coach, caseload_supervisor;
GRANT UPDATE (done_at, done_by) ON supervision_decisions TO caseload_coach;
GRANT INSERT, DELETE ON supervision_signatures TO caseload_coach, caseload_supervisor;
GRANT INSERT ON supervision_addenda TO caseload_coach, caseload_supervisor;

-- What is decided with a coach of the team is that coach's promise, whoever of the two writes it down.
CREATE POLICY supervisors_decide ON promises FOR INSERT TO caseload_supervisor
  WITH CHECK (${HERE} AND contact_id IS NULL
    AND (SELECT true FROM coaches c WHERE c.organization_id = promises.organization_id AND c.id = promises.coach_id
            AND c.supervisor_id ${THEIRS})
    AND (SELECT true FROM participants p WHERE p.organization_id = promises.organization_id
            AND p.id = promises.participant_id));
GRANT INSERT ON promises TO caseload_supervisor;
GRANT EXECUTE ON FUNCTION promise_id_is_taken(uuid) TO caseload_supervisor;

-- A decision that was taken back before anybody signed binds nobody.
CREATE FUNCTION release_promise_of_decision(p_decision_id uuid, p_now timestamptz) RETURNS void
LANGUAGE sql SECURITY DEFINER SET search_path = pg_catalog, public AS $$
  UPDATE promises m SET released_at = p_now, released_by = acting_account(), version = m.version + 1,
         release_reason = 'Taken back in supervision'
    FROM supervision_decisions d
   WHERE d.organization_id = acting_organization() AND d.id = p_decision_id AND d.taken_back_at IS NOT NULL
     AND m.organization_id = d.organization_id AND m.id = d.promise_id AND m.kept_at IS NULL AND m.released_at IS NULL $$;

-- Whether a supervisor and these coaches have nothing else planned: a coach's session may be with somebody else.
CREATE FUNCTION is_free_for_session(p_supervisor_id uuid, p_coach_ids uuid[], p_during tstzrange) RETURNS boolean
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public AS $$
  SELECT NOT EXISTS (SELECT 1 FROM supervision_session_coaches m WHERE m.organization_id = acting_organization()
                        AND m.coach_id = ANY (p_coach_ids) AND m.during && p_during)
     AND NOT EXISTS (SELECT 1 FROM supervision_sessions s WHERE s.organization_id = acting_organization()
                        AND s.supervisor_id = p_supervisor_id AND s.during && p_during) $$;

-- When the sessions of each of these people's primary coach end: a watch note is answered by the first one after it.
CREATE FUNCTION supervision_ends(p_participant_ids uuid[]) RETURNS TABLE (participant_id uuid, ends_at timestamptz)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public AS $$
  SELECT p.id, s.ends_at FROM participants p
    JOIN supervision_session_coaches m ON m.organization_id = p.organization_id AND m.coach_id = p.primary_coach_id
    JOIN supervision_sessions s ON s.organization_id = m.organization_id AND s.id = m.session_id
   WHERE p.organization_id = acting_organization() AND p.id = ANY (p_participant_ids)
     AND s.called_off_at IS NULL AND m.attended ORDER BY s.ends_at $$;

-- Hours for a certification, by coach and kind. One that only one coach attended is no group. Coaches learn their own,
-- supervisors their team's, whoever held them; administrators everybody's, and nothing else of a session.
CREATE FUNCTION supervision_hours(p_from date, p_to date)
RETURNS TABLE (coach_id uuid, kind text, session_count integer, minutes integer, to_sign_count integer)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public AS $$
  SELECT held.coach_id, held.kind, (count(*) FILTER (WHERE held.is_signed))::integer,
         coalesce(sum(held.minutes) FILTER (WHERE held.is_signed), 0)::integer,
         (count(*) FILTER (WHERE NOT held.is_signed))::integer
    FROM (
      SELECT m.coach_id, s.minutes,
             CASE WHEN (SELECT count(*) FROM supervision_session_coaches o WHERE o.organization_id = s.organization_id
                           AND o.session_id = s.id AND o.attended) > 1 THEN 'group' ELSE 'individual' END AS kind,
             EXISTS (SELECT 1 FROM supervision_signatures g WHERE g.organization_id = s.organization_id
                        AND g.session_id = s.id AND g.account_id = m.coach_id)
             AND EXISTS (SELECT 1 FROM supervision_signatures g WHERE g.organization_id = s.organization_id
                            AND g.session_id = s.id AND g.side = 'supervisor') AS is_signed
        FROM supervision_session_coaches m
        JOIN supervision_sessions s ON s.organization_id = m.organization_id AND s.id = m.session_id
        JOIN coaches c ON c.organization_id = m.organization_id AND c.id = m.coach_id
       WHERE m.organization_id = acting_organization() AND m.attended AND s.held_on BETWEEN p_from AND p_to
         AND s.called_off_at IS NULL
         AND (current_setting('role') = 'caseload_administrator'
           OR current_setting('role') = 'caseload_supervisor' AND c.supervisor_id ${THEIRS}
           OR current_setting('role') = 'caseload_coach' AND m.coach_id = acting_account())) held
   GROUP BY held.coach_id, held.kind $$;

GRANT EXECUTE ON FUNCTION release_promise_of_decision(uuid, timestamptz) TO caseload_coach, caseload_supervisor;
GRANT EXECUTE ON FUNCTION is_free_for_session(uuid, uuid[], tstzrange) TO caseload_supervisor;
GRANT EXECUTE ON FUNCTION supervision_ends(uuid[])
  TO caseload_coach, caseload_supervisor, caseload_administrator, caseload_jobs, caseload_keeper;
GRANT EXECUTE ON FUNCTION supervision_hours(date, date)
  TO caseload_coach, caseload_supervisor, caseload_administrator;
GRANT UPDATE (due_at) ON answering_clocks TO caseload_supervisor;
`);
    await runner.query(`
-- Once anybody signed, the text is shut: what was signed is what stands. A writer holds the session's row first.
CREATE FUNCTION keep_signed_session() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER
SET search_path = pg_catalog, public AS $$
DECLARE
  org uuid := coalesce(NEW.organization_id, OLD.organization_id);
  session uuid;
BEGIN
  IF TG_TABLE_NAME = 'supervision_sessions' THEN session := OLD.id;
  ELSE session := coalesce(NEW.session_id, OLD.session_id); END IF;
  IF EXISTS (SELECT 1 FROM supervision_signatures g WHERE g.organization_id = org AND g.session_id = session) THEN
    RAISE EXCEPTION 'This session is signed.'
      USING ERRCODE = 'check_violation', CONSTRAINT = 'a_signed_session_stays_as_it_is';
  END IF;
  IF TG_OP = 'DELETE' THEN RETURN OLD; END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER keep_signed_session BEFORE DELETE OR UPDATE OF supervisor_id, kind, planned_on, planned_time, minutes,
    words, begun_at, held_on, called_off_at ON supervision_sessions
  FOR EACH ROW EXECUTE FUNCTION keep_signed_session();
CREATE TRIGGER keep_signed_session BEFORE INSERT OR DELETE OR UPDATE OF attended, coach_id ON supervision_session_coaches
  FOR EACH ROW EXECUTE FUNCTION keep_signed_session();
CREATE TRIGGER keep_signed_session BEFORE INSERT OR UPDATE OR DELETE ON supervision_lines
  FOR EACH ROW EXECUTE FUNCTION keep_signed_session();
CREATE TRIGGER keep_signed_session BEFORE INSERT OR UPDATE OR DELETE ON supervision_line_words
  FOR EACH ROW EXECUTE FUNCTION keep_signed_session();
CREATE TRIGGER keep_signed_session BEFORE INSERT OR DELETE OR UPDATE OF words, due_on, becomes, coach_id, participant_id,
    taken_back_at ON supervision_decisions
  FOR EACH ROW EXECUTE FUNCTION keep_signed_session();

-- Who attended signs, for themself; a signature is taken back only while the other side has not signed.
CREATE FUNCTION guard_signatures() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER
SET search_path = pg_catalog, public AS $$
BEGIN
  IF TG_OP = 'INSERT' THEN
    IF NOT EXISTS (SELECT 1 FROM supervision_sessions s WHERE s.organization_id = NEW.organization_id
                      AND s.id = NEW.session_id AND s.begun_at IS NOT NULL AND s.called_off_at IS NULL)
       OR acting_account() IS NOT NULL AND NEW.account_id <> acting_account()
       OR NEW.side = 'coach' AND NOT EXISTS (
            SELECT 1 FROM supervision_session_coaches m WHERE m.organization_id = NEW.organization_id
               AND m.session_id = NEW.session_id AND m.coach_id = NEW.account_id AND m.attended) THEN
      RAISE EXCEPTION 'Only who attended signs, once it was held, and for themself.'
        USING ERRCODE = 'check_violation', CONSTRAINT = 'only_who_attended_signs';
    END IF;
    RETURN NEW;
  END IF;
  IF TG_OP = 'UPDATE' OR EXISTS (
       SELECT 1 FROM supervision_signatures g WHERE g.organization_id = OLD.organization_id
          AND g.session_id = OLD.session_id AND g.side <> OLD.side) THEN
    RAISE EXCEPTION 'A signature stays once both sides signed.'
      USING ERRCODE = 'check_violation', CONSTRAINT = 'a_signature_stays_once_both_signed';
  END IF;
  RETURN OLD;
END $$;
CREATE TRIGGER guard_signatures BEFORE INSERT OR UPDATE OR DELETE ON supervision_signatures
  FOR EACH ROW EXECUTE FUNCTION guard_signatures();

-- What is added after both signed is named, timed and never changed.
CREATE FUNCTION guard_addenda() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER
SET search_path = pg_catalog, public AS $$
BEGIN
  IF TG_OP <> 'INSERT' THEN
    RAISE EXCEPTION 'Addenda are only ever added.'
      USING ERRCODE = 'check_violation', CONSTRAINT = 'addenda_are_only_added';
  END IF;
  IF acting_account() IS NOT NULL AND NEW.account_id <> acting_account() OR (
       SELECT count(DISTINCT g.side) FROM supervision_signatures g
        WHERE g.organization_id = NEW.organization_id AND g.session_id = NEW.session_id) < 2 THEN
    RAISE EXCEPTION 'An addendum follows the signatures of both sides.'
      USING ERRCODE = 'check_violation', CONSTRAINT = 'an_addendum_follows_both_signatures';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER guard_addenda BEFORE INSERT OR UPDATE OR DELETE ON supervision_addenda
  FOR EACH ROW EXECUTE FUNCTION guard_addenda();

-- An event names a participant: each coach and the supervisor are told through somebody who is that coach's.
CREATE FUNCTION announce_supervision() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER
SET search_path = pg_catalog, public AS $$
DECLARE member record;
BEGIN
  IF acting_organization() IS NULL OR (TG_OP = 'UPDATE' AND NEW IS NOT DISTINCT FROM OLD) THEN RETURN NULL; END IF;
  FOR member IN
    SELECT m.coach_id, s.supervisor_id, (
             SELECT p.id FROM participants p
              WHERE p.organization_id = m.organization_id AND p.primary_coach_id = m.coach_id LIMIT 1) AS participant_id
      FROM supervision_session_coaches m
      JOIN supervision_sessions s ON s.organization_id = m.organization_id AND s.id = m.session_id
     WHERE m.organization_id = NEW.organization_id
       AND m.session_id = CASE TG_TABLE_NAME WHEN 'supervision_sessions' THEN (to_jsonb(NEW) ->> 'id')::uuid
                                             ELSE (to_jsonb(NEW) ->> 'session_id')::uuid END
  LOOP
    IF member.participant_id IS NOT NULL THEN
      PERFORM announce_at_commit(NEW.organization_id, member.participant_id,
                                 ARRAY[member.coach_id, member.supervisor_id], false, false);
    END IF;
  END LOOP;
  RETURN NULL;
END $$;
CREATE TRIGGER announce AFTER UPDATE ON supervision_sessions
  FOR EACH ROW EXECUTE FUNCTION announce_supervision();
CREATE TRIGGER announce AFTER INSERT ON supervision_session_coaches
  FOR EACH ROW EXECUTE FUNCTION announce_supervision();
CREATE TRIGGER announce AFTER UPDATE ON supervision_decisions
  FOR EACH ROW EXECUTE FUNCTION announce_supervision();
`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
DROP POLICY supervisors_decide ON promises;
REVOKE INSERT ON promises FROM caseload_supervisor;
REVOKE EXECUTE ON FUNCTION promise_id_is_taken(uuid) FROM caseload_supervisor;
REVOKE UPDATE (due_at) ON answering_clocks FROM caseload_supervisor;
DROP TABLE ${[...TABLES].reverse().join(', ')} CASCADE;
DROP FUNCTION sessions_of_acting_coach(), release_promise_of_decision(uuid, timestamptz),
  is_free_for_session(uuid, uuid[], tstzrange), supervision_ends(uuid[]), supervision_hours(date, date),
  keep_signed_session(), guard_signatures(), guard_addenda(), announce_supervision();`);
  }
}
