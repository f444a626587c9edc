import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Getting in without an e-mail address: a coach invites somebody of their caseload with a link and a short code, who
 * then chooses a passphrase or a passkey; and the neutral name that stands where others may read along.
 *
 * Passwords, passkeys and invitations are granted to nobody who walks with a participant: the functions below look at
 * reach themselves, and tell how things stand, never a secret.
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

CREATE TABLE passkeys (
  organization_id uuid NOT NULL,
  id uuid NOT NULL,
  account_id uuid NOT NULL,
  credential_id bytea NOT NULL CHECK (length(credential_id) BETWEEN 1 AND 1023),
  public_key bytea NOT NULL,
  sign_count bigint NOT NULL CHECK (sign_count >= 0),
  transports text[] NOT NULL,
  rp_id text NOT NULL,
  added_at timestamptz NOT NULL,
  used_at timestamptz,
  PRIMARY KEY (organization_id, id),
  FOREIGN KEY (organization_id, account_id) REFERENCES accounts (organization_id, id),
  CONSTRAINT a_passkey_is_of_one_account UNIQUE (credential_id)
);
CREATE INDEX passkeys_of_account ON passkeys (organization_id, account_id);
COMMENT ON COLUMN passkeys.rp_id IS 'The host it was made at, and works at: a copy of the page elsewhere is given nothing.';

-- Asked before anyone is known, so of no tenant. Each is answered once, within minutes.
CREATE TABLE passkey_challenges (
  hash bytea PRIMARY KEY,
  account_id uuid,
  expires_at timestamptz NOT NULL
);
COMMENT ON COLUMN passkey_challenges.account_id IS 'Whose account gets a passkey; null for signing in.';
CREATE INDEX passkey_challenges_by_end ON passkey_challenges (expires_at);
`);
    for (const table of ['passkeys', 'passkey_challenges'])
      await runner.query(`
ALTER TABLE ${table} ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
CREATE POLICY the_owner_keeps ON ${table} TO caseload_owner USING (true) WITH CHECK (true);`);
    await runner.query(OPENING);
    await runner.query(PASSKEYS);
    await runner.query(INVITING);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
DROP TRIGGER announce ON invitations;
DROP FUNCTION announce_invitation(), call_off_invitation(uuid),
  invite_participant(uuid, uuid, bytea, bytea, text, timestamptz, timestamptz),
  open_account_of(uuid, uuid, text, timestamptz), first_free_sign_in_name(text[]), way_in_of(uuid),
  may_invite(uuid), remove_own_passkey(uuid), add_own_passkey(uuid, bytea, bytea, bigint, text[], text, timestamptz),
  own_passkeys(), has_own_passphrase(), note_passkey_use(bytea, bigint, bigint, timestamptz),
  passkey_candidate(text, bytea), take_passkey_challenge(bytea, uuid, timestamptz),
  keep_passkey_challenge(bytea, uuid, timestamptz, timestamptz), try_code(bytea, bytea, timestamptz),
  is_of_disabled_participant(bytea),
  open_account_with_key(bytea, text, uuid, bytea, bytea, bigint, text[], text, timestamptz),
  invitation_by_key(bytea, timestamptz), organization_by_short_name(text);
DROP TABLE passkey_challenges, passkeys;
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

const PASSKEYS = `
-- Each takes some of those that nobody answered along.
CREATE FUNCTION keep_passkey_challenge(p_hash bytea, p_account_id uuid, p_expires_at timestamptz, p_now timestamptz)
RETURNS void LANGUAGE sql SECURITY DEFINER SET search_path = pg_catalog, public
AS $$
  DELETE FROM passkey_challenges WHERE hash IN (
    SELECT c.hash FROM passkey_challenges c WHERE c.expires_at <= p_now ORDER BY c.expires_at LIMIT 8
       FOR UPDATE SKIP LOCKED);
  INSERT INTO passkey_challenges (hash, account_id, expires_at) VALUES (p_hash, p_account_id, p_expires_at) $$;

-- Whether it was asked for this and not answered before. From here on it is answered.
CREATE FUNCTION take_passkey_challenge(p_hash bytea, p_account_id uuid, p_now timestamptz) RETURNS boolean
LANGUAGE sql SECURITY DEFINER SET search_path = pg_catalog, public
AS $$ WITH taken AS (
        DELETE FROM passkey_challenges
         WHERE hash = p_hash AND account_id IS NOT DISTINCT FROM p_account_id AND expires_at > p_now RETURNING 1)
      SELECT EXISTS (SELECT 1 FROM taken) $$;

CREATE FUNCTION passkey_candidate(p_short_name text, p_credential_id bytea)
RETURNS TABLE (organization_id uuid, account_id uuid, public_key bytea, sign_count bigint, rp_id text,
               is_disabled boolean)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public
AS $$ SELECT a.organization_id, a.id, k.public_key, k.sign_count, k.rp_id, a.disabled_at IS NOT NULL
        FROM passkeys k
        JOIN organizations o ON o.id = k.organization_id AND o.short_name = lower(p_short_name)
        JOIN accounts a ON a.organization_id = k.organization_id AND a.id = k.account_id
       WHERE k.credential_id = p_credential_id $$;

-- A count that does not go up is a copy, unless the device keeps none; of two answers at once one is refused.
CREATE FUNCTION note_passkey_use(p_credential_id bytea, p_count_before bigint, p_count bigint, p_now timestamptz)
RETURNS boolean LANGUAGE sql SECURITY DEFINER SET search_path = pg_catalog, public
AS $$ WITH used AS (
        UPDATE passkeys SET sign_count = p_count, used_at = p_now
         WHERE credential_id = p_credential_id AND sign_count = p_count_before
           AND (p_count > p_count_before OR (p_count = 0 AND p_count_before = 0)) RETURNING 1)
      SELECT EXISTS (SELECT 1 FROM used) $$;

GRANT EXECUTE ON FUNCTION passkey_candidate(text, bytea),
  note_passkey_use(bytea, bigint, bigint, timestamptz) TO caseload_login;
GRANT EXECUTE ON FUNCTION keep_passkey_challenge(bytea, uuid, timestamptz, timestamptz),
  take_passkey_challenge(bytea, uuid, timestamptz) TO caseload_login, caseload_participant;

CREATE FUNCTION has_own_passphrase() RETURNS boolean
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public
AS $$ SELECT EXISTS (SELECT 1 FROM passwords p
       WHERE p.organization_id = acting_organization() AND p.account_id = acting_account()) $$;

CREATE FUNCTION own_passkeys()
RETURNS TABLE (id uuid, credential_id bytea, added_at timestamptz, used_at timestamptz)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public
AS $$ SELECT k.id, k.credential_id, k.added_at, k.used_at FROM passkeys k
       WHERE k.organization_id = acting_organization() AND k.account_id = acting_account()
       ORDER BY k.added_at, k.id $$;

-- At most ten; false beyond that.
CREATE FUNCTION add_own_passkey(p_id uuid, p_credential_id bytea, p_public_key bytea, p_sign_count bigint,
  p_transports text[], p_rp_id text, p_now timestamptz)
RETURNS boolean LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public
AS $$
BEGIN
  PERFORM 1 FROM accounts a
    WHERE a.organization_id = acting_organization() AND a.id = acting_account() FOR UPDATE;
  IF (SELECT count(*) FROM own_passkeys()) >= 10 THEN RETURN false; END IF;
  INSERT INTO passkeys (organization_id, id, account_id, credential_id, public_key, sign_count, transports, rp_id, added_at)
  VALUES (acting_organization(), p_id, acting_account(), p_credential_id, p_public_key, p_sign_count, p_transports,
          p_rp_id, p_now);
  RETURN true;
END $$;

-- Nobody locks themself out: the last thing that opens the account stays.
CREATE FUNCTION remove_own_passkey(p_id uuid) RETURNS text
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public
AS $$
BEGIN
  PERFORM 1 FROM accounts a
    WHERE a.organization_id = acting_organization() AND a.id = acting_account() FOR UPDATE;
  IF NOT EXISTS (SELECT 1 FROM own_passkeys() k WHERE k.id = p_id) THEN RETURN 'missing'; END IF;
  IF NOT has_own_passphrase() AND (SELECT count(*) FROM own_passkeys()) = 1 THEN RETURN 'last'; END IF;
  DELETE FROM passkeys k WHERE k.organization_id = acting_organization() AND k.account_id = acting_account()
     AND k.id = p_id;
  RETURN 'removed';
END $$;

GRANT EXECUTE ON FUNCTION has_own_passphrase(), own_passkeys(),
  add_own_passkey(uuid, bytea, bytea, bigint, text[], text, timestamptz), remove_own_passkey(uuid)
  TO caseload_participant;
`;

const INVITING = `
-- The reach of a coach and of a supervisor, as the policies on participants have it.
CREATE FUNCTION may_invite(p_participant_id uuid) RETURNS boolean
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public
AS $$
  SELECT coalesce((
    SELECT CASE me.role
      WHEN 'coach' THEN EXISTS (SELECT 1 FROM assignments s
        WHERE s.organization_id = me.organization_id AND s.coach_id = me.id
          AND s.participant_id = p_participant_id AND s.until_on IS NULL)
      WHEN 'supervisor' THEN EXISTS (SELECT 1 FROM participants p
        LEFT JOIN coaches c ON c.organization_id = p.organization_id AND c.id = p.primary_coach_id
        WHERE p.organization_id = me.organization_id AND p.id = p_participant_id
          AND (p.primary_coach_id IS NULL OR c.supervisor_id = me.id OR p.id = ANY (participants_told_of())))
      END
      FROM accounts me WHERE me.organization_id = acting_organization() AND me.id = acting_account()), false) $$;

-- How a participant gets in, as far as it is their coach's to know: no secret, and no day on which they came.
CREATE FUNCTION way_in_of(p_participant_id uuid)
RETURNS TABLE (account_id uuid, sign_in_name text, is_opened boolean, is_disabled boolean, invitation_id uuid,
               made_at timestamptz, expires_at timestamptz, made_by_name text, is_replacement boolean, looked_how text)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public
AS $$
  SELECT a.id, a.sign_in_name, a.activated_at IS NOT NULL, a.disabled_at IS NOT NULL, i.id, i.made_at, i.expires_at,
         maker.name, i.is_replacement, i.looked_how
    FROM participants p
    JOIN accounts a ON a.organization_id = p.organization_id AND a.id = p.account_id
    LEFT JOIN invitations i ON i.organization_id = a.organization_id AND i.account_id = a.id AND i.used_at IS NULL
    LEFT JOIN accounts maker ON maker.organization_id = i.organization_id AND maker.id = i.made_by
   WHERE p.organization_id = acting_organization() AND p.id = p_participant_id AND may_invite(p_participant_id) $$;

CREATE FUNCTION first_free_sign_in_name(p_names text[]) RETURNS text
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public
AS $$ SELECT name FROM unnest(p_names) WITH ORDINALITY asked (name, place)
       WHERE NOT EXISTS (SELECT 1 FROM accounts a
         WHERE a.organization_id = acting_organization() AND a.sign_in_name = lower(asked.name))
       ORDER BY place LIMIT 1 $$;

-- Adds the account of a participant who has none, in the name and language of their record; false when the sign-in name
-- is somebody's.
CREATE FUNCTION open_account_of(p_participant_id uuid, p_account_id uuid, p_sign_in_name text, p_now timestamptz)
RETURNS boolean LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public
AS $$
DECLARE person participants;
BEGIN
  IF NOT may_invite(p_participant_id) THEN RAISE insufficient_privilege; END IF;
  SELECT * INTO person FROM participants p
   WHERE p.organization_id = acting_organization() AND p.id = p_participant_id FOR UPDATE;
  IF person.account_id IS NOT NULL THEN RETURN true; END IF;
  INSERT INTO accounts (organization_id, id, role, sign_in_name, name, language, created_at)
  VALUES (person.organization_id, p_account_id, 'participant', lower(p_sign_in_name), person.preferred_name,
          person.language, p_now)
  ON CONFLICT (organization_id, sign_in_name) DO NOTHING;
  IF NOT FOUND THEN RETURN false; END IF;
  UPDATE participants p SET account_id = p_account_id
   WHERE p.organization_id = person.organization_id AND p.id = person.id;
  RETURN true;
END $$;

-- The one before ends with it. A participant who had opened their account gets a replacement, and only after a look.
-- Says 'made', 'again' when this very invitation was there already, and 'used' when it is used or another's.
CREATE FUNCTION invite_participant(p_participant_id uuid, p_invitation_id uuid, p_token_hash bytea, p_code_hash bytea,
  p_looked_how text, p_now timestamptz, p_expires_at timestamptz)
RETURNS text LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public
AS $$
DECLARE
  account accounts;
  was_there boolean;
BEGIN
  IF NOT may_invite(p_participant_id) THEN RAISE insufficient_privilege; END IF;
  SELECT a.* INTO account FROM participants p
    JOIN accounts a ON a.organization_id = p.organization_id AND a.id = p.account_id
   WHERE p.organization_id = acting_organization() AND p.id = p_participant_id FOR UPDATE OF a;
  IF EXISTS (SELECT 1 FROM invitations i WHERE i.organization_id = account.organization_id AND i.id = p_invitation_id
                AND (i.used_at IS NOT NULL OR i.account_id <> account.id)) THEN RETURN 'used'; END IF;
  was_there := EXISTS (SELECT 1 FROM invitations i
                        WHERE i.organization_id = account.organization_id AND i.id = p_invitation_id);
  DELETE FROM invitations i
   WHERE i.organization_id = account.organization_id AND i.account_id = account.id AND i.used_at IS NULL;
  INSERT INTO invitations (organization_id, id, account_id, token_hash, code_hash, made_by, made_at, expires_at,
                           is_replacement, looked_how)
  VALUES (account.organization_id, p_invitation_id, account.id, p_token_hash, p_code_hash, acting_account(), p_now,
          p_expires_at, account.activated_at IS NOT NULL, p_looked_how);
  RETURN CASE WHEN was_there THEN 'again' ELSE 'made' END;
END $$;

CREATE FUNCTION call_off_invitation(p_participant_id uuid) RETURNS boolean
LANGUAGE sql SECURITY DEFINER SET search_path = pg_catalog, public
AS $$ WITH gone AS (
        DELETE FROM invitations i USING participants p
         WHERE p.organization_id = acting_organization() AND p.id = p_participant_id AND may_invite(p_participant_id)
           AND i.organization_id = p.organization_id AND i.account_id = p.account_id AND i.used_at IS NULL RETURNING 1)
      SELECT EXISTS (SELECT 1 FROM gone) $$;

GRANT EXECUTE ON FUNCTION way_in_of(uuid), first_free_sign_in_name(text[]),
  open_account_of(uuid, uuid, text, timestamptz),
  invite_participant(uuid, uuid, bytea, bytea, text, timestamptz, timestamptz), call_off_invitation(uuid)
  TO caseload_coach, caseload_supervisor;

-- An invitation names an account; whose record is looked at anew is the participant's. Opening it is told too, which
-- happens before anyone acts, so that the organization is the row's own.
CREATE FUNCTION announce_invitation() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER
SET search_path = pg_catalog, public AS $$
DECLARE changed record;
BEGIN
  IF TG_OP = 'DELETE' THEN changed := OLD; ELSE changed := NEW; END IF;
  PERFORM announce_at_commit(p.organization_id, p.id, '{}', true, false) FROM participants p
    WHERE p.organization_id = changed.organization_id AND p.account_id = changed.account_id;
  RETURN NULL;
END $$;
CREATE TRIGGER announce AFTER INSERT OR UPDATE OR DELETE ON invitations
  FOR EACH ROW EXECUTE FUNCTION announce_invitation();
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
