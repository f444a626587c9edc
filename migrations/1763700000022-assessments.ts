import type { MigrationInterface, QueryRunner } from 'typeorm';

const HERE = 'organization_id = (SELECT acting_organization())';
const COACHES_CASELOAD = `${HERE} AND participant_id = ANY (ARRAY(
    SELECT a.participant_id FROM assignments a WHERE a.organization_id = (SELECT acting_organization())
       AND a.coach_id = (SELECT acting_account()) AND a.until_on IS NULL))`;

const sum = (items: number): string =>
  Array.from({ length: items }, (_, index) => `answers[${index + 1}]`).join(' + ');

/**
 * BARC-10, PHQ-2 and PHQ-9 as they were answered: one place for each item of the published version, NULL where it was
 * skipped. A skipped item leaves the sum NULL, so an incomplete one has no score and nobody can give it one. Insert
 * only: it is set right by taking it anew.
 */
export class Assessments1763700000022 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
-- An organization that has set nothing has no row, and the defaults hold.
CREATE TABLE assessment_settings (
  organization_id uuid NOT NULL REFERENCES organizations (id),
  barc_first_days integer NOT NULL DEFAULT 30,
  barc_every_days integer NOT NULL DEFAULT 90,
  version integer NOT NULL DEFAULT 1,
  PRIMARY KEY (organization_id),
  CONSTRAINT the_first_barc_comes_within_a_year CHECK (barc_first_days BETWEEN 1 AND 365),
  CONSTRAINT barc_comes_weekly_at_most_and_yearly_at_least CHECK (barc_every_days BETWEEN 7 AND 365)
);
ALTER TABLE assessment_settings ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
CREATE POLICY the_owner_keeps ON assessment_settings TO caseload_owner USING (true) WITH CHECK (true);
CREATE POLICY everyone_reads ON assessment_settings FOR SELECT
  TO caseload_coach, caseload_supervisor, caseload_participant USING (${HERE});
CREATE POLICY administrators_keep ON assessment_settings TO caseload_administrator
  USING (${HERE}) WITH CHECK (${HERE});
GRANT SELECT ON assessment_settings TO caseload_coach, caseload_supervisor, caseload_participant;
GRANT SELECT, INSERT, UPDATE ON assessment_settings TO caseload_administrator;

CREATE TABLE assessments (
  organization_id uuid NOT NULL,
  id uuid NOT NULL,
  participant_id uuid NOT NULL,
  instrument text NOT NULL,
  version text NOT NULL,
  language text NOT NULL CHECK (language IN ('en', 'es')),
  mode text NOT NULL CHECK (mode IN ('self', 'with coach')),
  taken_on date NOT NULL,
  sent_at timestamptz NOT NULL,
  answers smallint[] NOT NULL,
  score smallint,
  administered_by uuid NOT NULL,
  request_hash bytea NOT NULL,
  PRIMARY KEY (organization_id, id),
  UNIQUE (organization_id, id, participant_id),
  FOREIGN KEY (organization_id, participant_id) REFERENCES participants (organization_id, id),
  FOREIGN KEY (organization_id, administered_by) REFERENCES accounts (organization_id, id),
  CONSTRAINT an_assessment_is_of_a_published_version
    CHECK ((instrument, version) IN (('barc-10', '2017'), ('phq-2', '2003'), ('phq-9', '2001'))),
  CONSTRAINT every_item_has_its_place CHECK (array_ndims(answers) = 1 AND array_lower(answers, 1) = 1
    AND cardinality(answers) = CASE instrument WHEN 'barc-10' THEN 10 WHEN 'phq-9' THEN 9 ELSE 2 END),
  CONSTRAINT answers_lie_on_the_scale CHECK (CASE instrument
    WHEN 'barc-10' THEN 1 <= ALL (answers) AND 6 >= ALL (answers)
    ELSE 0 <= ALL (answers) AND 3 >= ALL (answers) END),
  CONSTRAINT something_was_answered CHECK (array_remove(answers, NULL) <> '{}'),
  -- one item skipped, and the sum is NULL
  CONSTRAINT the_score_is_the_sum_of_every_item CHECK (score IS NOT DISTINCT FROM CASE instrument
    WHEN 'barc-10' THEN ${sum(10)}
    WHEN 'phq-9' THEN ${sum(9)}
    ELSE ${sum(2)} END),
  CONSTRAINT assessments_are_taken_after_1900 CHECK (taken_on >= '1900-01-01'),
  CONSTRAINT an_assessment_is_not_of_a_day_to_come CHECK (taken_on <= (sent_at AT TIME ZONE 'UTC')::date + 1)
);
COMMENT ON COLUMN assessments.answers IS 'By item: answers[9] is item 9. NULL where it was skipped.';
COMMENT ON COLUMN assessments.administered_by IS 'The participant''s own account, or the coach who asked.';
CREATE INDEX assessments_of_participant ON assessments (organization_id, participant_id, taken_on DESC, id DESC);
CREATE INDEX barcs_of_participant ON assessments (organization_id, participant_id, taken_on DESC)
  WHERE instrument = 'barc-10';

ALTER TABLE assessments ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
CREATE POLICY the_owner_keeps ON assessments TO caseload_owner USING (true) WITH CHECK (true);
CREATE POLICY coaches_their_caseload ON assessments TO caseload_coach USING (${COACHES_CASELOAD})
  WITH CHECK (mode = 'with coach' AND administered_by = (SELECT acting_account()) AND ${COACHES_CASELOAD});
CREATE POLICY supervisors_of_reachable ON assessments FOR SELECT TO caseload_supervisor
  USING (${HERE} AND (
    SELECT true FROM participants p WHERE p.organization_id = assessments.organization_id
       AND p.id = assessments.participant_id));
CREATE POLICY participants_their_own ON assessments TO caseload_participant
  USING (${HERE} AND participant_id IN (SELECT p.id FROM participants p))
  WITH CHECK (mode = 'self' AND administered_by = (SELECT acting_account()) AND ${HERE}
              AND participant_id IN (SELECT p.id FROM participants p));
GRANT SELECT, INSERT ON assessments TO caseload_coach, caseload_participant;
GRANT SELECT ON assessments TO caseload_supervisor;
CREATE TRIGGER announce AFTER INSERT OR UPDATE OR DELETE ON assessments
  FOR EACH ROW EXECUTE FUNCTION announce_participant('and the participant');

-- Which answer raised it stands on the note, where participants read nothing.
ALTER TABLE risk_notes ADD COLUMN assessment_id uuid,
  ADD FOREIGN KEY (organization_id, assessment_id, participant_id)
    REFERENCES assessments (organization_id, id, participant_id);
CREATE UNIQUE INDEX one_note_for_an_assessment ON risk_notes (organization_id, assessment_id)
  WHERE assessment_id IS NOT NULL;

-- The note that a participant's answer raises is read back like every other, by the keeper.
GRANT EXECUTE ON FUNCTION name_off_caseload(uuid) TO caseload_keeper;
`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
REVOKE EXECUTE ON FUNCTION name_off_caseload(uuid) FROM caseload_keeper;
ALTER TABLE risk_notes DROP COLUMN assessment_id;
DROP TABLE assessments, assessment_settings;`);
  }
}
