import type { MigrationInterface, QueryRunner } from 'typeorm';

const TABLES = ['goals', 'steps', 'check_ins', 'risk_notes'];

/** What the participant wants, how they say they are, and the relapse-risk flags that only staff see. */
export class GoalsCheckInsRiskNotes1763700000003 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
CREATE TABLE goals (
  organization_id uuid NOT NULL,
  id uuid NOT NULL,
  participant_id uuid NOT NULL,
  sentence text NOT NULL CHECK (length(sentence) BETWEEN 1 AND 500),
  why text NOT NULL DEFAULT '' CHECK (length(why) <= 2000),
  dimension text NOT NULL CHECK (dimension IN ('Health', 'Home', 'Purpose', 'Community')),
  by_on date,
  confidence integer CHECK (confidence BETWEEN 0 AND 10),
  finished_on date,
  let_go_on date,
  made_by uuid NOT NULL,
  made_at timestamptz NOT NULL,
  version integer NOT NULL DEFAULT 1,
  PRIMARY KEY (organization_id, id),
  UNIQUE (organization_id, id, participant_id),
  FOREIGN KEY (organization_id, participant_id) REFERENCES participants (organization_id, id),
  FOREIGN KEY (organization_id, made_by) REFERENCES accounts (organization_id, id),
  CONSTRAINT finished_or_let_go_not_both CHECK (finished_on IS NULL OR let_go_on IS NULL)
);
CREATE INDEX goals_of_participant ON goals (organization_id, participant_id, made_at DESC, id DESC);

CREATE TABLE steps (
  organization_id uuid NOT NULL,
  id uuid NOT NULL,
  goal_id uuid NOT NULL,
  participant_id uuid NOT NULL,
  words text NOT NULL CHECK (length(words) BETWEEN 1 AND 500),
  by_on date,
  position integer NOT NULL,
  done_at timestamptz,
  done_by uuid,
  version integer NOT NULL DEFAULT 1,
  PRIMARY KEY (organization_id, id),
  FOREIGN KEY (organization_id, goal_id, participant_id) REFERENCES goals (organization_id, id, participant_id),
  FOREIGN KEY (organization_id, done_by) REFERENCES accounts (organization_id, id),
  CONSTRAINT done_names_who CHECK ((done_at IS NULL) = (done_by IS NULL))
);
CREATE INDEX steps_of_goal ON steps (organization_id, goal_id, position);
CREATE INDEX steps_of_participant ON steps (organization_id, participant_id);

CREATE TABLE check_ins (
  organization_id uuid NOT NULL,
  id uuid NOT NULL,
  participant_id uuid NOT NULL,
  checked_in_at timestamptz NOT NULL,
  checked_in_on date NOT NULL,
  mood text NOT NULL CHECK (mood IN ('struggling', 'getting by', 'steady', 'strong')),
  cravings integer CHECK (cravings BETWEEN 0 AND 10),
  sleep text CHECK (sleep IN ('poor', 'fair', 'good')),
  connection text CHECK (connection IN ('alone', 'some', 'close')),
  has_safe_place boolean,
  wants_call boolean NOT NULL DEFAULT false,
  words text NOT NULL DEFAULT '' CHECK (length(words) <= 2000),
  made_by uuid NOT NULL,
  PRIMARY KEY (organization_id, id),
  FOREIGN KEY (organization_id, participant_id) REFERENCES participants (organization_id, id),
  FOREIGN KEY (organization_id, made_by) REFERENCES accounts (organization_id, id)
);
CREATE INDEX check_ins_of_participant ON check_ins (organization_id, participant_id, checked_in_at DESC, id DESC);

CREATE TABLE risk_notes (
  organization_id uuid NOT NULL,
  id uuid NOT NULL,
  participant_id uuid NOT NULL,
  contact_id uuid,
  signals text[] NOT NULL,
  overdose_on date,
  other_signal text NOT NULL DEFAULT '' CHECK (length(other_signal) <= 500),
  level text NOT NULL CHECK (level IN ('urgent', 'concern', 'watch')),
  suggested_level text NOT NULL CHECK (suggested_level IN ('urgent', 'concern', 'watch')),
  lower_reason text NOT NULL DEFAULT '' CHECK (length(lower_reason) <= 2000),
  what_was_done text NOT NULL DEFAULT '' CHECK (length(what_was_done) <= 10000),
  request_hash bytea NOT NULL,
  raised_by uuid NOT NULL,
  raised_at timestamptz NOT NULL,
  raised_on date NOT NULL,
  acknowledged_by uuid,
  acknowledged_at timestamptz,
  acknowledged_words text CHECK (length(acknowledged_words) BETWEEN 1 AND 10000),
  resolved_by uuid,
  resolved_at timestamptz,
  resolved_on date,
  resolved_words text CHECK (length(resolved_words) BETWEEN 1 AND 10000),
  version integer NOT NULL DEFAULT 1,
  PRIMARY KEY (organization_id, id),
  FOREIGN KEY (organization_id, participant_id) REFERENCES participants (organization_id, id),
  FOREIGN KEY (organization_id, raised_by) REFERENCES accounts (organization_id, id),
  FOREIGN KEY (organization_id, acknowledged_by) REFERENCES accounts (organization_id, id),
  FOREIGN KEY (organization_id, resolved_by) REFERENCES accounts (organization_id, id),
  CONSTRAINT a_risk_note_names_a_signal CHECK (cardinality(signals) > 0),
  CONSTRAINT lower_than_suggested_takes_a_reason CHECK (
    array_position(ARRAY['watch', 'concern', 'urgent'], level)
      >= array_position(ARRAY['watch', 'concern', 'urgent'], suggested_level) OR lower_reason <> ''),
  CONSTRAINT acknowledging_takes_who_and_words
    CHECK (num_nulls(acknowledged_by, acknowledged_at, acknowledged_words) IN (0, 3)),
  CONSTRAINT resolving_takes_who_and_words
    CHECK (num_nulls(resolved_by, resolved_at, resolved_on, resolved_words) IN (0, 4))
);
CREATE INDEX risk_notes_of_participant ON risk_notes (organization_id, participant_id, raised_at DESC, id DESC);
CREATE INDEX open_risk_notes ON risk_notes (organization_id, participant_id) WHERE resolved_at IS NULL;
`);
    for (const table of TABLES)
      await runner.query(`
ALTER TABLE ${table} ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
CREATE POLICY the_owner_keeps ON ${table} TO caseload_owner USING (true) WITH CHECK (true);
CREATE POLICY coaches_their_caseload ON ${table} TO caseload_coach
  USING (organization_id = (SELECT acting_organization()) AND participant_id = ANY (ARRAY(
    SELECT a.participant_id FROM assignments a WHERE a.organization_id = (SELECT acting_organization())
       AND a.coach_id = (SELECT acting_account()) AND a.until_on IS NULL)));
-- Asked row by row, through the key: EXISTS would be answered by reading every participant first, even for one row.
CREATE POLICY supervisors_of_reachable ON ${table} TO caseload_supervisor
  USING (organization_id = (SELECT acting_organization()) AND (
    SELECT true FROM participants p WHERE p.organization_id = ${table}.organization_id
       AND p.id = ${table}.participant_id));
GRANT SELECT ON ${table} TO caseload_coach, caseload_supervisor;`);
    await runner.query(`
GRANT INSERT ON risk_notes TO caseload_coach, caseload_supervisor;
GRANT UPDATE (acknowledged_by, acknowledged_at, acknowledged_words, resolved_by, resolved_at, resolved_on,
  resolved_words, version) ON risk_notes TO caseload_supervisor;
GRANT UPDATE (done_at, done_by, version) ON steps TO caseload_coach, caseload_participant;
GRANT SELECT ON goals, steps TO caseload_participant;
CREATE POLICY participants_their_own ON goals FOR SELECT TO caseload_participant
  USING (organization_id = (SELECT acting_organization()) AND participant_id IN (SELECT p.id FROM participants p));
CREATE POLICY participants_their_own ON steps TO caseload_participant
  USING (organization_id = (SELECT acting_organization()) AND participant_id IN (SELECT p.id FROM participants p));`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DROP TABLE ${[...TABLES].reverse().join(', ')} CASCADE;`);
  }
}
