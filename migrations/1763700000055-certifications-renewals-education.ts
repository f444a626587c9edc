import type { MigrationInterface, QueryRunner } from 'typeorm';

const HERE = 'organization_id = (SELECT acting_organization())';
const OWN = `${HERE} AND coach_id = (SELECT acting_account())`;
const TEAM = `${HERE} AND coach_id = ANY ((SELECT coaches_of_acting_supervisor())::uuid[])`;
const TABLES = ['certification_documents', 'certification_renewals', 'education_entries'];

/**
 * Certifications are entered, set right and ended by an administrator or the coach's supervisor, never by the coach
 * themself; a coach sends a renewal with its document and enters continuing education, and others confirm (decision 36).
 * `certifications` holds only what was confirmed, so whatever asks "certified on that day?" asks it as before.
 */
export class CertificationsRenewalsEducation1763700000055 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
CREATE TABLE certification_documents (
  organization_id uuid NOT NULL,
  id uuid NOT NULL,
  coach_id uuid NOT NULL,
  file_name text NOT NULL CHECK (length(file_name) BETWEEN 1 AND 200),
  media_type text NOT NULL,
  byte_count integer NOT NULL,
  sha256 bytea NOT NULL CHECK (length(sha256) = 32),
  content bytea NOT NULL,
  sent_by uuid NOT NULL,
  sent_at timestamptz NOT NULL,
  PRIMARY KEY (organization_id, id),
  UNIQUE (organization_id, id, coach_id),
  FOREIGN KEY (organization_id, coach_id) REFERENCES coaches (organization_id, id),
  FOREIGN KEY (organization_id, sent_by) REFERENCES accounts (organization_id, id),
  CONSTRAINT a_document_is_a_pdf_or_a_picture CHECK (media_type IN ('application/pdf', 'image/png', 'image/jpeg')),
  CONSTRAINT a_document_holds_at_most_ten_megabytes
    CHECK (byte_count BETWEEN 1 AND 10485760 AND octet_length(content) = byte_count)
);
COMMENT ON TABLE certification_documents IS 'As they were sent, never changed; media_type is told by the first bytes.';
-- what is packed already is not packed again
ALTER TABLE certification_documents ALTER COLUMN content SET STORAGE EXTERNAL;
CREATE INDEX documents_of_coach ON certification_documents (organization_id, coach_id);

ALTER TABLE certifications
  ADD COLUMN version integer NOT NULL DEFAULT 1,
  ADD COLUMN request_hash bytea,
  ADD COLUMN document_id uuid,
  ADD COLUMN issued_through_on date,
  ADD COLUMN ended_why text CHECK (length(ended_why) BETWEEN 1 AND 500),
  ADD COLUMN ended_by uuid,
  ADD COLUMN ended_at timestamptz,
  ADD FOREIGN KEY (organization_id, ended_by) REFERENCES accounts (organization_id, id),
  ADD FOREIGN KEY (organization_id, document_id, coach_id)
    REFERENCES certification_documents (organization_id, id, coach_id),
  ADD CONSTRAINT ending_early_takes_who_and_why
    CHECK (num_nulls(issued_through_on, ended_why, ended_by, ended_at) IN (0, 4)),
  ADD CONSTRAINT it_ends_no_later_than_issued CHECK (last_on <= issued_through_on);
COMMENT ON COLUMN certifications.issued_through_on IS
  'The last day it was issued for, once it was ended early; last_on is then the last day on which it held.';
ALTER TABLE contacts RENAME CONSTRAINT contacts_organization_id_certification_id_fkey
  TO contacts_stand_on_this_certification;

CREATE TABLE certification_renewals (
  organization_id uuid NOT NULL,
  id uuid NOT NULL,
  coach_id uuid NOT NULL,
  kind text NOT NULL CHECK (length(kind) BETWEEN 1 AND 100),
  issuer text NOT NULL CHECK (length(issuer) BETWEEN 1 AND 200),
  number text NOT NULL CHECK (length(number) BETWEEN 1 AND 100),
  first_on date NOT NULL,
  last_on date NOT NULL,
  document_id uuid NOT NULL,
  sent_at timestamptz NOT NULL,
  state text NOT NULL DEFAULT 'waiting',
  settled_by uuid,
  settled_at timestamptz,
  words text NOT NULL DEFAULT '' CHECK (length(words) <= 1000),
  certification_id uuid,
  version integer NOT NULL DEFAULT 1,
  request_hash bytea NOT NULL,
  PRIMARY KEY (organization_id, id),
  FOREIGN KEY (organization_id, coach_id) REFERENCES coaches (organization_id, id),
  FOREIGN KEY (organization_id, document_id, coach_id)
    REFERENCES certification_documents (organization_id, id, coach_id),
  FOREIGN KEY (organization_id, certification_id) REFERENCES certifications (organization_id, id)
    ON DELETE SET NULL (certification_id),
  FOREIGN KEY (organization_id, settled_by) REFERENCES accounts (organization_id, id),
  CONSTRAINT a_renewal_ends_after_it_begins CHECK (last_on >= first_on),
  CONSTRAINT a_renewal_waits_or_is_settled CHECK (
    state IN ('waiting', 'confirmed', 'sent back', 'taken back')
    AND (state = 'waiting') = (settled_at IS NULL) AND (settled_at IS NULL) = (settled_by IS NULL)),
  CONSTRAINT sending_back_takes_words CHECK (state <> 'sent back' OR words <> '')
);
CREATE INDEX renewals_of_coach ON certification_renewals (organization_id, coach_id, sent_at DESC);
CREATE INDEX renewals_that_wait ON certification_renewals (organization_id, coach_id) WHERE state = 'waiting';

CREATE TABLE education_entries (
  organization_id uuid NOT NULL,
  id uuid NOT NULL,
  coach_id uuid NOT NULL,
  done_on date NOT NULL,
  title text NOT NULL CHECK (length(title) BETWEEN 1 AND 200),
  provider text NOT NULL CHECK (length(provider) BETWEEN 1 AND 200),
  hours numeric(4, 2) NOT NULL,
  document_id uuid,
  sent_at timestamptz NOT NULL,
  state text NOT NULL DEFAULT 'waiting',
  settled_by uuid,
  settled_at timestamptz,
  words text NOT NULL DEFAULT '' CHECK (length(words) <= 1000),
  version integer NOT NULL DEFAULT 1,
  request_hash bytea NOT NULL,
  PRIMARY KEY (organization_id, id),
  FOREIGN KEY (organization_id, coach_id) REFERENCES coaches (organization_id, id),
  FOREIGN KEY (organization_id, document_id, coach_id)
    REFERENCES certification_documents (organization_id, id, coach_id),
  FOREIGN KEY (organization_id, settled_by) REFERENCES accounts (organization_id, id),
  CONSTRAINT education_takes_a_quarter_of_an_hour_to_forty CHECK (hours BETWEEN 0.25 AND 40),
  CONSTRAINT education_waits_or_is_settled CHECK (
    state IN ('waiting', 'confirmed', 'sent back')
    AND (state = 'waiting') = (settled_at IS NULL) AND (settled_at IS NULL) = (settled_by IS NULL)),
  CONSTRAINT sending_education_back_takes_words CHECK (state <> 'sent back' OR words <> '')
);
CREATE INDEX education_of_coach ON education_entries (organization_id, coach_id, done_on DESC);

CREATE TABLE education_needs (
  organization_id uuid NOT NULL REFERENCES organizations (id),
  kind text NOT NULL CHECK (length(kind) BETWEEN 1 AND 100 AND kind = lower(btrim(kind))),
  hours numeric(5, 2) NOT NULL CHECK (hours BETWEEN 0 AND 500),
  months integer NOT NULL CHECK (months BETWEEN 1 AND 120),
  version integer NOT NULL DEFAULT 1,
  PRIMARY KEY (organization_id, kind)
);
COMMENT ON TABLE education_needs IS
  'Hours of continuing education for so many months, by kind in small letters; without a row the default of the app holds.';
`);
    for (const table of [...TABLES, 'education_needs'])
      await runner.query(`
ALTER TABLE ${table} ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
CREATE POLICY the_owner_keeps ON ${table} TO caseload_owner USING (true) WITH CHECK (true);`);
    for (const table of TABLES)
      await runner.query(`
CREATE POLICY coaches_read_their_own ON ${table} FOR SELECT TO caseload_coach USING (${OWN});
CREATE POLICY supervisors_their_team ON ${table} TO caseload_supervisor USING (${TEAM}) WITH CHECK (${TEAM});
CREATE POLICY administrators_keep ON ${table} TO caseload_administrator USING (${HERE}) WITH CHECK (${HERE});
GRANT SELECT ON ${table} TO caseload_coach, caseload_supervisor, caseload_administrator;`);
    await runner.query(`
CREATE POLICY coaches_send ON certification_documents FOR INSERT TO caseload_coach WITH CHECK (${OWN});
GRANT INSERT ON certification_documents TO caseload_coach, caseload_supervisor, caseload_administrator;

CREATE POLICY coaches_send ON certification_renewals FOR INSERT TO caseload_coach
  WITH CHECK (${OWN} AND state = 'waiting');
CREATE POLICY coaches_take_back ON certification_renewals FOR UPDATE TO caseload_coach
  USING (${OWN} AND state = 'waiting') WITH CHECK (${OWN} AND state = 'taken back');
GRANT INSERT ON certification_renewals TO caseload_coach;
GRANT UPDATE (state, settled_by, settled_at, words, certification_id, version) ON certification_renewals
  TO caseload_coach, caseload_supervisor, caseload_administrator;

CREATE POLICY coaches_enter ON education_entries FOR INSERT TO caseload_coach WITH CHECK (${OWN} AND state = 'waiting');
CREATE POLICY coaches_change ON education_entries FOR UPDATE TO caseload_coach
  USING (${OWN} AND state <> 'confirmed') WITH CHECK (${OWN} AND state = 'waiting');
CREATE POLICY coaches_remove ON education_entries FOR DELETE TO caseload_coach
  USING (${OWN} AND state <> 'confirmed');
GRANT INSERT, DELETE ON education_entries TO caseload_coach;
GRANT UPDATE (done_on, title, provider, hours, document_id) ON education_entries TO caseload_coach;
GRANT UPDATE (state, settled_by, settled_at, words, version) ON education_entries
  TO caseload_coach, caseload_supervisor, caseload_administrator;

CREATE POLICY supervisors_keep_their_team ON certifications TO caseload_supervisor USING (${TEAM}) WITH CHECK (${TEAM});
GRANT INSERT, UPDATE, DELETE ON certifications TO caseload_supervisor;
GRANT DELETE ON certifications TO caseload_administrator;

CREATE POLICY staff_read ON education_needs FOR SELECT TO caseload_coach, caseload_supervisor USING (${HERE});
CREATE POLICY administrators_keep ON education_needs TO caseload_administrator USING (${HERE}) WITH CHECK (${HERE});
GRANT SELECT ON education_needs TO caseload_coach, caseload_supervisor, caseload_administrator;
GRANT INSERT, UPDATE ON education_needs TO caseload_administrator;
`);
    for (const table of ['certifications', 'certification_renewals', 'education_entries'])
      for (const command of table === 'certifications' ? ['INSERT', 'UPDATE', 'DELETE'] : ['UPDATE'])
        await runner.query(`
CREATE POLICY nobody_certifies_themself_${command.toLowerCase()} ON ${table} AS RESTRICTIVE FOR ${command}
  TO caseload_administrator ${command === 'INSERT' ? 'WITH CHECK' : 'USING'} (coach_id <> (SELECT acting_account()));`);
    await runner.query(`
-- Whoever sets a certification right may reach no contact, so this looks past the policies.
CREATE FUNCTION keep_days_contacts_stand_on() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER
SET search_path = pg_catalog, public AS $$
BEGIN
  IF EXISTS (SELECT 1 FROM contacts c WHERE c.organization_id = NEW.organization_id AND c.coach_id = NEW.coach_id
                AND c.certification_id = NEW.id AND c.voided_at IS NULL
                AND c.occurred_on NOT BETWEEN NEW.first_on AND NEW.last_on) THEN
    RAISE EXCEPTION 'Contacts stand on this certification on days it would no longer cover.'
      USING ERRCODE = 'check_violation', CONSTRAINT = 'contacts_stand_on_these_days';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER keep_days_contacts_stand_on BEFORE UPDATE OF first_on, last_on ON certifications
  FOR EACH ROW EXECUTE FUNCTION keep_days_contacts_stand_on();
`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
DROP TRIGGER keep_days_contacts_stand_on ON certifications;
DROP FUNCTION keep_days_contacts_stand_on();
DROP POLICY nobody_certifies_themself_insert ON certifications;
DROP POLICY nobody_certifies_themself_update ON certifications;
DROP POLICY nobody_certifies_themself_delete ON certifications;
DROP POLICY supervisors_keep_their_team ON certifications;
REVOKE INSERT, UPDATE, DELETE ON certifications FROM caseload_supervisor;
REVOKE DELETE ON certifications FROM caseload_administrator;
ALTER TABLE contacts RENAME CONSTRAINT contacts_stand_on_this_certification
  TO contacts_organization_id_certification_id_fkey;
DROP TABLE education_needs, education_entries, certification_renewals;
ALTER TABLE certifications DROP COLUMN version, DROP COLUMN request_hash, DROP COLUMN document_id,
  DROP COLUMN issued_through_on, DROP COLUMN ended_why, DROP COLUMN ended_by, DROP COLUMN ended_at;
DROP TABLE certification_documents;`);
  }
}
