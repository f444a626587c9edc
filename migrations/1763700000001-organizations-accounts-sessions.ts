import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * The tenant, the people who sign in, and how they do it.
 *
 * Every tenant table has the key (organization_id, id), forced row-level security, one policy for the owner (so that
 * later migrations see every row) and one for each role that may touch it. `acting_organization()` and
 * `acting_account()` are set for one transaction by `open_session`.
 */
export class OrganizationsAccountsSessions1763700000001 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
CREATE EXTENSION IF NOT EXISTS btree_gist;
-- No function is for everyone: each grant below says for whom.
ALTER DEFAULT PRIVILEGES REVOKE EXECUTE ON FUNCTIONS FROM public;

CREATE FUNCTION acting_organization() RETURNS uuid LANGUAGE sql STABLE PARALLEL SAFE
  AS $$ SELECT nullif(current_setting('app.organization_id', true), '')::uuid $$;
CREATE FUNCTION acting_account() RETURNS uuid LANGUAGE sql STABLE PARALLEL SAFE
  AS $$ SELECT nullif(current_setting('app.account_id', true), '')::uuid $$;

CREATE TABLE organizations (
  id uuid PRIMARY KEY,
  short_name text NOT NULL,
  name text NOT NULL CHECK (length(name) BETWEEN 1 AND 200),
  time_zone text NOT NULL,
  phone text NOT NULL DEFAULT '',
  crisis_protocol text NOT NULL DEFAULT '',
  uncertified_logging text NOT NULL DEFAULT 'refuse',
  is_sample boolean NOT NULL DEFAULT false,
  created_at timestamptz NOT NULL,
  CONSTRAINT short_name_is_taken UNIQUE (short_name),
  CONSTRAINT short_name_is_a_plain_word CHECK (short_name ~ '^[a-z0-9][a-z0-9-]{1,39}$'),
  CONSTRAINT uncertified_logging_is_refused_or_held CHECK (uncertified_logging IN ('refuse', 'hold'))
);

CREATE TABLE programs (
  organization_id uuid NOT NULL REFERENCES organizations (id),
  id uuid NOT NULL,
  name text NOT NULL CHECK (length(name) BETWEEN 1 AND 200),
  created_at timestamptz NOT NULL,
  PRIMARY KEY (organization_id, id),
  CONSTRAINT program_name_is_taken UNIQUE (organization_id, name)
);

CREATE TABLE accounts (
  organization_id uuid NOT NULL REFERENCES organizations (id),
  id uuid NOT NULL,
  role text NOT NULL CHECK (role IN ('coach', 'supervisor', 'administrator', 'participant')),
  sign_in_name text NOT NULL CHECK (length(sign_in_name) BETWEEN 1 AND 100 AND sign_in_name = lower(sign_in_name)),
  name text NOT NULL CHECK (length(name) BETWEEN 1 AND 200),
  language text NOT NULL DEFAULT 'en' CHECK (language IN ('en', 'es')),
  activated_at timestamptz,
  disabled_at timestamptz,
  request_hash bytea,
  created_at timestamptz NOT NULL,
  version integer NOT NULL DEFAULT 1,
  PRIMARY KEY (organization_id, id),
  CONSTRAINT sign_in_name_is_taken UNIQUE (organization_id, sign_in_name)
);

-- Nobody is granted this table: passwords are read and written by the functions below, and by them alone.
CREATE TABLE passwords (
  organization_id uuid NOT NULL,
  account_id uuid NOT NULL,
  hash text NOT NULL,
  set_at timestamptz NOT NULL,
  PRIMARY KEY (organization_id, account_id),
  FOREIGN KEY (organization_id, account_id) REFERENCES accounts (organization_id, id)
);

CREATE TABLE coaches (
  organization_id uuid NOT NULL,
  id uuid NOT NULL,
  supervisor_id uuid,
  capacity numeric NOT NULL DEFAULT 15 CHECK (capacity >= 0),
  training_supervisor_id uuid,
  training_through_on date,
  PRIMARY KEY (organization_id, id),
  FOREIGN KEY (organization_id, id) REFERENCES accounts (organization_id, id),
  FOREIGN KEY (organization_id, supervisor_id) REFERENCES accounts (organization_id, id),
  FOREIGN KEY (organization_id, training_supervisor_id) REFERENCES accounts (organization_id, id),
  CONSTRAINT training_names_a_supervisor_and_a_last_day
    CHECK ((training_supervisor_id IS NULL) = (training_through_on IS NULL))
);
CREATE INDEX coaches_by_supervisor ON coaches (organization_id, supervisor_id);

CREATE TABLE certifications (
  organization_id uuid NOT NULL,
  id uuid NOT NULL,
  coach_id uuid NOT NULL,
  kind text NOT NULL CHECK (length(kind) BETWEEN 1 AND 100),
  issuer text NOT NULL,
  number text NOT NULL,
  first_on date NOT NULL,
  last_on date NOT NULL,
  PRIMARY KEY (organization_id, id),
  FOREIGN KEY (organization_id, coach_id) REFERENCES coaches (organization_id, id),
  CONSTRAINT certification_ends_after_it_begins CHECK (last_on >= first_on)
);
CREATE INDEX certifications_by_coach ON certifications (organization_id, coach_id, last_on);

-- Sessions, invitations and delays: reached only through the functions below.
CREATE TABLE sessions (
  token_hash bytea PRIMARY KEY,
  organization_id uuid NOT NULL,
  account_id uuid NOT NULL,
  started_at timestamptz NOT NULL,
  last_seen_at timestamptz NOT NULL,
  FOREIGN KEY (organization_id, account_id) REFERENCES accounts (organization_id, id)
);
CREATE INDEX sessions_by_account ON sessions (organization_id, account_id);

CREATE TABLE invitations (
  organization_id uuid NOT NULL,
  id uuid NOT NULL,
  account_id uuid NOT NULL,
  token_hash bytea NOT NULL UNIQUE,
  made_by uuid,
  made_at timestamptz NOT NULL,
  expires_at timestamptz NOT NULL,
  used_at timestamptz,
  PRIMARY KEY (organization_id, id),
  FOREIGN KEY (organization_id, account_id) REFERENCES accounts (organization_id, id)
);
CREATE UNIQUE INDEX one_open_invitation_at_a_time ON invitations (organization_id, account_id) WHERE used_at IS NULL;

CREATE TABLE sign_in_delays (
  subject bytea PRIMARY KEY,
  failure_count integer NOT NULL,
  not_before timestamptz NOT NULL
);
`);
    await runner.query(`
CREATE FUNCTION organization_by_short_name(p_short_name text)
RETURNS TABLE (id uuid, short_name text, name text, phone text, is_sample boolean)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public
AS $$ SELECT id, short_name, name, phone, is_sample FROM organizations WHERE short_name = lower(p_short_name) $$;

-- Who holds a sample organization's places; a real organization answers nothing.
CREATE FUNCTION sample_people(p_short_name text)
RETURNS TABLE (organization_id uuid, account_id uuid, name text, role text, sign_in_name text)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public
AS $$ SELECT a.organization_id, a.id, a.name, a.role, a.sign_in_name FROM organizations o
        JOIN accounts a ON a.organization_id = o.id
       WHERE o.short_name = lower(p_short_name) AND o.is_sample AND a.disabled_at IS NULL
         AND a.activated_at IS NOT NULL $$;

CREATE FUNCTION sample_is_here() RETURNS boolean
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public
AS $$ SELECT EXISTS (SELECT 1 FROM organizations WHERE is_sample) $$;

CREATE FUNCTION organization_is_here() RETURNS boolean
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public
AS $$ SELECT EXISTS (SELECT 1 FROM organizations) $$;

CREATE FUNCTION sign_in_candidate(p_short_name text, p_sign_in_name text)
RETURNS TABLE (organization_id uuid, account_id uuid, hash text, is_disabled boolean)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public
AS $$ SELECT a.organization_id, a.id, p.hash, a.disabled_at IS NOT NULL
        FROM organizations o
        JOIN accounts a ON a.organization_id = o.id AND a.sign_in_name = lower(p_sign_in_name)
        JOIN passwords p ON p.organization_id = a.organization_id AND p.account_id = a.id
       WHERE o.short_name = lower(p_short_name) $$;

CREATE FUNCTION start_session(p_organization_id uuid, p_account_id uuid, p_token_hash bytea, p_now timestamptz)
RETURNS boolean LANGUAGE sql SECURITY DEFINER SET search_path = pg_catalog, public
AS $$ WITH started AS (
        INSERT INTO sessions (token_hash, organization_id, account_id, started_at, last_seen_at)
        SELECT p_token_hash, a.organization_id, a.id, p_now, p_now FROM accounts a
         WHERE a.organization_id = p_organization_id AND a.id = p_account_id AND a.disabled_at IS NULL
        RETURNING 1)
      SELECT EXISTS (SELECT 1 FROM started) $$;

-- Who is acting. Sets the two settings that every policy reads, for this transaction only.
-- Idle: staff 15 minutes, participants 30; absolute: 12 hours. Last seen is written at most once a minute.
CREATE FUNCTION open_session(p_token_hash bytea, p_now timestamptz, p_is_activity boolean)
RETURNS TABLE (organization_id uuid, account_id uuid, role text, time_zone text)
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public
AS $$
#variable_conflict use_column
DECLARE seen_at timestamptz;
BEGIN
  SELECT s.organization_id, s.account_id, a.role, o.time_zone, s.last_seen_at
    INTO organization_id, account_id, role, time_zone, seen_at
    FROM sessions s
    JOIN accounts a ON a.organization_id = s.organization_id AND a.id = s.account_id
    JOIN organizations o ON o.id = s.organization_id
   WHERE s.token_hash = p_token_hash AND a.disabled_at IS NULL
     AND s.started_at > p_now - interval '12 hours'
     AND s.last_seen_at > p_now - CASE a.role WHEN 'participant' THEN interval '30 minutes' ELSE interval '15 minutes' END;
  IF NOT FOUND THEN RETURN; END IF;
  IF p_is_activity AND seen_at < p_now - interval '1 minute' THEN
    UPDATE sessions SET last_seen_at = p_now WHERE token_hash = p_token_hash;
  END IF;
  PERFORM set_config('app.organization_id', organization_id::text, true),
          set_config('app.account_id', account_id::text, true);
  RETURN NEXT;
END $$;

CREATE FUNCTION end_session(p_token_hash bytea) RETURNS void
LANGUAGE sql SECURITY DEFINER SET search_path = pg_catalog, public
AS $$ DELETE FROM sessions WHERE token_hash = p_token_hash $$;

CREATE FUNCTION end_sessions_of_same_account(p_token_hash bytea) RETURNS void
LANGUAGE sql SECURITY DEFINER SET search_path = pg_catalog, public
AS $$ DELETE FROM sessions s USING sessions mine
       WHERE mine.token_hash = p_token_hash
         AND s.organization_id = mine.organization_id AND s.account_id = mine.account_id $$;

-- How long a name or an address still waits, in whole seconds.
CREATE FUNCTION sign_in_wait(p_subjects bytea[], p_now timestamptz) RETURNS integer
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public
AS $$ SELECT coalesce(ceil(max(extract(epoch FROM not_before - p_now))), 0)::integer
        FROM sign_in_delays WHERE subject = ANY (p_subjects) AND not_before > p_now $$;

-- Delays grow 0, 0, 0, 0, 2, 4, 8 … seconds, to 15 minutes at most; a quiet hour forgets.
CREATE FUNCTION note_sign_in_failure(p_subjects bytea[], p_free integer[], p_now timestamptz) RETURNS void
LANGUAGE sql SECURITY DEFINER SET search_path = pg_catalog, public
AS $$ INSERT INTO sign_in_delays AS d (subject, failure_count, not_before)
      SELECT subject, 1, p_now FROM unnest(p_subjects) subject
      ON CONFLICT (subject) DO UPDATE SET
        failure_count = CASE WHEN d.not_before < p_now - interval '1 hour' THEN 1 ELSE d.failure_count + 1 END,
        not_before = p_now + CASE
          WHEN d.not_before < p_now - interval '1 hour' THEN interval '0'
          ELSE least(900, power(2, greatest(0, least(20, d.failure_count + 1
                 - p_free[array_position(p_subjects, d.subject)]))) - 1) * interval '1 second' END $$;

CREATE FUNCTION forget_sign_in_failures(p_subject bytea) RETURNS void
LANGUAGE sql SECURITY DEFINER SET search_path = pg_catalog, public
AS $$ DELETE FROM sign_in_delays WHERE subject = p_subject $$;

CREATE FUNCTION invitation_by_token(p_token_hash bytea, p_now timestamptz)
RETURNS TABLE (organization_id uuid, organization_name text, short_name text, account_id uuid, name text,
               sign_in_name text, role text, language text)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public
AS $$ SELECT o.id, o.name, o.short_name, a.id, a.name, a.sign_in_name, a.role, a.language
        FROM invitations i
        JOIN organizations o ON o.id = i.organization_id
        JOIN accounts a ON a.organization_id = i.organization_id AND a.id = i.account_id
       WHERE i.token_hash = p_token_hash AND i.used_at IS NULL AND i.expires_at > p_now AND a.disabled_at IS NULL $$;

-- Opens the account once: two people with one link, one of them is refused.
CREATE FUNCTION accept_invitation(p_token_hash bytea, p_password_hash text, p_now timestamptz)
RETURNS TABLE (organization_id uuid, account_id uuid)
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public
AS $$
#variable_conflict use_column
BEGIN
  UPDATE invitations i SET used_at = p_now FROM accounts a
   WHERE i.token_hash = p_token_hash AND i.used_at IS NULL AND i.expires_at > p_now
     AND a.organization_id = i.organization_id AND a.id = i.account_id AND a.disabled_at IS NULL
   RETURNING i.organization_id, i.account_id INTO organization_id, account_id;
  IF NOT FOUND THEN RETURN; END IF;
  INSERT INTO passwords (organization_id, account_id, hash, set_at)
  VALUES (organization_id, account_id, p_password_hash, p_now)
  ON CONFLICT (organization_id, account_id) DO UPDATE SET hash = excluded.hash, set_at = excluded.set_at;
  UPDATE accounts SET activated_at = coalesce(activated_at, p_now)
   WHERE accounts.organization_id = accept_invitation.organization_id AND accounts.id = accept_invitation.account_id;
  DELETE FROM sessions
   WHERE sessions.organization_id = accept_invitation.organization_id
     AND sessions.account_id = accept_invitation.account_id;
  RETURN NEXT;
END $$;

GRANT EXECUTE ON FUNCTION acting_organization(), acting_account()
  TO caseload_coach, caseload_supervisor, caseload_administrator, caseload_participant, caseload_jobs, caseload_login;
GRANT EXECUTE ON FUNCTION organization_by_short_name(text), sample_people(text), sample_is_here(),
  organization_is_here(), sign_in_candidate(text, text), start_session(uuid, uuid, bytea, timestamptz),
  open_session(bytea, timestamptz, boolean), end_session(bytea), end_sessions_of_same_account(bytea),
  sign_in_wait(bytea[], timestamptz), note_sign_in_failure(bytea[], integer[], timestamptz),
  forget_sign_in_failures(bytea), invitation_by_token(bytea, timestamptz),
  accept_invitation(bytea, text, timestamptz) TO caseload_login;
`);
    await runner.query(`
ALTER TABLE organizations ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
ALTER TABLE programs ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
ALTER TABLE accounts ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
ALTER TABLE passwords ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
ALTER TABLE coaches ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
ALTER TABLE certifications ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
ALTER TABLE sessions ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
ALTER TABLE invitations ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
ALTER TABLE sign_in_delays ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
CREATE POLICY the_owner_keeps ON organizations TO caseload_owner USING (true) WITH CHECK (true);
CREATE POLICY the_owner_keeps ON programs TO caseload_owner USING (true) WITH CHECK (true);
CREATE POLICY the_owner_keeps ON accounts TO caseload_owner USING (true) WITH CHECK (true);
CREATE POLICY the_owner_keeps ON passwords TO caseload_owner USING (true) WITH CHECK (true);
CREATE POLICY the_owner_keeps ON coaches TO caseload_owner USING (true) WITH CHECK (true);
CREATE POLICY the_owner_keeps ON certifications TO caseload_owner USING (true) WITH CHECK (true);
CREATE POLICY the_owner_keeps ON sessions TO caseload_owner USING (true) WITH CHECK (true);
CREATE POLICY the_owner_keeps ON invitations TO caseload_owner USING (true) WITH CHECK (true);
CREATE POLICY the_owner_keeps ON sign_in_delays TO caseload_owner USING (true) WITH CHECK (true);

GRANT SELECT ON organizations, programs, accounts
  TO caseload_coach, caseload_supervisor, caseload_administrator, caseload_participant;
GRANT SELECT ON coaches, certifications TO caseload_coach, caseload_supervisor, caseload_administrator;
GRANT INSERT, UPDATE ON accounts, coaches, certifications TO caseload_administrator;
GRANT UPDATE (language) ON accounts TO caseload_coach, caseload_supervisor, caseload_participant;
GRANT SELECT, INSERT, UPDATE, DELETE ON invitations TO caseload_administrator;
GRANT SELECT, DELETE ON sessions TO caseload_administrator;

CREATE POLICY everyone_reads_their_own ON organizations FOR SELECT
  TO caseload_coach, caseload_supervisor, caseload_administrator, caseload_participant
  USING (id = (SELECT acting_organization()));
CREATE POLICY everyone_reads ON programs FOR SELECT
  TO caseload_coach, caseload_supervisor, caseload_administrator, caseload_participant
  USING (organization_id = (SELECT acting_organization()));

-- Being a participant is confidential: staff other than the administrator see one another here, not the participants.
CREATE POLICY staff_see_staff ON accounts FOR SELECT TO caseload_coach, caseload_supervisor
  USING (organization_id = (SELECT acting_organization()) AND role <> 'participant');
CREATE POLICY participants_see_themself_and_staff ON accounts FOR SELECT TO caseload_participant
  USING (organization_id = (SELECT acting_organization())
         AND (id = (SELECT acting_account()) OR role <> 'participant'));
CREATE POLICY own_language ON accounts FOR UPDATE TO caseload_coach, caseload_supervisor, caseload_participant
  USING (organization_id = (SELECT acting_organization()) AND id = (SELECT acting_account()));
CREATE POLICY administrators_keep ON accounts TO caseload_administrator
  USING (organization_id = (SELECT acting_organization()))
  WITH CHECK (organization_id = (SELECT acting_organization()));

CREATE POLICY staff_read ON coaches FOR SELECT TO caseload_coach, caseload_supervisor
  USING (organization_id = (SELECT acting_organization()));
CREATE POLICY administrators_keep ON coaches TO caseload_administrator
  USING (organization_id = (SELECT acting_organization()))
  WITH CHECK (organization_id = (SELECT acting_organization()));
CREATE POLICY coaches_read_their_own ON certifications FOR SELECT TO caseload_coach
  USING (organization_id = (SELECT acting_organization()) AND coach_id = (SELECT acting_account()));
CREATE POLICY supervisors_read_their_team ON certifications FOR SELECT TO caseload_supervisor
  USING (organization_id = (SELECT acting_organization()) AND coach_id IN (
    SELECT c.id FROM coaches c WHERE c.organization_id = (SELECT acting_organization())
       AND c.supervisor_id = (SELECT acting_account())));
CREATE POLICY administrators_keep ON certifications TO caseload_administrator
  USING (organization_id = (SELECT acting_organization()))
  WITH CHECK (organization_id = (SELECT acting_organization()));
CREATE POLICY administrators_invite ON invitations TO caseload_administrator
  USING (organization_id = (SELECT acting_organization()))
  WITH CHECK (organization_id = (SELECT acting_organization()));
CREATE POLICY administrators_end ON sessions TO caseload_administrator
  USING (organization_id = (SELECT acting_organization()));
`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
DROP TABLE sign_in_delays, invitations, sessions, certifications, coaches, passwords, accounts, programs, organizations
  CASCADE;
DROP FUNCTION organization_by_short_name(text), sample_people(text), sample_is_here(), organization_is_here(),
  sign_in_candidate(text, text), start_session(uuid, uuid, bytea, timestamptz),
  open_session(bytea, timestamptz, boolean), end_session(bytea), end_sessions_of_same_account(bytea),
  sign_in_wait(bytea[], timestamptz), note_sign_in_failure(bytea[], integer[], timestamptz),
  forget_sign_in_failures(bytea), invitation_by_token(bytea, timestamptz),
  accept_invitation(bytea, text, timestamptz), acting_organization(), acting_account();
DROP EXTENSION btree_gist;
ALTER DEFAULT PRIVILEGES GRANT EXECUTE ON FUNCTIONS TO public;
`);
  }
}
