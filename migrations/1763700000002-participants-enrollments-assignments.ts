import type { MigrationInterface, QueryRunner } from 'typeorm';

const TABLES = [
  'participants',
  'ways_to_reach',
  'enrollments',
  'assignments',
  'pauses',
  'vulnerability_windows',
  'standings',
];

/**
 * The person, how to reach them safely, their stay in a program, who walks with them, and the stored standing.
 *
 * Reach: a coach has the participants now assigned to them; a supervisor those whose primary coach is on their team,
 * and those with no coach; an administrator names and assignments, no notes; a participant themself.
 */
export class ParticipantsEnrollmentsAssignments1763700000002 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
CREATE TABLE participants (
  organization_id uuid NOT NULL REFERENCES organizations (id),
  id uuid NOT NULL,
  account_id uuid,
  preferred_name text NOT NULL CHECK (length(preferred_name) BETWEEN 1 AND 200),
  legal_name text NOT NULL DEFAULT '' CHECK (length(legal_name) <= 200),
  pronouns text NOT NULL DEFAULT '' CHECK (length(pronouns) <= 50),
  language text NOT NULL DEFAULT 'en' CHECK (language IN ('en', 'es')),
  primary_coach_id uuid,
  request_hash bytea,
  created_at timestamptz NOT NULL,
  version integer NOT NULL DEFAULT 1,
  PRIMARY KEY (organization_id, id),
  CONSTRAINT an_account_belongs_to_one_participant UNIQUE (organization_id, account_id),
  FOREIGN KEY (organization_id, account_id) REFERENCES accounts (organization_id, id),
  FOREIGN KEY (organization_id, primary_coach_id) REFERENCES coaches (organization_id, id)
);
COMMENT ON COLUMN participants.primary_coach_id IS
  'Kept by the trigger on assignments, so that reach and totals need no join; null means no coach.';
CREATE INDEX participants_by_coach ON participants (organization_id, primary_coach_id);

CREATE TABLE ways_to_reach (
  organization_id uuid NOT NULL,
  id uuid NOT NULL,
  participant_id uuid NOT NULL,
  kind text NOT NULL CHECK (kind IN ('phone', 'email', 'address')),
  value text NOT NULL CHECK (length(value) BETWEEN 1 AND 300),
  may_call boolean NOT NULL DEFAULT false,
  may_voicemail boolean NOT NULL DEFAULT false,
  may_text boolean NOT NULL DEFAULT false,
  may_say_who boolean NOT NULL DEFAULT false,
  best_hours text NOT NULL DEFAULT '' CHECK (length(best_hours) <= 200),
  until_on date,
  PRIMARY KEY (organization_id, id),
  FOREIGN KEY (organization_id, participant_id) REFERENCES participants (organization_id, id)
);
CREATE INDEX ways_to_reach_of_participant ON ways_to_reach (organization_id, participant_id);

CREATE TABLE enrollments (
  organization_id uuid NOT NULL,
  id uuid NOT NULL,
  participant_id uuid NOT NULL,
  program_id uuid NOT NULL,
  enrolled_on date NOT NULL,
  closed_on date,
  closing_reason text CHECK (closing_reason IN ('completed', 'moved', 'left', 'lost', 'died')),
  agreed_cadence_days integer NOT NULL DEFAULT 7 CHECK (agreed_cadence_days BETWEEN 1 AND 90),
  agreed_cadence_on date NOT NULL,
  version integer NOT NULL DEFAULT 1,
  PRIMARY KEY (organization_id, id),
  UNIQUE (organization_id, id, participant_id),
  FOREIGN KEY (organization_id, participant_id) REFERENCES participants (organization_id, id),
  FOREIGN KEY (organization_id, program_id) REFERENCES programs (organization_id, id),
  CONSTRAINT closing_names_a_reason CHECK ((closed_on IS NULL) = (closing_reason IS NULL)),
  CONSTRAINT closing_follows_enrollment CHECK (closed_on >= enrolled_on)
);
CREATE UNIQUE INDEX one_open_enrollment_in_a_program
  ON enrollments (organization_id, participant_id, program_id) WHERE closed_on IS NULL;
CREATE INDEX enrollments_of_participant ON enrollments (organization_id, participant_id, enrolled_on);

CREATE TABLE assignments (
  organization_id uuid NOT NULL,
  id uuid NOT NULL,
  participant_id uuid NOT NULL,
  coach_id uuid NOT NULL,
  kind text NOT NULL CHECK (kind IN ('primary', 'second')),
  from_on date NOT NULL,
  until_on date,
  made_by uuid,
  made_at timestamptz NOT NULL,
  PRIMARY KEY (organization_id, id),
  FOREIGN KEY (organization_id, participant_id) REFERENCES participants (organization_id, id),
  FOREIGN KEY (organization_id, coach_id) REFERENCES coaches (organization_id, id),
  CONSTRAINT assignment_ends_after_it_begins CHECK (until_on >= from_on),
  -- [from, until): ended and begun anew on one day leaves no overlap.
  CONSTRAINT one_primary_coach_at_a_time EXCLUDE USING gist (
    organization_id WITH =, participant_id WITH =, daterange(from_on, until_on) WITH &&) WHERE (kind = 'primary')
);
CREATE UNIQUE INDEX one_current_assignment_to_a_coach
  ON assignments (organization_id, coach_id, participant_id) WHERE until_on IS NULL;
CREATE INDEX assignments_of_participant ON assignments (organization_id, participant_id, from_on);

CREATE TABLE pauses (
  organization_id uuid NOT NULL,
  id uuid NOT NULL,
  participant_id uuid NOT NULL,
  reason text NOT NULL CHECK (reason IN ('wish', 'jail', 'hospital', 'residential')),
  from_on date NOT NULL,
  through_on date NOT NULL,
  PRIMARY KEY (organization_id, id),
  FOREIGN KEY (organization_id, participant_id) REFERENCES participants (organization_id, id),
  CONSTRAINT pause_ends_after_it_begins CHECK (through_on >= from_on)
);
CREATE INDEX pauses_of_participant ON pauses (organization_id, participant_id, from_on);

CREATE TABLE vulnerability_windows (
  organization_id uuid NOT NULL,
  id uuid NOT NULL,
  participant_id uuid NOT NULL,
  event text NOT NULL CHECK (event IN ('release', 'discharge', 'overdose', 'medication stopped')),
  began_on date NOT NULL,
  closed_on date,
  PRIMARY KEY (organization_id, id),
  FOREIGN KEY (organization_id, participant_id) REFERENCES participants (organization_id, id),
  CONSTRAINT window_closes_after_it_begins CHECK (closed_on >= began_on)
);
CREATE INDEX vulnerability_windows_of_participant ON vulnerability_windows (organization_id, participant_id, began_on);

-- One row for each open enrollment: the facts, and the calendar of standings that follows from them until something
-- happens. Read with standings[width_bucket(today, changes_on)]. Staff only: a participant is granted nothing here.
CREATE TABLE standings (
  organization_id uuid NOT NULL,
  enrollment_id uuid NOT NULL,
  participant_id uuid NOT NULL,
  coach_id uuid,
  last_reached_on date,
  attempt_days date[] NOT NULL DEFAULT '{}',
  last_check_in_on date,
  changes_on date[] NOT NULL,
  standings text[] NOT NULL,
  dues_on date[] NOT NULL,
  reasons jsonb NOT NULL,
  PRIMARY KEY (organization_id, enrollment_id),
  FOREIGN KEY (organization_id, enrollment_id, participant_id)
    REFERENCES enrollments (organization_id, id, participant_id),
  CONSTRAINT every_change_names_a_standing
    CHECK (cardinality(changes_on) > 0 AND cardinality(changes_on) = cardinality(standings)
           AND cardinality(changes_on) = cardinality(dues_on)
           AND cardinality(changes_on) = jsonb_array_length(reasons)),
  CONSTRAINT standings_are_of_the_six
    CHECK (standings <@ ARRAY['new', 'on track', 'due', 'overdue', 'out of touch', 'paused'])
);
CREATE INDEX standings_by_coach ON standings (organization_id, coach_id);
CREATE INDEX standings_of_participant ON standings (organization_id, participant_id);

CREATE FUNCTION keep_primary_coach() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER
SET search_path = pg_catalog, public AS $$
DECLARE coach uuid;
BEGIN
  SELECT a.coach_id INTO coach FROM assignments a
   WHERE a.organization_id = NEW.organization_id AND a.participant_id = NEW.participant_id
     AND a.kind = 'primary' AND a.until_on IS NULL;
  UPDATE participants p SET primary_coach_id = coach
   WHERE p.organization_id = NEW.organization_id AND p.id = NEW.participant_id
     AND p.primary_coach_id IS DISTINCT FROM coach;
  UPDATE standings s SET coach_id = coach
   WHERE s.organization_id = NEW.organization_id AND s.participant_id = NEW.participant_id
     AND s.coach_id IS DISTINCT FROM coach;
  RETURN NULL;
END $$;
CREATE TRIGGER keep_primary_coach AFTER INSERT OR UPDATE ON assignments
  FOR EACH ROW EXECUTE FUNCTION keep_primary_coach();
`);
    for (const table of TABLES)
      await runner.query(`
ALTER TABLE ${table} ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
CREATE POLICY the_owner_keeps ON ${table} TO caseload_owner USING (true) WITH CHECK (true);`);

    await runner.query(`
-- The caseload as an array: an index scan with = ANY costs what the caseload costs, never what the table does.
CREATE POLICY coaches_their_own ON assignments FOR SELECT TO caseload_coach
  USING (organization_id = (SELECT acting_organization()) AND coach_id = (SELECT acting_account()));
CREATE POLICY coaches_their_caseload ON participants FOR SELECT TO caseload_coach
  USING (organization_id = (SELECT acting_organization()) AND id = ANY (ARRAY(
    SELECT a.participant_id FROM assignments a WHERE a.organization_id = (SELECT acting_organization())
       AND a.coach_id = (SELECT acting_account()) AND a.until_on IS NULL)));
CREATE POLICY supervisors_their_team ON participants FOR SELECT TO caseload_supervisor
  USING (organization_id = (SELECT acting_organization()) AND (primary_coach_id IS NULL OR primary_coach_id IN (
    SELECT c.id FROM coaches c WHERE c.organization_id = (SELECT acting_organization())
       AND c.supervisor_id = (SELECT acting_account()))));
CREATE POLICY administrators_all ON participants TO caseload_administrator
  USING (organization_id = (SELECT acting_organization()))
  WITH CHECK (organization_id = (SELECT acting_organization()));
CREATE POLICY participants_themself ON participants FOR SELECT TO caseload_participant
  USING (organization_id = (SELECT acting_organization()) AND account_id = (SELECT acting_account()));
GRANT SELECT ON participants TO caseload_coach, caseload_supervisor, caseload_administrator, caseload_participant;
GRANT INSERT, UPDATE ON participants TO caseload_administrator;

CREATE POLICY supervisors_their_team ON standings TO caseload_supervisor
  USING (organization_id = (SELECT acting_organization()) AND (coach_id IS NULL OR coach_id IN (
    SELECT c.id FROM coaches c WHERE c.organization_id = (SELECT acting_organization())
       AND c.supervisor_id = (SELECT acting_account()))));
-- A scalar subquery is looked up row by row; EXISTS would be planned as a scan of every participant.
CREATE POLICY supervisors_of_reachable ON assignments TO caseload_supervisor
  USING (organization_id = (SELECT acting_organization()) AND (
    SELECT true FROM participants p WHERE p.organization_id = assignments.organization_id
       AND p.id = assignments.participant_id));
CREATE POLICY administrators_all ON assignments TO caseload_administrator
  USING (organization_id = (SELECT acting_organization()))
  WITH CHECK (organization_id = (SELECT acting_organization()));
GRANT SELECT ON assignments TO caseload_coach;
GRANT SELECT, INSERT, UPDATE ON assignments TO caseload_supervisor, caseload_administrator;
`);
    for (const table of ['ways_to_reach', 'enrollments', 'pauses', 'vulnerability_windows', 'standings'])
      await runner.query(`
CREATE POLICY coaches_their_caseload ON ${table} TO caseload_coach
  USING (organization_id = (SELECT acting_organization()) AND participant_id = ANY (ARRAY(
    SELECT a.participant_id FROM assignments a WHERE a.organization_id = (SELECT acting_organization())
       AND a.coach_id = (SELECT acting_account()) AND a.until_on IS NULL)));
GRANT SELECT ON ${table} TO caseload_coach, caseload_supervisor;`);
    for (const table of ['ways_to_reach', 'enrollments', 'pauses', 'vulnerability_windows'])
      await runner.query(`
CREATE POLICY supervisors_of_reachable ON ${table} TO caseload_supervisor
  USING (organization_id = (SELECT acting_organization()) AND (
    SELECT true FROM participants p WHERE p.organization_id = ${table}.organization_id
       AND p.id = ${table}.participant_id));`);
    for (const table of ['ways_to_reach', 'enrollments', 'pauses', 'vulnerability_windows', 'standings'])
      await runner.query(`
CREATE POLICY administrators_all ON ${table} TO caseload_administrator
  USING (organization_id = (SELECT acting_organization()))
  WITH CHECK (organization_id = (SELECT acting_organization()));
GRANT SELECT, INSERT, UPDATE ON ${table} TO caseload_administrator;`);
    await runner.query(`
REVOKE INSERT, UPDATE ON standings FROM caseload_administrator;
GRANT DELETE ON standings TO caseload_administrator;
CREATE POLICY participants_their_own ON enrollments FOR SELECT TO caseload_participant
  USING (organization_id = (SELECT acting_organization()) AND participant_id IN (SELECT p.id FROM participants p));
GRANT SELECT ON enrollments TO caseload_participant;`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
DROP TABLE ${[...TABLES].reverse().join(', ')} CASCADE;
DROP FUNCTION keep_primary_coach();`);
  }
}
