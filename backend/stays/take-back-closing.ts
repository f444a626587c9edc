import type { EntityManager } from 'typeorm';
import { type Actor, found } from '../access/door.js';
import { Problem } from '../http/problem.js';
import { recomputeStanding } from '../standing/standing.store.js';
import { mayTakeBackClosing, TAKING_BACK_HOURS } from './closing.rules.js';
import type { StayReopened } from './stay.dto.js';
import { closingOfId } from './stays.queries.js';

/**
 * It was closed too soon: the stay is open again, and what was ended with it comes back unless something took its place.
 * Said twice, it is taken back once.
 *
 * @throws Problem 404 out of reach; 403 for somebody else's, or after a day; 409 when they died, or are enrolled anew.
 */
export async function takeBackClosing(tx: EntityManager, actor: Actor, id: string): Promise<StayReopened> {
  const closing = found(await closingOfId(tx, actor, id), 'closing');
  const { participantId, enrollmentId } = closing;
  if (closing.undoneAt !== null) return { participantId, enrollmentId };
  if (!mayTakeBackClosing(closing, actor))
    throw new Problem(
      403,
      'closing-stands',
      `Whoever closed a stay takes it back within ${TAKING_BACK_HOURS} hours, or a supervisor does. Enroll them again instead: what was before stays theirs.`,
    );
  await tx.query(
    `UPDATE closings SET undone_by = $3, undone_at = $4
      WHERE organization_id = $1 AND id = $2 AND undone_at IS NULL`,
    [actor.organizationId, id, actor.accountId, actor.now],
  );
  await recomputeStanding(tx, participantId);
  actor.record({ action: 'enrollment.reopened', participantId, subjectId: enrollmentId });
  return { participantId, enrollmentId };
}
