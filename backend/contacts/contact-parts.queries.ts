import type { EntityManager } from 'typeorm';
import type { Actor } from '../access/door.js';
import { isId } from '../http/fields.js';
import { notFound } from '../http/problem.js';

/** The team's own words, in a table that only the team is granted. @param isAmended whether there may be earlier ones */
export async function replaceTeamNote(
  tx: EntityManager,
  actor: Actor,
  contactId: string,
  participantId: string,
  words: string,
  isAmended: boolean,
): Promise<void> {
  if (isAmended)
    await tx.query('DELETE FROM contact_team_notes WHERE organization_id = $1 AND contact_id = $2', [
      actor.organizationId,
      contactId,
    ]);
  if (words === '') return;
  await tx.query(
    'INSERT INTO contact_team_notes (organization_id, contact_id, participant_id, words) VALUES ($1, $2, $3, $4)',
    [actor.organizationId, contactId, participantId, words],
  );
}

/** @throws Problem 404 for a goal that is not this participant's. */
export async function replaceGoals(
  tx: EntityManager,
  actor: Actor,
  contactId: string,
  participantId: string,
  goalIds: string[],
  isAmended: boolean,
): Promise<void> {
  if (!goalIds.every(isId)) throw notFound('goal');
  if (isAmended)
    await tx.query('DELETE FROM contact_goals WHERE organization_id = $1 AND contact_id = $2', [
      actor.organizationId,
      contactId,
    ]);
  if (goalIds.length === 0) return;
  const rows = await tx.query<unknown[]>(
    `INSERT INTO contact_goals (organization_id, contact_id, goal_id, participant_id)
     SELECT g.organization_id, $2, g.id, g.participant_id FROM goals g
      WHERE g.organization_id = $1 AND g.participant_id = $3 AND g.id = ANY ($4) RETURNING goal_id`,
    [actor.organizationId, contactId, participantId, goalIds],
  );
  if (rows.length !== new Set(goalIds).size) throw notFound('goal');
}
