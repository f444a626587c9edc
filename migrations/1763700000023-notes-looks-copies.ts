import type { MigrationInterface, QueryRunner } from 'typeorm';

const OWN = `organization_id = (SELECT acting_organization()) AND participant_id IN (SELECT p.id FROM participants p)`;

/** Asked row by row, through the key and under the reader's own policy: what hangs on a contact goes where it goes. */
const contactIsThere = (table: string): string => `(SELECT true FROM contacts c
  WHERE c.organization_id = ${table}.organization_id AND c.id = ${table}.contact_id)`;

const NEW_TABLES = [
  'contact_own_words',
  'contact_own_words_versions',
  'looks',
  'record_copies',
  'record_copy_files',
];

/**
 * What a participant reads of their own record, and may take with them: the shared part of each contact, words of their
 * own beside it, who looked, and copies of all of it.
 */
export class NotesLooksCopies1763700000023 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
-- The shared part of a contact, column by column. A voided one may hold another person's words (it was logged for the
-- wrong one), so it is not there for a participant, and neither is what hangs on it.
GRANT SELECT (organization_id, id, participant_id, enrollment_id, coach_id, occurred_on, occurred_time, happened_at,
  recorded_at, outcome, started_by, way, place, minutes, dimensions, shared_note, version)
  ON contacts TO caseload_participant;
CREATE POLICY participants_their_own ON contacts FOR SELECT TO caseload_participant
  USING (${OWN} AND voided_at IS NULL);

-- What an amend replaced: of the earlier fields the shared note alone, in a column of its own, as grants go by column.
ALTER TABLE contact_versions ADD COLUMN shared_note text GENERATED ALWAYS AS (fields ->> 'sharedNote') STORED;
GRANT SELECT (organization_id, contact_id, version, participant_id, shared_note, replaced_at)
  ON contact_versions TO caseload_participant;
GRANT SELECT ON contact_addenda, contact_goals TO caseload_participant;
CREATE POLICY participants_their_own ON contact_versions FOR SELECT TO caseload_participant
  USING (${OWN} AND ${contactIsThere('contact_versions')});
CREATE POLICY participants_their_own ON contact_addenda FOR SELECT TO caseload_participant
  USING (${OWN} AND is_shared AND ${contactIsThere('contact_addenda')});
CREATE POLICY participants_their_own ON contact_goals FOR SELECT TO caseload_participant
  USING (${OWN} AND ${contactIsThere('contact_goals')});

-- How to reach them safely, as they told it; why something is not safe is the staff's note.
GRANT SELECT (organization_id, id, participant_id, kind, value, may_call, may_voicemail, may_text, may_say_who,
  best_hours, until_on, no_longer_at, changed_at) ON ways_to_reach TO caseload_participant;
CREATE POLICY participants_their_own ON ways_to_reach FOR SELECT TO caseload_participant USING (${OWN});

-- "In my words": by the participant alone. The day is copied, so that their words stay when the contact is voided.
CREATE TABLE contact_own_words (
  organization_id uuid NOT NULL,
  contact_id uuid NOT NULL,
  participant_id uuid NOT NULL,
  words text NOT NULL CHECK (length(words) <= 5000),
  occurred_on date NOT NULL,
  happened_at timestamptz NOT NULL,
  written_at timestamptz NOT NULL,
  version integer NOT NULL DEFAULT 1,
  PRIMARY KEY (organization_id, contact_id),
  UNIQUE (organization_id, contact_id, participant_id),
  FOREIGN KEY (organization_id, contact_id, participant_id) REFERENCES contacts (organization_id, id, participant_id)
);
COMMENT ON COLUMN contact_own_words.words IS 'Empty since they took them back; what they were stays with its versions.';
CREATE INDEX contact_own_words_of_participant ON contact_own_words (organization_id, participant_id, happened_at DESC);

CREATE TABLE contact_own_words_versions (
  organization_id uuid NOT NULL,
  contact_id uuid NOT NULL,
  version integer NOT NULL,
  participant_id uuid NOT NULL,
  words text NOT NULL CHECK (length(words) <= 5000),
  written_at timestamptz NOT NULL,
  PRIMARY KEY (organization_id, contact_id, version),
  FOREIGN KEY (organization_id, contact_id, participant_id)
    REFERENCES contact_own_words (organization_id, contact_id, participant_id)
);

-- Who looked: of the trail, a line for each person, day and role. Written by the trail itself, and by nothing else.
CREATE TABLE looks (
  organization_id uuid NOT NULL,
  participant_id uuid NOT NULL,
  looked_on date NOT NULL,
  account_id uuid NOT NULL,
  role text NOT NULL CHECK (role IN ('coach', 'supervisor', 'administrator', 'participant')),
  kind text NOT NULL CHECK (kind IN ('record', 'list', 'copy')),
  first_at timestamptz NOT NULL,
  PRIMARY KEY (organization_id, participant_id, looked_on, account_id, role, kind),
  FOREIGN KEY (organization_id, participant_id) REFERENCES participants (organization_id, id),
  FOREIGN KEY (organization_id, account_id) REFERENCES accounts (organization_id, id)
);
COMMENT ON COLUMN looks.kind IS
  'record: something of theirs was opened or written, whatever it was; list: their name stood in a list; copy: theirs.';
COMMENT ON COLUMN looks.looked_on IS 'In the organization''s zone.';

-- In the order of the participants, so that two requests of one person never wait for each other.
CREATE FUNCTION keep_look() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER
SET search_path = pg_catalog, public AS $$
BEGIN
  INSERT INTO looks (organization_id, participant_id, looked_on, account_id, role, kind, first_at)
  SELECT NEW.organization_id, seen.id, (NEW.at AT TIME ZONE o.time_zone)::date, NEW.account_id, NEW.role,
         CASE WHEN NEW.role = 'participant' THEN 'copy' ELSE seen.kind END, NEW.at
    FROM (SELECT NEW.participant_id AS id, 'record' AS kind WHERE NEW.participant_id IS NOT NULL
          UNION ALL SELECT DISTINCT listed, 'list' FROM unnest(NEW.participant_ids) listed) seen,
         organizations o
   WHERE o.id = NEW.organization_id
   ORDER BY seen.id
  ON CONFLICT DO NOTHING;
  RETURN NULL;
END $$;
CREATE TRIGGER keep_look AFTER INSERT ON trail FOR EACH ROW
  WHEN (NEW.outcome = 'done' AND num_nonnulls(NEW.participant_id, NEW.participant_ids) > 0
        AND (NEW.role <> 'participant' OR NEW.action = 'record-copy.made'))
  EXECUTE FUNCTION keep_look();

-- What they asked to take with them. The files lie apart, so that no list ever reads them.
CREATE TABLE record_copies (
  organization_id uuid NOT NULL,
  id uuid NOT NULL,
  participant_id uuid NOT NULL,
  account_id uuid NOT NULL,
  language text NOT NULL CHECK (language IN ('en', 'es')),
  state text NOT NULL DEFAULT 'waiting' CHECK (state IN ('waiting', 'working', 'ready', 'failed')),
  progress integer NOT NULL DEFAULT 0 CONSTRAINT progress_is_a_percentage CHECK (progress BETWEEN 0 AND 100),
  part text,
  run_id uuid,
  try_count integer NOT NULL DEFAULT 0,
  asked_at timestamptz NOT NULL,
  made_at timestamptz,
  expires_at timestamptz,
  PRIMARY KEY (organization_id, id),
  UNIQUE (organization_id, id, participant_id),
  FOREIGN KEY (organization_id, participant_id) REFERENCES participants (organization_id, id),
  FOREIGN KEY (organization_id, account_id) REFERENCES accounts (organization_id, id),
  CONSTRAINT what_is_ready_says_until_when CHECK ((state = 'ready') = (num_nonnulls(made_at, expires_at) = 2))
);
COMMENT ON COLUMN record_copies.run_id IS 'The pass that works on it: one that was taken over writes nothing more.';
CREATE UNIQUE INDEX one_copy_at_a_time ON record_copies (organization_id, participant_id)
  WHERE state IN ('waiting', 'working');
CREATE INDEX record_copies_of_participant ON record_copies (organization_id, participant_id, asked_at DESC);
CREATE INDEX record_copies_to_make ON record_copies (organization_id) WHERE state IN ('waiting', 'working');
CREATE INDEX record_copies_that_end ON record_copies (expires_at) WHERE state = 'ready';

CREATE TABLE record_copy_files (
  organization_id uuid NOT NULL,
  copy_id uuid NOT NULL,
  format text NOT NULL CHECK (format IN ('html', 'json')),
  participant_id uuid NOT NULL,
  body bytea NOT NULL,
  PRIMARY KEY (organization_id, copy_id, format),
  FOREIGN KEY (organization_id, copy_id, participant_id)
    REFERENCES record_copies (organization_id, id, participant_id) ON DELETE CASCADE
);
COMMENT ON COLUMN record_copy_files.body IS 'Gzipped.';

-- Progress is theirs to see, and no news for staff.
CREATE FUNCTION announce_to_participant() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER
SET search_path = pg_catalog, public AS $$
BEGIN
  IF acting_organization() IS NOT NULL THEN
    PERFORM announce_at_commit(NEW.organization_id, NEW.participant_id, '{}', false, true);
  END IF;
  RETURN NULL;
END $$;
CREATE TRIGGER announce AFTER INSERT OR UPDATE ON record_copies
  FOR EACH ROW EXECUTE FUNCTION announce_to_participant();
CREATE TRIGGER announce AFTER INSERT OR UPDATE OR DELETE ON contact_own_words
  FOR EACH ROW EXECUTE FUNCTION announce_participant('and the participant');

-- For the bare login: where there is a copy to make, or one whose time is over.
CREATE FUNCTION organizations_with_copies_to_see_to(p_now timestamptz) RETURNS SETOF uuid
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public AS $$
  SELECT organization_id FROM record_copies WHERE state IN ('waiting', 'working')
  UNION SELECT organization_id FROM record_copies WHERE state = 'ready' AND expires_at <= p_now $$;
GRANT EXECUTE ON FUNCTION organizations_with_copies_to_see_to(timestamptz) TO caseload_login;
`);
    for (const table of NEW_TABLES)
      await runner.query(`
ALTER TABLE ${table} ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
CREATE POLICY the_owner_keeps ON ${table} TO caseload_owner USING (true) WITH CHECK (true);
CREATE POLICY participants_their_own ON ${table} TO caseload_participant USING (${OWN});
GRANT SELECT ON ${table} TO caseload_participant;`);
    await runner.query(`
GRANT INSERT, UPDATE (words, written_at, version) ON contact_own_words TO caseload_participant;
GRANT INSERT ON contact_own_words_versions TO caseload_participant;
GRANT INSERT, UPDATE (state, progress, part, made_at, expires_at), DELETE ON record_copies TO caseload_participant;
GRANT INSERT ON record_copy_files TO caseload_participant;

-- Staff who reach the contact read what the participant says now, and may change none of it.
CREATE POLICY coaches_their_caseload ON contact_own_words FOR SELECT TO caseload_coach
  USING (organization_id = (SELECT acting_organization()) AND participant_id = ANY (ARRAY(
    SELECT a.participant_id FROM assignments a WHERE a.organization_id = (SELECT acting_organization())
       AND a.coach_id = (SELECT acting_account()) AND a.until_on IS NULL)));
CREATE POLICY supervisors_of_reachable ON contact_own_words FOR SELECT TO caseload_supervisor
  USING (organization_id = (SELECT acting_organization()) AND ${contactIsThere('contact_own_words')});
GRANT SELECT ON contact_own_words TO caseload_coach, caseload_supervisor;

GRANT SELECT (organization_id, id, account_id, state, run_id, try_count, asked_at, expires_at),
  UPDATE (state, progress, part, run_id, try_count), DELETE ON record_copies TO caseload_jobs;
CREATE POLICY jobs_of_one_organization ON record_copies TO caseload_jobs
  USING (organization_id = (SELECT acting_organization()));

-- What the trail already tells. It is read as the owner, past no policy: the owner's own.
INSERT INTO looks (organization_id, participant_id, looked_on, account_id, role, kind, first_at)
SELECT t.organization_id, seen.id, (t.at AT TIME ZONE o.time_zone)::date, t.account_id, t.role, seen.kind, min(t.at)
  FROM trail t JOIN organizations o ON o.id = t.organization_id
  CROSS JOIN LATERAL (SELECT t.participant_id AS id, 'record' AS kind WHERE t.participant_id IS NOT NULL
                      UNION SELECT unnest(t.participant_ids), 'list') seen
 WHERE t.outcome = 'done' AND t.role <> 'participant'
 GROUP BY 1, 2, 3, 4, 5, 6;`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
DROP TRIGGER keep_look ON trail;
DROP TABLE ${[...NEW_TABLES].reverse().join(', ')};
DROP FUNCTION keep_look(), announce_to_participant(), organizations_with_copies_to_see_to(timestamptz);
DROP POLICY participants_their_own ON ways_to_reach;
REVOKE SELECT (organization_id, id, participant_id, kind, value, may_call, may_voicemail, may_text, may_say_who,
  best_hours, until_on, no_longer_at, changed_at) ON ways_to_reach FROM caseload_participant;
DROP POLICY participants_their_own ON contact_goals;
DROP POLICY participants_their_own ON contact_addenda;
DROP POLICY participants_their_own ON contact_versions;
REVOKE ALL ON contact_addenda, contact_goals FROM caseload_participant;
ALTER TABLE contact_versions DROP COLUMN shared_note;
REVOKE SELECT (organization_id, contact_id, version, participant_id, replaced_at)
  ON contact_versions FROM caseload_participant;
DROP POLICY participants_their_own ON contacts;
REVOKE SELECT (organization_id, id, participant_id, enrollment_id, coach_id, occurred_on, occurred_time, happened_at,
  recorded_at, outcome, started_by, way, place, minutes, dimensions, shared_note, version)
  ON contacts FROM caseload_participant;`);
  }
}
