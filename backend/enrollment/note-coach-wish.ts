import type { EntityManager } from 'typeorm';
import type { Actor } from '../access/door.js';
import { stale } from '../http/problem.js';
import type { NoteCoachWish, OwnCoachWish } from './coach-wish.dto.js';
import { coachWishOf, putCoachWish } from './coach-wish.queries.js';

/**
 * Writes a wish down, for staff and for participants themself: there is one, and all of them change the same one.
 *
 * @throws Problem 412 with both when somebody noted another since that version.
 */
export async function noteCoachWish(
  tx: EntityManager,
  actor: Actor,
  participantId: string,
  version: number,
  wish: NoteCoachWish,
): Promise<OwnCoachWish> {
  const isNoted = await putCoachWish(tx, actor, participantId, wish, version);
  const now = await coachWishOf(tx, actor, participantId);
  if (!isNoted && !isSame(now, wish)) throw stale(now, wish);
  if (isNoted) actor.record({ action: 'coach-wish.noted', participantId });
  return now;
}

/** A lost answer is asked for again on the version before. */
function isSame(now: OwnCoachWish, sent: NoteCoachWish): boolean {
  return (
    now.language === (sent.language ?? null) &&
    now.ownWords === sent.ownWords &&
    now.wishWords === sent.wishWords &&
    (now.wishedCoach?.accountId ?? null) === (sent.wishedCoachId ?? null) &&
    String([...now.experiences].sort()) === String([...sent.experiences].sort()) &&
    String([...now.wished].sort()) === String([...sent.wished].sort())
  );
}
