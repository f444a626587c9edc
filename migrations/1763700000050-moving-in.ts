import type { MigrationInterface, QueryRunner } from 'typeorm';

const HERE = 'organization_id = (SELECT acting_organization())';
const TABLES = ['moves', 'move_rows', 'move_matchings', 'old_numbers', 'births', 'rows_brought_in'];

/**
 * A spreadsheet on its way in, row by row as it was sent, and what is remembered of it afterwards: which header was
 * matched to what, the number somebody had in the old system, and which row became whom.
 *
 * The staged rows may hold notes. They are the administrator's who sent them, until they are brought in or seven days
 * have passed; then they are gone.
 */
export class MovingIn1763700000050 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
CREATE TABLE moves (
  organization_id uuid NOT NULL REFERENCES organizations (id),
  id uuid NOT NULL,
  kind text NOT NULL CHECK (kind IN ('people', 'contacts')),
  file_name text NOT NULL CHECK (length(file_name) BETWEEN 1 AND 300),
  byte_count integer NOT NULL,
  sha256 bytea NOT NULL,
  sheet_asked text,
  told jsonb NOT NULL,
  columns jsonb NOT NULL,
  row_count integer NOT NULL,
  days jsonb NOT NULL,
  day_order text NOT NULL CHECK (day_order IN ('month first', 'day first')),
  program_id uuid,
  are_new_people boolean NOT NULL DEFAULT false,
  leaves_out_refused boolean NOT NULL DEFAULT false,
  state text NOT NULL DEFAULT 'read'
    CHECK (state IN ('read', 'trying', 'tried', 'moving', 'moved', 'stopped')),
  asked_by uuid NOT NULL,
  run_id uuid,
  try_count integer NOT NULL DEFAULT 0,
  done_count integer NOT NULL DEFAULT 0,
  tried jsonb,
  moved jsonb,
  moved_at timestamptz,
  stopped jsonb,
  sent_by uuid NOT NULL,
  sent_at timestamptz NOT NULL,
  expires_at timestamptz NOT NULL,
  version integer NOT NULL DEFAULT 1,
  PRIMARY KEY (organization_id, id),
  FOREIGN KEY (organization_id, program_id) REFERENCES programs (organization_id, id),
  FOREIGN KEY (organization_id, sent_by) REFERENCES accounts (organization_id, id),
  FOREIGN KEY (organization_id, asked_by) REFERENCES accounts (organization_id, id),
  CONSTRAINT what_was_moved_says_when CHECK ((state = 'moved') = (num_nulls(moved, moved_at) = 0))
);
COMMENT ON COLUMN moves.run_id IS 'The pass that works on it: one that was taken over writes nothing more.';
COMMENT ON COLUMN moves.asked_by IS 'Who asked last, and in whose name the job works.';
CREATE INDEX moves_newest ON moves (organization_id, sent_at DESC, id DESC);
CREATE INDEX moves_to_work_on ON moves (organization_id) WHERE state IN ('trying', 'moving');
CREATE INDEX moves_that_end ON moves (expires_at) WHERE state <> 'moved';

CREATE TABLE move_rows (
  organization_id uuid NOT NULL,
  move_id uuid NOT NULL,
  row integer NOT NULL,
  cells jsonb NOT NULL,
  has_more_cells boolean NOT NULL,
  refusals jsonb,
  marks jsonb,
  PRIMARY KEY (organization_id, move_id, row),
  FOREIGN KEY (organization_id, move_id) REFERENCES moves (organization_id, id) ON DELETE CASCADE
);
CREATE INDEX move_rows_refused ON move_rows (organization_id, move_id, row) WHERE refusals IS NOT NULL;
CREATE INDEX move_rows_marked ON move_rows (organization_id, move_id, row) WHERE marks IS NOT NULL;

CREATE TABLE move_matchings (
  organization_id uuid NOT NULL REFERENCES organizations (id),
  kind text NOT NULL CHECK (kind IN ('people', 'contacts')),
  header text NOT NULL,
  field text,
  matched_at timestamptz NOT NULL,
  PRIMARY KEY (organization_id, kind, header)
);
COMMENT ON COLUMN move_matchings.field IS 'Null where a person left such a column out.';

-- Two records that become one bring both numbers along.
CREATE TABLE old_numbers (
  organization_id uuid NOT NULL,
  number text NOT NULL CHECK (length(number) BETWEEN 1 AND 100),
  participant_id uuid NOT NULL,
  PRIMARY KEY (organization_id, number),
  FOREIGN KEY (organization_id, participant_id) REFERENCES participants (organization_id, id)
);
COMMENT ON TABLE old_numbers IS 'Under which number somebody was kept before they were brought in here.';
CREATE INDEX old_numbers_of_participant ON old_numbers (organization_id, participant_id);

CREATE TABLE births (
  organization_id uuid NOT NULL,
  participant_id uuid NOT NULL,
  born_on date NOT NULL,
  PRIMARY KEY (organization_id, participant_id),
  FOREIGN KEY (organization_id, participant_id) REFERENCES participants (organization_id, id)
);
COMMENT ON TABLE births IS 'As the file said that brought them in: what tells two people of one name apart.';

-- So that a row that comes once more is known again, whatever became of the person since.
CREATE TABLE rows_brought_in (
  organization_id uuid NOT NULL,
  fingerprint bytea NOT NULL,
  participant_id uuid NOT NULL,
  move_id uuid NOT NULL,
  PRIMARY KEY (organization_id, fingerprint),
  FOREIGN KEY (organization_id, participant_id) REFERENCES participants (organization_id, id),
  FOREIGN KEY (organization_id, move_id) REFERENCES moves (organization_id, id)
);
CREATE INDEX rows_brought_in_of_participant ON rows_brought_in (organization_id, participant_id);

-- With which file a contact came; null for one logged here. Nobody is asked to read what was done elsewhere.
ALTER TABLE contacts ADD COLUMN brought_in_by uuid;
ALTER TABLE contacts ADD FOREIGN KEY (organization_id, brought_in_by) REFERENCES moves (organization_id, id);
DROP TRIGGER keep_contact_review ON contacts;
CREATE TRIGGER keep_contact_review AFTER INSERT ON contacts
  FOR EACH ROW WHEN (NEW.brought_in_by IS NULL) EXECUTE FUNCTION keep_contact_review();

-- Whoever asked for a job gets the reach of a session of theirs: null where they hold the role no more.
CREATE FUNCTION stand_as_asker(p_now timestamptz) RETURNS uuid[]
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public AS $$
DECLARE
  acts_in text := substr(current_setting('role'), 10);
  acting uuid[];
BEGIN
  IF NOT EXISTS (SELECT 1 FROM accounts a
      JOIN account_roles r ON r.organization_id = a.organization_id AND r.account_id = a.id AND r.role = acts_in
     WHERE a.organization_id = acting_organization() AND a.id = acting_account() AND a.disabled_at IS NULL)
  THEN RETURN NULL; END IF;
  acting := CASE acts_in WHEN 'participant' THEN ARRAY[acting_account()] ELSE
    stands_for(acting_organization(), acting_account(), acts_in, organization_day(acting_organization(), p_now)) END;
  PERFORM set_config('app.acting_for', acting::text, true), set_config('app.now', p_now::text, true),
    set_config('app.own_record', coalesce((SELECT p.id::text FROM participants p
      WHERE p.organization_id = acting_organization() AND p.account_id = acting_account() AND acts_in <> 'participant'), ''), true);
  RETURN acting;
END $$;
GRANT EXECUTE ON FUNCTION stand_as_asker(timestamptz)
  TO caseload_coach, caseload_supervisor, caseload_administrator, caseload_participant;

-- For the bare login: where there is a file to work on, or one whose time is over.
CREATE FUNCTION organizations_with_moves_to_see_to(p_now timestamptz) RETURNS SETOF uuid
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public AS $$
  SELECT organization_id FROM moves WHERE state IN ('trying', 'moving')
  UNION SELECT organization_id FROM moves WHERE state <> 'moved' AND expires_at <= p_now $$;
GRANT EXECUTE ON FUNCTION organizations_with_moves_to_see_to(timestamptz) TO caseload_login;
`);
    for (const table of TABLES)
      await runner.query(`
ALTER TABLE ${table} ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
CREATE POLICY the_owner_keeps ON ${table} TO caseload_owner USING (true) WITH CHECK (true);`);
    for (const table of ['moves', 'move_rows', 'move_matchings'])
      await runner.query(`
CREATE POLICY administrators_keep ON ${table} TO caseload_administrator USING (${HERE}) WITH CHECK (${HERE});
GRANT SELECT, INSERT, UPDATE, DELETE ON ${table} TO caseload_administrator;`);
    await runner.query(`
CREATE POLICY jobs_of_one_organization ON moves TO caseload_jobs USING (${HERE});
GRANT SELECT (organization_id, id, state, asked_by, run_id, try_count, sent_at, expires_at, version),
  UPDATE (state, run_id, try_count, done_count, stopped, version), DELETE ON moves TO caseload_jobs;`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
DROP TRIGGER keep_contact_review ON contacts;
CREATE TRIGGER keep_contact_review AFTER INSERT ON contacts FOR EACH ROW EXECUTE FUNCTION keep_contact_review();
ALTER TABLE contacts DROP COLUMN brought_in_by;
DROP TABLE ${[...TABLES].reverse().join(', ')};
DROP FUNCTION organizations_with_moves_to_see_to(timestamptz), stand_as_asker(timestamptz);`);
  }
}
