import type { MigrationInterface, QueryRunner } from 'typeorm';

const STAFF = 'caseload_coach, caseload_supervisor, caseload_administrator';
const TABLES = ['mail_addresses', 'push_subscriptions', 'messages', 'message_deliveries'];

/**
 * Messages to staff when something urgent waits: an outbox. A message is written in the transaction of what it is
 * about, by `queue_message`, together with one delivery for each way its reader can be reached; the sender, a job, takes
 * deliveries that are due and writes what became of them.
 *
 * A message holds who is told, of which kind and about which id, never words: what leaves says that something waits.
 */
export class Messages1763700000009 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
CREATE TABLE mail_addresses (
  organization_id uuid NOT NULL,
  id uuid NOT NULL,
  address text NOT NULL CHECK (length(address) BETWEEN 3 AND 254),
  confirmed_at timestamptz,
  code text,
  code_made_at timestamptz,
  code_tries integer NOT NULL DEFAULT 0,
  PRIMARY KEY (organization_id, id),
  FOREIGN KEY (organization_id, id) REFERENCES accounts (organization_id, id),
  CONSTRAINT a_code_is_six_digits CHECK (code ~ '^[0-9]{6}$'),
  CONSTRAINT a_code_knows_its_age CHECK ((code IS NULL) = (code_made_at IS NULL))
);
COMMENT ON TABLE mail_addresses IS 'One for an account: the id is the account''s. Nothing but its code goes to one that is not confirmed.';

CREATE TABLE push_subscriptions (
  organization_id uuid NOT NULL,
  id uuid NOT NULL,
  account_id uuid NOT NULL,
  endpoint text NOT NULL CHECK (length(endpoint) BETWEEN 10 AND 2000),
  public_key text NOT NULL CHECK (length(public_key) BETWEEN 1 AND 200),
  auth text NOT NULL CHECK (length(auth) BETWEEN 1 AND 100),
  device text NOT NULL CHECK (length(device) BETWEEN 1 AND 100),
  made_at timestamptz NOT NULL,
  PRIMARY KEY (organization_id, id),
  FOREIGN KEY (organization_id, account_id) REFERENCES accounts (organization_id, id),
  CONSTRAINT device_is_taken UNIQUE (organization_id, endpoint)
);
CREATE INDEX push_subscriptions_of_account ON push_subscriptions (organization_id, account_id);

CREATE TABLE messages (
  organization_id uuid NOT NULL,
  id uuid NOT NULL,
  account_id uuid NOT NULL,
  kind text NOT NULL CHECK (length(kind) BETWEEN 1 AND 50),
  subject_id uuid NOT NULL,
  step text NOT NULL CHECK (length(step) <= 50),
  made_at timestamptz NOT NULL,
  withdrawn_at timestamptz,
  PRIMARY KEY (organization_id, id),
  FOREIGN KEY (organization_id, account_id) REFERENCES accounts (organization_id, id),
  CONSTRAINT told_once UNIQUE (organization_id, subject_id, kind, step, account_id)
);
CREATE INDEX messages_of_account ON messages (organization_id, account_id, made_at DESC);

CREATE TABLE message_deliveries (
  organization_id uuid NOT NULL,
  id uuid NOT NULL,
  message_id uuid NOT NULL,
  way text NOT NULL CHECK (way IN ('e-mail', 'push')),
  push_subscription_id uuid,
  state text NOT NULL DEFAULT 'waiting',
  attempt_count integer NOT NULL DEFAULT 0,
  next_try_at timestamptz NOT NULL,
  settled_at timestamptz,
  problem text NOT NULL DEFAULT '' CHECK (length(problem) <= 100),
  PRIMARY KEY (organization_id, id),
  FOREIGN KEY (organization_id, message_id) REFERENCES messages (organization_id, id),
  FOREIGN KEY (organization_id, push_subscription_id) REFERENCES push_subscriptions (organization_id, id)
    ON DELETE SET NULL (push_subscription_id),
  CONSTRAINT a_delivery_waits_or_is_settled
    CHECK (state IN ('waiting', 'delivered', 'given up', 'not needed') AND (state = 'waiting') = (settled_at IS NULL))
);
CREATE INDEX deliveries_of_message ON message_deliveries (organization_id, message_id);
CREATE INDEX waiting_deliveries ON message_deliveries (next_try_at, organization_id) WHERE state = 'waiting';

-- The pair that push services know this installation by; one row, of no organization.
CREATE TABLE push_keys (
  id boolean PRIMARY KEY DEFAULT true,
  public_key text NOT NULL,
  private_key text NOT NULL,
  CONSTRAINT there_is_one_pair CHECK (id)
);
`);
    for (const table of [...TABLES, 'push_keys'])
      await runner.query(`
ALTER TABLE ${table} ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
CREATE POLICY the_owner_keeps ON ${table} TO caseload_owner USING (true) WITH CHECK (true);`);
    for (const table of TABLES)
      await runner.query(`
CREATE POLICY jobs_send ON ${table} TO caseload_jobs
  USING (organization_id = (SELECT acting_organization()))
  WITH CHECK (organization_id = (SELECT acting_organization()));`);
    await runner.query(`
CREATE POLICY of_oneself ON mail_addresses TO ${STAFF}
  USING (organization_id = (SELECT acting_organization()) AND id = (SELECT acting_account()))
  WITH CHECK (organization_id = (SELECT acting_organization()) AND id = (SELECT acting_account()));
CREATE POLICY of_oneself ON push_subscriptions TO ${STAFF}
  USING (organization_id = (SELECT acting_organization()) AND account_id = (SELECT acting_account()))
  WITH CHECK (organization_id = (SELECT acting_organization()) AND account_id = (SELECT acting_account()));
-- Who of the staff was told, and whether it arrived, is for the staff: no row names a participant.
CREATE POLICY staff_read ON messages FOR SELECT TO ${STAFF} USING (organization_id = (SELECT acting_organization()));
CREATE POLICY staff_read ON message_deliveries FOR SELECT TO ${STAFF}
  USING (organization_id = (SELECT acting_organization()));
CREATE POLICY administrators_try_again ON message_deliveries FOR UPDATE TO caseload_administrator
  USING (organization_id = (SELECT acting_organization()));
CREATE POLICY jobs_send ON push_keys TO caseload_jobs
  USING ((SELECT acting_organization()) IS NOT NULL) WITH CHECK ((SELECT acting_organization()) IS NOT NULL);

-- The code itself is for the reader of the mail.
GRANT SELECT (organization_id, id, address, confirmed_at, code_made_at), DELETE ON mail_addresses TO ${STAFF};
GRANT SELECT, DELETE ON push_subscriptions TO ${STAFF};
GRANT SELECT ON messages, message_deliveries TO ${STAFF};
GRANT UPDATE (next_try_at) ON message_deliveries TO caseload_administrator;
GRANT SELECT ON mail_addresses, messages TO caseload_jobs;
GRANT SELECT, DELETE ON push_subscriptions TO caseload_jobs;
GRANT SELECT, UPDATE (state, attempt_count, next_try_at, settled_at, problem) ON message_deliveries TO caseload_jobs;
GRANT SELECT, INSERT ON push_keys TO caseload_jobs;

-- What the jobs know of an organization and its staff: ids, the clock, the language.
GRANT SELECT (id, time_zone) ON organizations TO caseload_jobs;
GRANT SELECT (organization_id, id, role, language, disabled_at) ON accounts TO caseload_jobs;
CREATE POLICY jobs_read_the_zone ON organizations FOR SELECT TO caseload_jobs
  USING (id = (SELECT acting_organization()));
CREATE POLICY jobs_see_staff ON accounts FOR SELECT TO caseload_jobs
  USING (organization_id = (SELECT acting_organization()) AND role <> 'participant');
`);
    await runner.query(`
-- Tells somebody of the staff, once for each (kind, subject, step), in the transaction of what it is about. By every way
-- they have now; the sender is woken by the commit. False: told before, or there is nobody to tell.
CREATE FUNCTION queue_message(p_account_id uuid, p_kind text, p_subject_id uuid, p_step text, p_now timestamptz)
RETURNS boolean LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public
AS $$
DECLARE
  the_organization uuid := acting_organization();
  the_message uuid;
BEGIN
  INSERT INTO messages (organization_id, id, account_id, kind, subject_id, step, made_at)
  SELECT a.organization_id, gen_random_uuid(), a.id, p_kind, p_subject_id, p_step, p_now FROM accounts a
   WHERE a.organization_id = the_organization AND a.id = p_account_id
     AND a.role <> 'participant' AND a.disabled_at IS NULL
  ON CONFLICT ON CONSTRAINT told_once DO NOTHING
  RETURNING id INTO the_message;
  IF the_message IS NULL THEN RETURN false; END IF;
  INSERT INTO message_deliveries (organization_id, id, message_id, way, push_subscription_id, next_try_at)
  SELECT the_organization, gen_random_uuid(), the_message, 'e-mail', NULL, p_now FROM mail_addresses m
   WHERE m.organization_id = the_organization AND m.id = p_account_id AND m.confirmed_at IS NOT NULL
  UNION ALL
  SELECT the_organization, gen_random_uuid(), the_message, 'push', s.id, p_now FROM push_subscriptions s
   WHERE s.organization_id = the_organization AND s.account_id = p_account_id;
  PERFORM pg_notify('alongside_jobs', 'messages');
  RETURN true;
END $$;

-- What is still to be delivered about a subject need not be: it was answered meanwhile.
CREATE FUNCTION withdraw_messages(p_subject_id uuid, p_now timestamptz) RETURNS void
LANGUAGE sql SECURITY DEFINER SET search_path = pg_catalog, public
AS $$ WITH withdrawn AS (
        UPDATE messages SET withdrawn_at = coalesce(withdrawn_at, p_now)
         WHERE organization_id = acting_organization() AND subject_id = p_subject_id
        RETURNING organization_id, id)
      UPDATE message_deliveries d SET state = 'not needed', settled_at = p_now FROM withdrawn w
       WHERE d.organization_id = w.organization_id AND d.message_id = w.id AND d.state = 'waiting' $$;

-- Where one wants mail from now on. Nothing but this code goes there until it has come back.
CREATE FUNCTION choose_mail_address(p_address text, p_code text, p_now timestamptz) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public
AS $$
DECLARE
  the_organization uuid := acting_organization();
  the_message uuid := gen_random_uuid();
BEGIN
  INSERT INTO mail_addresses (organization_id, id, address, code, code_made_at)
  VALUES (the_organization, acting_account(), p_address, p_code, p_now)
  ON CONFLICT (organization_id, id) DO UPDATE
     SET address = p_address, confirmed_at = NULL, code = p_code, code_made_at = p_now, code_tries = 0;
  UPDATE message_deliveries d SET state = 'not needed', settled_at = p_now FROM messages m
   WHERE m.organization_id = the_organization AND m.account_id = acting_account() AND m.kind = 'mail code'
     AND d.organization_id = m.organization_id AND d.message_id = m.id AND d.state = 'waiting';
  INSERT INTO messages (organization_id, id, account_id, kind, subject_id, step, made_at)
  VALUES (the_organization, the_message, acting_account(), 'mail code', acting_account(), the_message::text, p_now);
  INSERT INTO message_deliveries (organization_id, id, message_id, way, next_try_at)
  VALUES (the_organization, gen_random_uuid(), the_message, 'e-mail', p_now);
  PERFORM pg_notify('alongside_jobs', 'messages');
END $$;

-- The code that went to one's own address, once, for half an hour and five tries.
CREATE FUNCTION confirm_mail_address(p_code text, p_now timestamptz) RETURNS boolean
LANGUAGE sql SECURITY DEFINER SET search_path = pg_catalog, public
AS $$ UPDATE mail_addresses SET
        confirmed_at = CASE WHEN code = p_code THEN p_now END,
        code_tries = code_tries + 1,
        code_made_at = CASE WHEN code = p_code THEN NULL ELSE code_made_at END,
        code = CASE WHEN code = p_code THEN NULL ELSE code END
      WHERE organization_id = acting_organization() AND id = acting_account() AND confirmed_at IS NULL
        AND code_made_at > p_now - interval '30 minutes' AND code_tries < 5
      RETURNING confirmed_at IS NOT NULL $$;

-- This device tells its owner from now on; on a shared machine that is whoever asked last.
CREATE FUNCTION keep_push_subscription(p_id uuid, p_endpoint text, p_public_key text, p_auth text, p_device text,
  p_now timestamptz) RETURNS void
LANGUAGE sql SECURITY DEFINER SET search_path = pg_catalog, public
AS $$ INSERT INTO push_subscriptions (organization_id, id, account_id, endpoint, public_key, auth, device, made_at)
      VALUES (acting_organization(), p_id, acting_account(), p_endpoint, p_public_key, p_auth, p_device, p_now)
      ON CONFLICT ON CONSTRAINT device_is_taken DO UPDATE
         SET account_id = acting_account(), public_key = p_public_key, auth = p_auth, device = p_device,
             made_at = p_now $$;

CREATE FUNCTION organization_ids() RETURNS SETOF uuid
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public
AS $$ SELECT id FROM organizations ORDER BY id $$;

CREATE FUNCTION organizations_with_due_messages(p_now timestamptz) RETURNS SETOF uuid
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public
AS $$ SELECT DISTINCT organization_id FROM message_deliveries WHERE state = 'waiting' AND next_try_at <= p_now $$;

GRANT EXECUTE ON FUNCTION queue_message(uuid, text, uuid, text, timestamptz), withdraw_messages(uuid, timestamptz)
  TO ${STAFF}, caseload_jobs;
GRANT EXECUTE ON FUNCTION choose_mail_address(text, text, timestamptz), confirm_mail_address(text, timestamptz),
  keep_push_subscription(uuid, text, text, text, text, timestamptz) TO ${STAFF};
GRANT EXECUTE ON FUNCTION organization_ids(), organizations_with_due_messages(timestamptz) TO caseload_login;
`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
DROP FUNCTION queue_message(uuid, text, uuid, text, timestamptz), withdraw_messages(uuid, timestamptz),
  choose_mail_address(text, text, timestamptz), confirm_mail_address(text, timestamptz),
  keep_push_subscription(uuid, text, text, text, text, timestamptz), organization_ids(),
  organizations_with_due_messages(timestamptz);
DROP TABLE push_keys, message_deliveries, messages, push_subscriptions, mail_addresses CASCADE;
DROP POLICY jobs_read_the_zone ON organizations;
DROP POLICY jobs_see_staff ON accounts;
REVOKE SELECT (id, time_zone) ON organizations FROM caseload_jobs;
REVOKE SELECT (organization_id, id, role, language, disabled_at) ON accounts FROM caseload_jobs;`);
  }
}
