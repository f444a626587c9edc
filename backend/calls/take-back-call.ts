import type { EntityManager } from 'typeorm';
import { type Actor, found, keeping } from '../access/door.js';
import { isId } from '../http/fields.js';
import { notFound } from '../http/problem.js';
import type { OwnCall } from './call.dto.js';
import { ownCall } from './own-call.queries.js';

/**
 * Takes a request back. Done again, or once somebody was in touch, there is nothing to take back and all is well.
 * @throws Problem 404 for none of their own
 */
export async function takeBackCall(tx: EntityManager, actor: Actor, callId: string): Promise<OwnCall> {
  if (!isId(callId)) throw notFound('call');
  const [call] = await tx.query<{ participant_id: string; withdrawn_at: Date | null }[]>(
    'SELECT participant_id, withdrawn_at FROM calls_asked_for WHERE organization_id = $1 AND id = $2 FOR NO KEY UPDATE',
    [actor.organizationId, callId],
  );
  const { participant_id: participantId, withdrawn_at: withdrawnAt } = found(call, 'call');
  if (withdrawnAt === null) {
    await tx.query('UPDATE calls_asked_for SET withdrawn_at = $3 WHERE organization_id = $1 AND id = $2', [
      actor.organizationId,
      callId,
      actor.now,
    ]);
    await keeping(tx, actor, () => tx.query('SELECT withdraw_messages($1, $2)', [callId, actor.now]));
    actor.record({ action: 'call.taken-back', participantId, subjectId: callId });
  }
  return ownCall(tx, actor);
}
