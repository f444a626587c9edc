import type { MigrationInterface, QueryRunner } from 'typeorm';

const OF_PARTICIPANT = [
  'contacts',
  'contact_team_notes',
  'contact_goals',
  'contact_versions',
  'contact_addenda',
  'planned_contacts',
];

/**
 * The log. What staff keep to themselves lives in tables of its own, granted to neither participants nor
 * administrators. Drafts stand apart, so that no count can meet one.
 */
export class ContactsDraftsPlannedContacts1763700000004 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
CREATE TABLE contacts (
  organization_id uuid NOT NULL,
  id uuid NOT NULL,
  participant_id uuid NOT NULL,
  enrollment_id uuid NOT NULL,
  coach_id uuid NOT NULL,
  occurred_on date NOT NULL,
  occurred_time time,
  happened_at timestamptz NOT NULL,
  recorded_at timestamptz NOT NULL,
  outcome text NOT NULL CHECK (outcome IN ('reached', 'no answer', 'left message', 'no-show', 'wrong number')),
  started_by text CHECK (started_by IN ('coach', 'participant')),
  way text CHECK (way IN ('phone', 'text', 'video', 'in person', 'group', 'email')),
  place text CHECK (place IN
    ('office', 'home', 'community', 'street', 'jail', 'hospital', 'emergency room', 'treatment', 'online')),
  minutes integer CONSTRAINT minutes_fit_in_a_day CHECK (minutes BETWEEN 1 AND 1440),
  dimensions text[] NOT NULL DEFAULT '{}'
    CHECK (dimensions <@ ARRAY['Health', 'Home', 'Purpose', 'Community']),
  shared_note text NOT NULL DEFAULT '' CHECK (length(shared_note) <= 10000),
  certification_id uuid,
  training_supervisor_id uuid,
  is_held boolean NOT NULL DEFAULT false,
  request_hash bytea NOT NULL,
  version integer NOT NULL DEFAULT 1,
  voided_at timestamptz,
  voided_by uuid,
  void_reason text CHECK (length(void_reason) BETWEEN 1 AND 2000),
  PRIMARY KEY (organization_id, id),
  UNIQUE (organization_id, id, participant_id),
  FOREIGN KEY (organization_id, participant_id) REFERENCES participants (organization_id, id),
  FOREIGN KEY (organization_id, enrollment_id, participant_id)
    REFERENCES enrollments (organization_id, id, participant_id),
  FOREIGN KEY (organization_id, coach_id) REFERENCES coaches (organization_id, id),
  FOREIGN KEY (organization_id, certification_id) REFERENCES certifications (organization_id, id),
  FOREIGN KEY (organization_id, training_supervisor_id) REFERENCES accounts (organization_id, id),
  FOREIGN KEY (organization_id, voided_by) REFERENCES accounts (organization_id, id),
  CONSTRAINT a_contact_is_certified_or_supervised_or_held
    CHECK (certification_id IS NOT NULL OR training_supervisor_id IS NOT NULL OR is_held),
  CONSTRAINT voiding_takes_who_and_why CHECK (num_nulls(voided_at, voided_by, void_reason) IN (0, 3)),
  CONSTRAINT contacts_happen_after_1900 CHECK (occurred_on >= '1900-01-01')
);
CREATE INDEX contacts_timeline ON contacts (organization_id, participant_id, happened_at DESC, id DESC);
CREATE INDEX contacts_that_count ON contacts (organization_id, participant_id, occurred_on DESC) INCLUDE (outcome)
  WHERE voided_at IS NULL;
CREATE INDEX contacts_by_coach ON contacts (organization_id, coach_id, occurred_on DESC, id DESC);

CREATE TABLE contact_team_notes (
  organization_id uuid NOT NULL,
  contact_id uuid NOT NULL,
  participant_id uuid NOT NULL,
  words text NOT NULL CHECK (length(words) BETWEEN 1 AND 10000),
  PRIMARY KEY (organization_id, contact_id),
  FOREIGN KEY (organization_id, contact_id, participant_id) REFERENCES contacts (organization_id, id, participant_id)
);

CREATE TABLE contact_goals (
  organization_id uuid NOT NULL,
  contact_id uuid NOT NULL,
  goal_id uuid NOT NULL,
  participant_id uuid NOT NULL,
  PRIMARY KEY (organization_id, contact_id, goal_id),
  FOREIGN KEY (organization_id, contact_id, participant_id) REFERENCES contacts (organization_id, id, participant_id),
  FOREIGN KEY (organization_id, goal_id, participant_id) REFERENCES goals (organization_id, id, participant_id)
);

CREATE TABLE contact_versions (
  organization_id uuid NOT NULL,
  contact_id uuid NOT NULL,
  version integer NOT NULL,
  participant_id uuid NOT NULL,
  fields jsonb NOT NULL,
  made_by uuid NOT NULL,
  replaced_at timestamptz NOT NULL,
  PRIMARY KEY (organization_id, contact_id, version),
  FOREIGN KEY (organization_id, contact_id, participant_id) REFERENCES contacts (organization_id, id, participant_id),
  FOREIGN KEY (organization_id, made_by) REFERENCES accounts (organization_id, id)
);

CREATE TABLE contact_addenda (
  organization_id uuid NOT NULL,
  id uuid NOT NULL,
  contact_id uuid NOT NULL,
  participant_id uuid NOT NULL,
  author_id uuid NOT NULL,
  words text NOT NULL CHECK (length(words) BETWEEN 1 AND 10000),
  is_shared boolean NOT NULL,
  added_at timestamptz NOT NULL,
  PRIMARY KEY (organization_id, id),
  FOREIGN KEY (organization_id, contact_id, participant_id) REFERENCES contacts (organization_id, id, participant_id),
  FOREIGN KEY (organization_id, author_id) REFERENCES accounts (organization_id, id)
);
CREATE INDEX contact_addenda_of_contact ON contact_addenda (organization_id, contact_id, added_at);

CREATE TABLE planned_contacts (
  organization_id uuid NOT NULL,
  id uuid NOT NULL,
  participant_id uuid NOT NULL,
  coach_id uuid NOT NULL,
  planned_on date NOT NULL,
  planned_time time,
  way text CHECK (way IN ('phone', 'text', 'video', 'in person', 'group', 'email')),
  made_at timestamptz NOT NULL,
  replaced_at timestamptz,
  PRIMARY KEY (organization_id, id),
  FOREIGN KEY (organization_id, participant_id) REFERENCES participants (organization_id, id),
  FOREIGN KEY (organization_id, coach_id) REFERENCES coaches (organization_id, id)
);
COMMENT ON COLUMN planned_contacts.replaced_at IS
  'Since when it is not the next one: another was planned instead, or the participant was reached on its day.';
CREATE UNIQUE INDEX one_next_contact_at_a_time ON planned_contacts (organization_id, participant_id)
  WHERE replaced_at IS NULL;

-- As it is typed: any words at all, so the body is kept as the JSON text that was sent.
CREATE TABLE drafts (
  organization_id uuid NOT NULL,
  id uuid NOT NULL,
  account_id uuid NOT NULL,
  participant_id uuid,
  body text NOT NULL CHECK (length(body) <= 400000),
  saved_at timestamptz NOT NULL,
  version integer NOT NULL DEFAULT 1,
  PRIMARY KEY (organization_id, id),
  FOREIGN KEY (organization_id, account_id) REFERENCES accounts (organization_id, id),
  FOREIGN KEY (organization_id, participant_id) REFERENCES participants (organization_id, id)
);
CREATE INDEX drafts_of_account ON drafts (organization_id, account_id, saved_at DESC);

-- Reached and attempts by coach and day, so that thirty days cost the same whatever the history behind them.
CREATE TABLE coach_days (
  organization_id uuid NOT NULL,
  coach_id uuid NOT NULL,
  occurred_on date NOT NULL,
  reached_count integer NOT NULL,
  attempt_count integer NOT NULL,
  PRIMARY KEY (organization_id, coach_id, occurred_on),
  FOREIGN KEY (organization_id, coach_id) REFERENCES coaches (organization_id, id)
);

CREATE FUNCTION count_coach_day() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER
SET search_path = pg_catalog, public AS $$
BEGIN
  IF TG_OP = 'UPDATE' THEN
    IF OLD.voided_at IS NOT DISTINCT FROM NEW.voided_at AND OLD.outcome = NEW.outcome
       AND OLD.occurred_on = NEW.occurred_on THEN RETURN NULL; END IF;
    IF OLD.voided_at IS NULL THEN
      UPDATE coach_days d SET reached_count = d.reached_count - (OLD.outcome = 'reached')::integer,
                              attempt_count = d.attempt_count - (OLD.outcome <> 'reached')::integer
       WHERE d.organization_id = OLD.organization_id AND d.coach_id = OLD.coach_id AND d.occurred_on = OLD.occurred_on;
    END IF;
  END IF;
  IF NEW.voided_at IS NULL THEN
    INSERT INTO coach_days AS d (organization_id, coach_id, occurred_on, reached_count, attempt_count)
    VALUES (NEW.organization_id, NEW.coach_id, NEW.occurred_on,
            (NEW.outcome = 'reached')::integer, (NEW.outcome <> 'reached')::integer)
    ON CONFLICT (organization_id, coach_id, occurred_on) DO UPDATE
      SET reached_count = d.reached_count + excluded.reached_count,
          attempt_count = d.attempt_count + excluded.attempt_count;
  END IF;
  RETURN NULL;
END $$;
CREATE TRIGGER count_coach_day AFTER INSERT OR UPDATE ON contacts
  FOR EACH ROW EXECUTE FUNCTION count_coach_day();

-- Who holds an id, asked without reach: a second log with a taken id is a conflict only for those who may see it.
CREATE FUNCTION contact_id_is_taken(p_id uuid) RETURNS boolean
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public
AS $$ SELECT EXISTS (SELECT 1 FROM contacts WHERE organization_id = acting_organization() AND id = p_id) $$;
GRANT EXECUTE ON FUNCTION contact_id_is_taken(uuid) TO caseload_coach;
`);
    for (const table of [...OF_PARTICIPANT, 'drafts', 'coach_days'])
      await runner.query(`
ALTER TABLE ${table} ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
CREATE POLICY the_owner_keeps ON ${table} TO caseload_owner USING (true) WITH CHECK (true);`);
    for (const table of OF_PARTICIPANT)
      await runner.query(`
CREATE POLICY coaches_their_caseload ON ${table} TO caseload_coach
  USING (organization_id = (SELECT acting_organization()) AND participant_id = ANY (ARRAY(
    SELECT a.participant_id FROM assignments a WHERE a.organization_id = (SELECT acting_organization())
       AND a.coach_id = (SELECT acting_account()) AND a.until_on IS NULL)));
GRANT SELECT ON ${table} TO caseload_coach, caseload_supervisor;
GRANT INSERT ON ${table} TO caseload_coach;`);
    for (const table of OF_PARTICIPANT.filter((each) => each !== 'contacts'))
      await runner.query(`
CREATE POLICY supervisors_of_reachable ON ${table} TO caseload_supervisor
  USING (organization_id = (SELECT acting_organization()) AND (
    SELECT true FROM ${table === 'planned_contacts' ? 'participants p' : 'contacts p'}
     WHERE p.organization_id = ${table}.organization_id
       AND p.id = ${table}.${table === 'planned_contacts' ? 'participant_id' : 'contact_id'}));`);
    await runner.query(`
-- What a coach of the team did stays with the team, also after the participant moved on.
CREATE POLICY supervisors_their_team ON contacts TO caseload_supervisor
  USING (organization_id = (SELECT acting_organization()) AND (coach_id IN (
    SELECT c.id FROM coaches c WHERE c.organization_id = (SELECT acting_organization())
       AND c.supervisor_id = (SELECT acting_account()))
    OR (SELECT true FROM participants p WHERE p.organization_id = contacts.organization_id
                  AND p.id = contacts.participant_id)));
GRANT UPDATE (outcome, occurred_on, occurred_time, happened_at, started_by, way, place, minutes, dimensions,
  shared_note, enrollment_id, certification_id, training_supervisor_id, is_held, version, voided_at, voided_by,
  void_reason) ON contacts TO caseload_coach;
GRANT UPDATE (version, voided_at, voided_by, void_reason) ON contacts TO caseload_supervisor;
GRANT UPDATE, DELETE ON contact_team_notes, contact_goals TO caseload_coach;
GRANT INSERT ON contact_versions, contact_addenda TO caseload_supervisor;
GRANT UPDATE (replaced_at) ON planned_contacts TO caseload_coach;

CREATE POLICY participants_their_own ON planned_contacts FOR SELECT TO caseload_participant
  USING (organization_id = (SELECT acting_organization()) AND participant_id IN (SELECT p.id FROM participants p));
GRANT SELECT ON planned_contacts TO caseload_participant;

CREATE POLICY whose_words_they_are ON drafts TO caseload_coach, caseload_supervisor
  USING (organization_id = (SELECT acting_organization()) AND account_id = (SELECT acting_account()));
GRANT SELECT, INSERT, UPDATE, DELETE ON drafts TO caseload_coach, caseload_supervisor;

CREATE POLICY coaches_their_own ON coach_days FOR SELECT TO caseload_coach
  USING (organization_id = (SELECT acting_organization()) AND coach_id = (SELECT acting_account()));
CREATE POLICY supervisors_their_team ON coach_days FOR SELECT TO caseload_supervisor
  USING (organization_id = (SELECT acting_organization()) AND coach_id IN (
    SELECT c.id FROM coaches c WHERE c.organization_id = (SELECT acting_organization())
       AND c.supervisor_id = (SELECT acting_account())));
GRANT SELECT ON coach_days TO caseload_coach, caseload_supervisor;`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
DROP TABLE coach_days, drafts, ${[...OF_PARTICIPANT].reverse().join(', ')} CASCADE;
DROP FUNCTION count_coach_day(), contact_id_is_taken(uuid);`);
  }
}
