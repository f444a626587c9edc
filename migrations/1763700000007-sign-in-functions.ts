import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * What comes before a role is known: finding an organization, signing in, opening an account by its invitation, and
 * `open_session`, with which every transaction begins. Granted to the bare login and to nobody else.
 */
export class SignInFunctions1763700000007 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
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

GRANT EXECUTE ON FUNCTION organization_by_short_name(text), sample_people(text), sample_is_here(),
  organization_is_here(), sign_in_candidate(text, text), start_session(uuid, uuid, bytea, timestamptz),
  open_session(bytea, timestamptz, boolean), end_session(bytea), end_sessions_of_same_account(bytea),
  sign_in_wait(bytea[], timestamptz), note_sign_in_failure(bytea[], integer[], timestamptz),
  forget_sign_in_failures(bytea), invitation_by_token(bytea, timestamptz),
  accept_invitation(bytea, text, timestamptz) TO caseload_login;
`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
DROP FUNCTION organization_by_short_name(text), sample_people(text), sample_is_here(), organization_is_here(),
  sign_in_candidate(text, text), start_session(uuid, uuid, bytea, timestamptz),
  open_session(bytea, timestamptz, boolean), end_session(bytea), end_sessions_of_same_account(bytea),
  sign_in_wait(bytea[], timestamptz), note_sign_in_failure(bytea[], integer[], timestamptz),
  forget_sign_in_failures(bytea), invitation_by_token(bytea, timestamptz),
  accept_invitation(bytea, text, timestamptz);`);
  }
}
