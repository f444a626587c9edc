import type { MigrationInterface, QueryRunner } from 'typeorm';

const HERE = 'organization_id = (SELECT acting_organization())';

/** What one coach is meant to carry, where it is not what holds for everybody: set by their supervisor or an administrator. */
export class LoadOfOneCoach1763700000043 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
ALTER TABLE coaches
  ADD COLUMN head_count_ceiling integer CHECK (head_count_ceiling BETWEEN 1 AND 1000),
  ADD COLUMN load_version integer NOT NULL DEFAULT 0;
COMMENT ON COLUMN coaches.head_count_ceiling IS 'The most participants of this coach; null where the organization''s holds.';
COMMENT ON COLUMN coaches.load_version IS 'Of capacity and ceiling; 0 while nobody has set them.';

CREATE POLICY supervisors_set_what_their_coaches_carry ON coaches FOR UPDATE TO caseload_supervisor
  USING (${HERE} AND supervisor_id = ANY ((SELECT acting_for())::uuid[]))
  WITH CHECK (${HERE} AND supervisor_id = ANY ((SELECT acting_for())::uuid[]));
GRANT UPDATE (capacity, head_count_ceiling, load_version) ON coaches TO caseload_supervisor;
`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
REVOKE UPDATE (capacity, head_count_ceiling, load_version) ON coaches FROM caseload_supervisor;
DROP POLICY supervisors_set_what_their_coaches_carry ON coaches;
ALTER TABLE coaches DROP COLUMN load_version, DROP COLUMN head_count_ceiling;
`);
  }
}
