import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Getting in without an e-mail address: an invitation opens by a link or by a short code, with a passphrase or with a
 * passkey (the next migration); and the neutral name that stands where others may read along.
 */
export class GettingIn1763700000016 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
ALTER TABLE organizations ADD COLUMN neutral_name text NOT NULL DEFAULT ''
  CONSTRAINT a_neutral_name_is_short CHECK (length(neutral_name) <= 60);
COMMENT ON COLUMN organizations.neutral_name IS
  'What a card, a link and the door may show to anybody: nothing of what the service is about. Empty shows nothing.';
GRANT UPDATE (neutral_name) ON organizations TO caseload_administrator;

ALTER TABLE invitations
  ADD COLUMN code_hash bytea,
  ADD COLUMN is_replacement boolean NOT NULL DEFAULT false,
  ADD COLUMN looked_how text CONSTRAINT a_person_is_looked_at_in_person_or_by_video
    CHECK (looked_how IN ('in person', 'video')),
  ADD CONSTRAINT a_code_is_of_one_invitation UNIQUE (code_hash),
  ADD CONSTRAINT a_replacement_says_how_the_person_was_looked_at CHECK (NOT is_replacement OR looked_how IS NOT NULL);
COMMENT ON COLUMN invitations.code_hash IS
  'Of the short code on the card, hashed as dearly as a password; null where there is a link alone.';
COMMENT ON COLUMN invitations.is_replacement IS 'For a participant who had opened their account, and lost what opens it.';
`);
    await runner.query(OPENING);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
DROP FUNCTION try_code(bytea, bytea, timestamptz),
  is_of_disabled_participant(bytea),
  open_account_with_key(bytea, text, uuid, bytea, bytea, bigint, text[], text, timestamptz),
  invitation_by_key(bytea, timestamptz), organization_by_short_name(text);
DELETE FROM invitations WHERE used_at IS NULL AND code_hash IS NOT NULL;
ALTER TABLE invitations DROP COLUMN code_hash, DROP COLUMN is_replacement, DROP COLUMN looked_how;
REVOKE UPDATE (neutral_name) ON organizations FROM caseload_administrator;
ALTER TABLE organizations DROP COLUMN neutral_name;`);
    await runner.query(BEFORE);
  }
}

/** What the bare login may do with a link, a code and a door. */
const OPENING = `
DROP FUNCTION organization_by_short_name(text), invitation_by_token(bytea, timestamptz),
  accept_invitation(bytea, text, timestamptz);

CREATE FUNCTION organization_by_short_name(p_short_name text)
RETURNS TABLE (id uuid, short_name text, name text, neutral_name text, phone text, is_sample boolean)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public
AS $$ SELECT id, short_name, name, neutral_name, phone, is_sample FROM organizations
       WHERE short_name = lower(p_short_name) $$;

-- A key is the hash of a link's token, or of the code on a card.
CREATE FUNCTION invitation_by_key(p_hash bytea, p_now timestamptz)
RETURNS TABLE (organization_id uuid, organization_name text, neutral_name text, short_name text, account_id uuid,
               name text, sign_in_name text, role text, language text)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public
AS $$ SELECT o.id, o.name, o.neutral_name, o.short_name, a.id, a.name, a.sign_in_name, a.role, a.language
        FROM invitations i
        JOIN organizations o ON o.id = i.organization_id
        JOIN accounts a ON a.organization_id = i.organization_id AND a.id = i.account_id
       WHERE (i.token_hash = p_hash OR i.code_hash = p_hash)
         AND i.used_at IS NULL AND i.expires_at > p_now AND a.disabled_at IS NULL $$;

-- Opens the account once, with a password or a passkey: of two people with one key, one is refused. Whatever opened the
-- account before opens it no more, and nobody stays signed in.
CREATE FUNCTION open_account_with_key(p_hash bytea, p_password_hash text, p_passkey_id uuid, p_credential_id bytea,
  p_public_key bytea, p_sign_count bigint, p_transports text[], p_rp_id text, p_now timestamptz)
RETURNS TABLE (organization_id uuid, account_id uuid)
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public
AS $$
#variable_conflict use_column
DECLARE
  in_organization uuid;
  of_account uuid;
BEGIN
  UPDATE invitations i SET used_at = p_now FROM accounts a
   WHERE (i.token_hash = p_hash OR i.code_hash = p_hash) AND i.used_at IS NULL AND i.expires_at > p_now
     AND a.organization_id = i.organization_id AND a.id = i.account_id AND a.disabled_at IS NULL
   RETURNING i.organization_id, i.account_id INTO in_organization, of_account;
  IF NOT FOUND THEN RETURN; END IF;
  DELETE FROM passwords p WHERE p.organization_id = in_organization AND p.account_id = of_account;
  DELETE FROM passkeys k WHERE k.organization_id = in_organization AND k.account_id = of_account;
  DELETE FROM sessions s WHERE s.organization_id = in_organization AND s.account_id = of_account;
  IF p_password_hash IS NOT NULL THEN
    INSERT INTO passwords (organization_id, account_id, hash, set_at)
    VALUES (in_organization, of_account, p_password_hash, p_now);
  ELSE
    INSERT INTO passkeys (organization_id, id, account_id, credential_id, public_key, sign_count, transports, rp_id, added_at)
    VALUES (in_organization, p_passkey_id, of_account, p_credential_id, p_public_key, p_sign_count, p_transports,
            p_rp_id, p_now);
  END IF;
  UPDATE accounts a SET activated_at = coalesce(activated_at, p_now)
   WHERE a.organization_id = in_organization AND a.id = of_account;
  RETURN QUERY SELECT in_organization, of_account;
END $$;

-- Counts a try with a code and says how many seconds it has to wait; 0 means that it may be looked at. Counted before
-- it is looked at, one after the other, so that a thousand at once are a thousand. An address has 10 for nothing, then
-- the growing delays of signing in; all addresses together 600, and one more every 2 seconds.
CREATE FUNCTION try_code(p_address bytea, p_overall bytea, p_now timestamptz) RETURNS integer
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public
AS $$
DECLARE
  used_up_to timestamptz;
  seconds integer;
BEGIN
  INSERT INTO sign_in_delays AS d (subject, failure_count, not_before) VALUES (p_overall, 0, p_now)
  ON CONFLICT (subject) DO UPDATE SET failure_count = d.failure_count RETURNING not_before INTO used_up_to;
  seconds := greatest(sign_in_wait(ARRAY[p_address], p_now),
                      ceil(extract(epoch FROM used_up_to - p_now - interval '1200 seconds'))::integer, 0);
  IF seconds > 0 THEN RETURN seconds; END IF;
  UPDATE sign_in_delays SET failure_count = least(failure_count, 1000000000) + 1,
         not_before = greatest(not_before, p_now) + interval '2 seconds'
   WHERE subject = p_overall;
  PERFORM note_sign_in_failure(ARRAY[p_address], ARRAY[10], p_now);
  RETURN 0;
END $$;

-- Whether this session was one of a participant whose account has been disabled since: they are told so, kindly.
CREATE FUNCTION is_of_disabled_participant(p_token_hash bytea) RETURNS boolean
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public
AS $$ SELECT EXISTS (SELECT 1 FROM sessions s
        JOIN accounts a ON a.organization_id = s.organization_id AND a.id = s.account_id
       WHERE s.token_hash = p_token_hash AND a.role = 'participant' AND a.disabled_at IS NOT NULL) $$;

GRANT EXECUTE ON FUNCTION organization_by_short_name(text), invitation_by_key(bytea, timestamptz),
  open_account_with_key(bytea, text, uuid, bytea, bytea, bigint, text[], text, timestamptz),
  try_code(bytea, bytea, timestamptz), is_of_disabled_participant(bytea) TO caseload_login;
`;

/** As they were made first. */
const BEFORE = `
CREATE FUNCTION organization_by_short_name(p_short_name text)
RETURNS TABLE (id uuid, short_name text, name text, phone text, is_sample boolean)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public
AS $$ SELECT id, short_name, name, phone, is_sample FROM organizations WHERE short_name = lower(p_short_name) $$;

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

GRANT EXECUTE ON FUNCTION organization_by_short_name(text), invitation_by_token(bytea, timestamptz),
  accept_invitation(bytea, text, timestamptz) TO caseload_login;
`;
