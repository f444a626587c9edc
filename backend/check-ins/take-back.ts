import type { EntityManager } from 'typeorm';
import { type Actor, found } from '../access/door.js';
import { isId } from '../http/fields.js';
import { notFound, Problem } from '../http/problem.js';
import type { CheckInTakenBack } from './check-in.view.js';
import { checkInOfId } from './check-ins.queries.js';
import { mayTakeBackUntil } from './check-ins.rules.js';

/**
 * Takes a mis-tap back: the row is kept aside and counts for nothing. What was taken back already stays so.
 *
 * @returns whose it was, or null when it was taken back before
 * @throws Problem 404 out of reach; 403 when somebody else made it; 409 when its minutes are over.
 */
export async function takeBack(
  tx: EntityManager,
  actor: Actor,
  id: string,
): Promise<{ answer: CheckInTakenBack; participantId: string | null }> {
  if (!isId(id)) throw notFound('check-in');
  const before = await takenBackAt(tx, actor, id);
  if (before) return { answer: { checkInId: id, takenBackAt: before }, participantId: null };
  const { participantId, madeBy, recordedAt } = found(await checkInOfId(tx, actor, id), 'check-in');
  if (madeBy !== actor.accountId)
    throw new Problem(403, 'check-in-not-yours', 'Only whoever made a check-in can take it back.');
  if (actor.now > mayTakeBackUntil(recordedAt))
    throw new Problem(409, 'check-in-kept', 'The time for taking it back is over. You can make a new one.');
  const rows = await tx.query<unknown[]>(
    `WITH gone AS (DELETE FROM check_ins i WHERE i.organization_id = $1 AND i.id = $2 RETURNING i.*)
     INSERT INTO check_ins_taken_back (organization_id, id, participant_id, said, taken_back_by, taken_back_at)
     SELECT g.organization_id, g.id, g.participant_id, to_jsonb(g) - '{request_hash}'::text[], $3, $4 FROM gone g
     ON CONFLICT (organization_id, id) DO NOTHING RETURNING id`,
    [actor.organizationId, id, actor.accountId, actor.now],
  );
  // of two taps at once the second waited, and finds it done
  if (rows.length === 0) {
    const takenAt = found(await takenBackAt(tx, actor, id), 'check-in');
    return { answer: { checkInId: id, takenBackAt: takenAt }, participantId: null };
  }
  actor.record({ action: 'check-in.taken-back', participantId, subjectId: id });
  return { answer: { checkInId: id, takenBackAt: actor.now }, participantId };
}

/** When the acting person took it back; undefined when they did not. */
export async function takenBackAt(tx: EntityManager, actor: Actor, id: string): Promise<Date | undefined> {
  const [row] = await tx.query<{ taken_back_at: Date }[]>(
    'SELECT taken_back_at FROM check_ins_taken_back WHERE organization_id = $1 AND id = $2',
    [actor.organizationId, id],
  );
  return row?.taken_back_at;
}
