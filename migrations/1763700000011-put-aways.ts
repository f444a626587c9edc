import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * "Not today, because…": a coach's own word on one card of Today, until a day. It hides the card from nobody else, so
 * it is theirs alone to read; an urgent risk note is never put away, which the rule says and not the table.
 */
export class PutAways1763700000011 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
CREATE TABLE put_aways (
  organization_id uuid NOT NULL,
  id uuid NOT NULL,
  coach_id uuid NOT NULL,
  participant_id uuid NOT NULL,
  reason_kind text NOT NULL CHECK (length(reason_kind) BETWEEN 1 AND 50),
  because text NOT NULL CHECK (length(because) BETWEEN 1 AND 500),
  made_on date NOT NULL,
  until_on date NOT NULL,
  request_hash bytea NOT NULL,
  made_at timestamptz NOT NULL,
  undone_at timestamptz,
  PRIMARY KEY (organization_id, id),
  FOREIGN KEY (organization_id, coach_id) REFERENCES coaches (organization_id, id),
  FOREIGN KEY (organization_id, participant_id) REFERENCES participants (organization_id, id),
  CONSTRAINT put_away_until_a_day_to_come CHECK (until_on > made_on),
  CONSTRAINT put_away_for_two_weeks_at_most CHECK (until_on <= made_on + 14)
);
COMMENT ON COLUMN put_aways.reason_kind IS 'The strongest reason of the card when it was put away; a stronger one brings it back.';
COMMENT ON COLUMN put_aways.until_on IS 'The first day on which the card is back.';
CREATE INDEX put_aways_of_coach ON put_aways (organization_id, coach_id, until_on) WHERE undone_at IS NULL;

ALTER TABLE put_aways ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
CREATE POLICY the_owner_keeps ON put_aways TO caseload_owner USING (true) WITH CHECK (true);
CREATE POLICY whose_word_it_is ON put_aways TO caseload_coach
  USING (organization_id = (SELECT acting_organization()) AND coach_id = (SELECT acting_account()));
GRANT SELECT, INSERT ON put_aways TO caseload_coach;
GRANT UPDATE (undone_at) ON put_aways TO caseload_coach;

-- When a goal was last spoken of, without reading every contact of the person.
CREATE INDEX contacts_that_touched_a_goal ON contact_goals (organization_id, goal_id, contact_id DESC);
`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
DROP INDEX contacts_that_touched_a_goal;
DROP TABLE put_aways;`);
  }
}
