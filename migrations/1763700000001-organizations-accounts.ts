import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * The tenant, its staff and their accounts; how they sign in is in sign-in-functions.
 *
 * Every tenant table has the key (organization_id, id), forced row-level security, one policy for the owner (so that
 * later migrations see every row) and one for each role that may touch it. `acting_organization()` and
 * `acting_account()` are set for one transaction by `open_session`.
 */
export class OrganizationsAccounts1763700000001 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
CREATE EXTENSION IF NOT EXISTS btree_gist;
-- No function is for everyone: each grant below says for whom.
ALTER DEFAULT PRIVILEGES REVOKE EXECUTE ON FUNCTIONS FROM public;

CREATE FUNCTION acting_organization() RETURNS uuid LANGUAGE sql STABLE PARALLEL SAFE
  AS $$ SELECT nullif(current_setting('app.organization_id', true), '')::uuid $$;
CREATE FUNCTION acting_account() RETURNS uuid LANGUAGE sql STABLE PARALLEL SAFE
  AS $$ SELECT nullif(current_setting('app.account_id', true), '')::uuid $$;

GRANT EXECUTE ON FUNCTION acting_organization(), acting_account()
  TO caseload_coach, caseload_supervisor, caseload_administrator, caseload_participant, caseload_jobs, caseload_login;

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
DROP FUNCTION acting_organization(), acting_account();
DROP EXTENSION btree_gist;
ALTER DEFAULT PRIVILEGES GRANT EXECUTE ON FUNCTIONS TO public;
`);
  }
}
