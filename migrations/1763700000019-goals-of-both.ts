import type { MigrationInterface, QueryRunner } from 'typeorm';

const NEW_TABLES = ['goal_versions', 'step_versions', 'goal_progress'];

/** `participant_id` of a row is the acting participant's own. */
const OWN =
  'organization_id = (SELECT acting_organization()) AND participant_id IN (SELECT p.id FROM participants p)';

/**
 * Goals are written by both, the participant and staff: what was said before is kept, a step taken away stays as a row,
 * finishing takes the word of both sides, and what was said on the way (words, how sure, in a contact or alone) stands in
 * `goal_progress`, which both read.
 */
export class GoalsOfBoth1763700000019 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
ALTER TABLE goals
  ADD COLUMN changed_by uuid,
  ADD COLUMN changed_at timestamptz,
  ADD COLUMN request_hash bytea,
  ADD COLUMN finish_proposed_by uuid,
  ADD COLUMN finish_proposed_at timestamptz,
  ADD COLUMN finish_proposed_side text CHECK (finish_proposed_side IN ('participant', 'staff')),
  ADD COLUMN finish_agreed_in_person boolean NOT NULL DEFAULT false,
  ADD COLUMN finished_by uuid,
  ADD COLUMN finished_side text CHECK (finished_side IN ('participant', 'staff')),
  ADD COLUMN let_go_by uuid,
  ADD COLUMN let_go_words text NOT NULL DEFAULT '' CHECK (length(let_go_words) <= 500),
  ADD FOREIGN KEY (organization_id, changed_by) REFERENCES accounts (organization_id, id),
  ADD FOREIGN KEY (organization_id, finish_proposed_by) REFERENCES accounts (organization_id, id),
  ADD FOREIGN KEY (organization_id, finished_by) REFERENCES accounts (organization_id, id),
  ADD FOREIGN KEY (organization_id, let_go_by) REFERENCES accounts (organization_id, id);
COMMENT ON COLUMN goals.changed_by IS 'Who wrote the present words, and when; null: as first made.';
COMMENT ON COLUMN goals.finish_proposed_side IS 'Whose word it is, told by the account itself (say_sides_of_finishing).';
COMMENT ON COLUMN goals.finish_agreed_in_person IS
  'Staff say for both that it is reached: the participant has no account to say it with.';

-- What was finished before it took two.
UPDATE goals SET finish_proposed_by = made_by, finish_proposed_at = made_at, finished_by = made_by,
                 finish_agreed_in_person = true WHERE finished_on IS NOT NULL;
ALTER TABLE goals
  ADD CONSTRAINT a_proposal_has_its_moment CHECK ((finish_proposed_by IS NULL) = (finish_proposed_at IS NULL)),
  ADD CONSTRAINT finishing_names_both
    CHECK ((finished_on IS NULL) = (finished_by IS NULL) AND (finished_by IS NULL OR finish_proposed_by IS NOT NULL)),
  ADD CONSTRAINT finishing_takes_both_sides
    CHECK (finished_by IS NULL OR finish_agreed_in_person OR finish_proposed_side <> finished_side),
  ADD CONSTRAINT what_is_let_go_waits_for_nobody CHECK (let_go_on IS NULL OR finish_proposed_by IS NULL);

-- Whose side speaks is not for the one who writes to say, nor that somebody with an account agreed in person.
CREATE FUNCTION say_sides_of_finishing() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER
SET search_path = pg_catalog, public AS $$
BEGIN
  NEW.finish_proposed_side := (
    SELECT CASE a.role WHEN 'participant' THEN 'participant' ELSE 'staff' END FROM accounts a
     WHERE a.organization_id = NEW.organization_id AND a.id = NEW.finish_proposed_by);
  NEW.finished_side := (
    SELECT CASE a.role WHEN 'participant' THEN 'participant' ELSE 'staff' END FROM accounts a
     WHERE a.organization_id = NEW.organization_id AND a.id = NEW.finished_by);
  NEW.finish_agreed_in_person := NEW.finish_agreed_in_person AND EXISTS (
    SELECT 1 FROM participants p WHERE p.organization_id = NEW.organization_id AND p.id = NEW.participant_id
       AND p.account_id IS NULL);
  RETURN NEW;
END $$;
CREATE TRIGGER say_sides_of_finishing
  BEFORE INSERT OR UPDATE OF finish_proposed_by, finished_by, finish_agreed_in_person ON goals
  FOR EACH ROW EXECUTE FUNCTION say_sides_of_finishing();

CREATE TABLE goal_versions (
  organization_id uuid NOT NULL,
  goal_id uuid NOT NULL,
  version integer NOT NULL,
  participant_id uuid NOT NULL,
  sentence text NOT NULL,
  why text NOT NULL,
  dimension text NOT NULL,
  by_on date,
  made_by uuid NOT NULL,
  made_at timestamptz NOT NULL,
  PRIMARY KEY (organization_id, goal_id, version),
  FOREIGN KEY (organization_id, goal_id, participant_id) REFERENCES goals (organization_id, id, participant_id),
  FOREIGN KEY (organization_id, made_by) REFERENCES accounts (organization_id, id)
);

ALTER TABLE steps
  ADD COLUMN made_by uuid,
  ADD COLUMN made_at timestamptz,
  ADD COLUMN removed_by uuid,
  ADD COLUMN removed_at timestamptz,
  ADD COLUMN request_hash bytea,
  ADD CONSTRAINT a_step_is_of_one_goal UNIQUE (organization_id, id, goal_id, participant_id),
  ADD CONSTRAINT taking_a_step_away_names_who CHECK ((removed_by IS NULL) = (removed_at IS NULL)),
  ADD FOREIGN KEY (organization_id, made_by) REFERENCES accounts (organization_id, id),
  ADD FOREIGN KEY (organization_id, removed_by) REFERENCES accounts (organization_id, id);
COMMENT ON COLUMN steps.made_by IS 'Who wrote the present words, and when; null: with the goal.';

CREATE TABLE step_versions (
  organization_id uuid NOT NULL,
  step_id uuid NOT NULL,
  version integer NOT NULL,
  goal_id uuid NOT NULL,
  participant_id uuid NOT NULL,
  words text NOT NULL,
  by_on date,
  made_by uuid,
  made_at timestamptz,
  PRIMARY KEY (organization_id, step_id, version),
  FOREIGN KEY (organization_id, step_id, goal_id, participant_id)
    REFERENCES steps (organization_id, id, goal_id, participant_id),
  FOREIGN KEY (organization_id, made_by) REFERENCES accounts (organization_id, id)
);
CREATE INDEX step_versions_of_goal ON step_versions (organization_id, goal_id);

CREATE TABLE goal_progress (
  organization_id uuid NOT NULL,
  id uuid NOT NULL,
  goal_id uuid NOT NULL,
  participant_id uuid NOT NULL,
  contact_id uuid,
  words text NOT NULL DEFAULT '' CHECK (length(words) <= 500),
  confidence integer CONSTRAINT confidence_is_zero_to_ten CHECK (confidence BETWEEN 0 AND 10),
  said_on date NOT NULL,
  said_at timestamptz NOT NULL,
  said_by uuid NOT NULL,
  is_voided boolean NOT NULL DEFAULT false,
  request_hash bytea,
  PRIMARY KEY (organization_id, id),
  FOREIGN KEY (organization_id, goal_id, participant_id) REFERENCES goals (organization_id, id, participant_id),
  FOREIGN KEY (organization_id, contact_id, participant_id) REFERENCES contacts (organization_id, id, participant_id),
  FOREIGN KEY (organization_id, said_by) REFERENCES accounts (organization_id, id),
  CONSTRAINT progress_says_something CHECK (words <> '' OR confidence IS NOT NULL)
);
COMMENT ON COLUMN goal_progress.contact_id IS 'The contact it was said in: the participant reads it too. Null: said alone.';
COMMENT ON COLUMN goal_progress.is_voided IS 'Its contact was voided (follow_the_contact).';
CREATE INDEX goal_progress_of_goal ON goal_progress (organization_id, goal_id, said_on DESC, said_at DESC);
CREATE UNIQUE INDEX one_word_on_a_goal_in_a_contact ON goal_progress (organization_id, contact_id, goal_id)
  WHERE contact_id IS NOT NULL;

-- How sure somebody was is a history from here on.
INSERT INTO goal_progress (organization_id, id, goal_id, participant_id, confidence, said_on, said_at, said_by)
SELECT g.organization_id, gen_random_uuid(), g.id, g.participant_id, g.confidence,
       (g.made_at AT TIME ZONE o.time_zone)::date, g.made_at, g.made_by
  FROM goals g JOIN organizations o ON o.id = g.organization_id WHERE g.confidence IS NOT NULL;
ALTER TABLE goals DROP COLUMN confidence;

-- The participant reads no contacts, so what was said in one follows it by itself.
CREATE FUNCTION progress_follows_its_contact() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER
SET search_path = pg_catalog, public AS $$
BEGIN
  UPDATE goal_progress t SET is_voided = NEW.voided_at IS NOT NULL, said_on = NEW.occurred_on
   WHERE t.organization_id = NEW.organization_id AND t.contact_id = NEW.id;
  RETURN NULL;
END $$;
CREATE TRIGGER progress_follows_its_contact AFTER UPDATE OF voided_at, occurred_on ON contacts
  FOR EACH ROW WHEN (OLD.voided_at IS DISTINCT FROM NEW.voided_at OR OLD.occurred_on <> NEW.occurred_on)
  EXECUTE FUNCTION progress_follows_its_contact();

-- Who holds an id, asked without reach: see contact_id_is_taken.
CREATE FUNCTION goal_id_is_taken(p_id uuid) RETURNS boolean
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public
AS $$ SELECT EXISTS (SELECT 1 FROM goals WHERE organization_id = acting_organization() AND id = p_id) $$;
GRANT EXECUTE ON FUNCTION goal_id_is_taken(uuid) TO caseload_coach, caseload_participant;
`);
    for (const table of NEW_TABLES)
      await runner.query(`
ALTER TABLE ${table} ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
CREATE POLICY the_owner_keeps ON ${table} TO caseload_owner USING (true) WITH CHECK (true);
CREATE POLICY coaches_their_caseload ON ${table} TO caseload_coach
  USING (organization_id = (SELECT acting_organization()) AND participant_id = ANY (ARRAY(
    SELECT a.participant_id FROM assignments a WHERE a.organization_id = (SELECT acting_organization())
       AND a.coach_id = (SELECT acting_account()) AND a.until_on IS NULL)));
CREATE POLICY supervisors_of_reachable ON ${table} TO caseload_supervisor
  USING (organization_id = (SELECT acting_organization()) AND (
    SELECT true FROM participants p WHERE p.organization_id = ${table}.organization_id
       AND p.id = ${table}.participant_id));
CREATE POLICY participants_their_own ON ${table} TO caseload_participant USING (${OWN});
GRANT SELECT ON ${table} TO caseload_coach, caseload_supervisor, caseload_participant;`);
    await runner.query(`
GRANT INSERT ON goal_versions, step_versions TO caseload_coach, caseload_participant;
GRANT INSERT ON goal_progress TO caseload_coach;
GRANT INSERT (organization_id, id, goal_id, participant_id, words, confidence, said_on, said_at, said_by, request_hash)
  ON goal_progress TO caseload_participant;
-- An amended contact says it anew; nothing else is ever taken out.
GRANT DELETE ON goal_progress TO caseload_coach;
CREATE POLICY only_what_they_said_in_a_contact ON goal_progress AS RESTRICTIVE FOR DELETE TO caseload_coach
  USING (contact_id IS NOT NULL AND said_by = (SELECT acting_account()));

DROP POLICY participants_their_own ON goals;
CREATE POLICY participants_their_own ON goals TO caseload_participant USING (${OWN});
CREATE POLICY in_their_own_name ON goals AS RESTRICTIVE FOR INSERT TO caseload_participant
  WITH CHECK (made_by = (SELECT acting_account()));
CREATE POLICY in_their_own_name ON goal_progress AS RESTRICTIVE FOR INSERT TO caseload_participant
  WITH CHECK (said_by = (SELECT acting_account()));
GRANT INSERT ON goals, steps TO caseload_coach;
GRANT INSERT (organization_id, id, participant_id, sentence, why, dimension, by_on, made_by, made_at, request_hash)
  ON goals TO caseload_participant;
GRANT INSERT (organization_id, id, goal_id, participant_id, words, by_on, position, made_by, made_at, request_hash)
  ON steps TO caseload_participant;
GRANT UPDATE (sentence, why, dimension, by_on, changed_by, changed_at, finish_proposed_by, finish_proposed_at, finished_on,
  finished_by, let_go_on, let_go_by, let_go_words, version) ON goals TO caseload_coach, caseload_participant;
GRANT UPDATE (finish_agreed_in_person) ON goals TO caseload_coach;
-- Where a coach is gone, the word of the other side is the supervisor's to give.
GRANT UPDATE (finished_on, finished_by, version) ON goals TO caseload_supervisor;
GRANT UPDATE (words, by_on, position, made_by, made_at, removed_by, removed_at) ON steps
  TO caseload_coach, caseload_participant;`);
    for (const table of ['goals', 'steps', 'goal_progress'])
      await runner.query(`
CREATE TRIGGER announce AFTER INSERT OR UPDATE OR DELETE ON ${table}
  FOR EACH ROW EXECUTE FUNCTION announce_participant('and the participant')`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
DROP TRIGGER announce ON steps;
DROP TRIGGER announce ON goals;
DROP TRIGGER say_sides_of_finishing ON goals;
DROP TRIGGER progress_follows_its_contact ON contacts;
ALTER TABLE goals ADD COLUMN confidence integer CHECK (confidence BETWEEN 0 AND 10);
UPDATE goals g SET confidence = (
  SELECT t.confidence FROM goal_progress t
   WHERE t.organization_id = g.organization_id AND t.goal_id = g.id AND t.confidence IS NOT NULL AND NOT t.is_voided
   ORDER BY t.said_on DESC, t.said_at DESC LIMIT 1);
DROP TABLE ${[...NEW_TABLES].reverse().join(', ')};
DROP FUNCTION say_sides_of_finishing(), progress_follows_its_contact(), goal_id_is_taken(uuid);
REVOKE INSERT, UPDATE ON goals, steps FROM caseload_coach, caseload_participant, caseload_supervisor;
GRANT UPDATE (done_at, done_by, version) ON steps TO caseload_coach, caseload_participant;
DROP POLICY in_their_own_name ON goals;
DROP POLICY participants_their_own ON goals;
CREATE POLICY participants_their_own ON goals FOR SELECT TO caseload_participant USING (${OWN});
DELETE FROM steps WHERE removed_at IS NOT NULL;
ALTER TABLE steps
  DROP CONSTRAINT a_step_is_of_one_goal, DROP COLUMN made_by, DROP COLUMN made_at, DROP COLUMN removed_by,
  DROP COLUMN removed_at, DROP COLUMN request_hash;
ALTER TABLE goals
  DROP CONSTRAINT what_is_let_go_waits_for_nobody, DROP CONSTRAINT finishing_takes_both_sides,
  DROP CONSTRAINT finishing_names_both, DROP CONSTRAINT a_proposal_has_its_moment,
  DROP COLUMN changed_by, DROP COLUMN changed_at, DROP COLUMN request_hash, DROP COLUMN finish_proposed_by,
  DROP COLUMN finish_proposed_at, DROP COLUMN finish_proposed_side, DROP COLUMN finish_agreed_in_person,
  DROP COLUMN finished_by, DROP COLUMN finished_side, DROP COLUMN let_go_by, DROP COLUMN let_go_words;`);
  }
}
