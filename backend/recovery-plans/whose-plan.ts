import type { EntityManager } from 'typeorm';
import { type Actor, found } from '../access/door.js';
import { isId } from '../http/fields.js';
import { notFound } from '../http/problem.js';

/** Whose plan it is, as far as the plan needs to know. */
export interface Planner {
  participantId: string;
  accountId: string | null;
  preferredName: string;
}

/**
 * The participant whose plan is asked for, when within the actor's reach.
 * @param participantId null for the acting participant's own
 * @throws Problem 404, the same for missing, out of reach and malformed.
 */
export async function plannerInReach(
  tx: EntityManager,
  actor: Actor,
  participantId: string | null,
): Promise<Planner> {
  if (participantId !== null && !isId(participantId)) throw notFound('participant');
  const [row] = await tx.query<Planner[]>(
    `SELECT id AS "participantId", account_id AS "accountId", preferred_name AS "preferredName"
       FROM participants WHERE organization_id = $1 AND ${participantId === null ? 'account_id' : 'id'} = $2`,
    [actor.organizationId, participantId ?? actor.accountId],
  );
  return found(row, 'participant');
}
