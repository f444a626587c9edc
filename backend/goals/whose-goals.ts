import type { EntityManager } from 'typeorm';
import { type Actor, found } from '../access/door.js';
import { isId } from '../http/fields.js';
import { notFound } from '../http/problem.js';

/** Whose goals they are, as far as a page about them says. */
export interface Whose {
  id: string;
  preferred_name: string;
  coach_name: string | null;
  has_account: boolean;
}

/**
 * The participant of this id within reach; left out by a participant: themself.
 * @throws Problem 404, the same for missing, out of reach and malformed.
 */
export async function whoseGoals(
  tx: EntityManager,
  actor: Actor,
  participantId: string | undefined,
): Promise<Whose> {
  const isOwn = participantId === undefined && actor.role === 'participant';
  if (!isOwn && !isId(participantId)) throw notFound('participant');
  const [row] = await tx.query<Whose[]>(
    `SELECT p.id, p.preferred_name, coach.name AS coach_name, p.account_id IS NOT NULL AS has_account
       FROM participants p
       LEFT JOIN accounts coach ON coach.organization_id = p.organization_id AND coach.id = p.primary_coach_id
      WHERE p.organization_id = $1 AND ${isOwn ? 'p.account_id' : 'p.id'} = $2`,
    [actor.organizationId, isOwn ? actor.accountId : participantId],
  );
  return found(row, 'participant');
}
