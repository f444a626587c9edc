import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Passkeys, beside passphrases and like them granted to nobody: the functions below tell a participant of their own,
 * and the bare login what it needs to check an answer.
 */
export class Passkeys1763700000025 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
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
    await runner.query(`
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
`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
DROP FUNCTION remove_own_passkey(uuid),
  add_own_passkey(uuid, bytea, bytea, bigint, text[], text, timestamptz), own_passkeys(), has_own_passphrase(),
  note_passkey_use(bytea, bigint, bigint, timestamptz), passkey_candidate(text, bytea),
  take_passkey_challenge(bytea, uuid, timestamptz), keep_passkey_challenge(bytea, uuid, timestamptz, timestamptz);
DROP TABLE passkey_challenges, passkeys;`);
  }
}
