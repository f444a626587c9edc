import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Of two supervisors who choose for one participant, the second may no longer reach them: the first gave them to
 * another team. Whoever had the choice open before that, within reach, is told who it was; nobody else.
 */
export class WhoWasQuicker1763700000040 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
CREATE FUNCTION chosen_meanwhile(p_participant_id uuid, p_since timestamptz)
RETURNS TABLE (coach_id uuid, coach_name text, from_on date, last_on date, made_by_name text, made_at timestamptz)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public
AS $$
  SELECT a.coach_id, c.name, a.from_on, a.last_on, b.name, a.made_at
    FROM assignments a
    JOIN accounts c ON c.organization_id = a.organization_id AND c.id = a.coach_id
    LEFT JOIN accounts b ON b.organization_id = a.organization_id AND b.id = a.made_by
   WHERE a.organization_id = acting_organization() AND a.participant_id = p_participant_id AND a.kind = 'primary'
     AND a.until_on IS NULL AND EXISTS (
       SELECT 1 FROM trail t
        WHERE t.organization_id = a.organization_id AND t.participant_id = a.participant_id AND t.at >= p_since
          AND t.at <= a.made_at AND t.account_id = acting_account() AND t.action = 'coach-suggestions.opened'
          AND t.outcome = 'done') $$;
GRANT EXECUTE ON FUNCTION chosen_meanwhile(uuid, timestamptz) TO caseload_supervisor;
`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP FUNCTION chosen_meanwhile(uuid, timestamptz);');
  }
}
