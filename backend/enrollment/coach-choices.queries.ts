import type { EntityManager } from 'typeorm';
import type { Actor } from '../access/door.js';
import type { CoachChoice } from './assignment.dto.js';

interface CoachRow {
  id: string;
  name: string;
  caseload_count: number;
  capacity: number;
  supervisor_name: string | null;
}

/** Coaches who can be given participants: the own team for a supervisor, everyone for an administrator. */
export async function coachChoices(tx: EntityManager, actor: Actor): Promise<CoachChoice[]> {
  const rows = await tx.query<CoachRow[]>(
    `SELECT c.id, a.name, coalesce(c.capacity, (SELECT s.capacity FROM load_settings s WHERE s.organization_id = $1), 15) AS capacity, supervisor.name AS supervisor_name, (
              SELECT count(*) FROM assignments s
               WHERE s.organization_id = c.organization_id AND s.coach_id = c.id AND s.until_on IS NULL AND EXISTS (
                 SELECT 1 FROM enrollments e
                  WHERE e.organization_id = s.organization_id AND e.participant_id = s.participant_id
                    AND e.closed_on IS NULL)) AS caseload_count
       FROM coaches c
       JOIN accounts a ON a.organization_id = c.organization_id AND a.id = c.id
       LEFT JOIN accounts supervisor ON supervisor.organization_id = c.organization_id AND supervisor.id = c.supervisor_id
      WHERE c.organization_id = $1 AND c.is_coaching AND a.disabled_at IS NULL AND ($2 OR c.supervisor_id = ANY ($3::uuid[]))
      ORDER BY lower(a.name), c.id`,
    [actor.organizationId, actor.role === 'administrator', actor.actingFor],
  );
  return rows.map((row) => ({
    accountId: row.id,
    name: row.name,
    caseloadCount: row.caseload_count,
    capacity: row.capacity,
    supervisorName: row.supervisor_name,
  }));
}
