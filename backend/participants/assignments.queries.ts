import type { EntityManager } from 'typeorm';
import { v7 as newId } from 'uuid';
import type { Actor } from '../access/door.js';

/**
 * Gives a participant to a primary coach from today on, or to nobody. What the coach before did stays theirs; the
 * database keeps `primary_coach_id` of the participant in step (trigger on assignments).
 * The caller holds the participant's standing, or two at once could wait for one another.
 */
export async function beginPrimaryAssignment(
  tx: EntityManager,
  actor: Actor,
  participantId: string,
  coachId: string | null,
): Promise<void> {
  await tx.query(
    `UPDATE assignments SET until_on = greatest(from_on, $3)
      WHERE organization_id = $1 AND participant_id = $2 AND until_on IS NULL AND (kind = 'primary' OR coach_id = $4)`,
    [actor.organizationId, participantId, actor.today, coachId],
  );
  if (coachId === null) return;
  await tx.query(
    `INSERT INTO assignments (organization_id, id, participant_id, coach_id, kind, from_on, made_by, made_at)
     VALUES ($1, $2, $3, $4, 'primary', $5, $6, $7)`,
    [actor.organizationId, newId(), participantId, coachId, actor.today, actor.accountId, actor.now],
  );
}

/** Who has them as primary coach at this moment, and whether they are in a program at all. */
export async function assignmentNow(
  tx: EntityManager,
  actor: Actor,
  participantId: string,
): Promise<{ coachId: string | null; isEnrolled: boolean }> {
  const [row] = await tx.query<{ coach_id: string | null; is_enrolled: boolean }[]>(
    `SELECT p.primary_coach_id AS coach_id, EXISTS (
              SELECT 1 FROM enrollments e
               WHERE e.organization_id = p.organization_id AND e.participant_id = p.id AND e.closed_on IS NULL) AS is_enrolled
       FROM participants p WHERE p.organization_id = $1 AND p.id = $2`,
    [actor.organizationId, participantId],
  );
  return { coachId: row?.coach_id ?? null, isEnrolled: row?.is_enrolled ?? false };
}
