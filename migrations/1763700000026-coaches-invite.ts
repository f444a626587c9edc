import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * A coach, or a supervisor, invites a participant within their reach. Accounts, passwords, passkeys and invitations are
 * granted to nobody who walks with a participant: these functions look at reach themselves, and tell how things stand,
 * never a secret.
 */
export class CoachesInvite1763700000026 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
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
`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
DROP TRIGGER announce ON invitations;
DROP FUNCTION announce_invitation(), call_off_invitation(uuid),
  invite_participant(uuid, uuid, bytea, bytea, text, timestamptz, timestamptz),
  open_account_of(uuid, uuid, text, timestamptz), first_free_sign_in_name(text[]), way_in_of(uuid), may_invite(uuid);`);
  }
}
