import { Injectable } from '@nestjs/common';
import type { Caller } from '../access/caller.js';
import { Door } from '../access/door.js';
import { coachHere } from '../coaches/coaches.queries.js';
import { stale } from '../http/problem.js';
import { participantInReach } from '../participants/participants.queries.js';
import type { CoachWish, NoteCoachWish } from './coach-wish.dto.js';
import { coachWishOf, putCoachWish } from './coach-wish.queries.js';

/** A participant's wish about their coach, asked at enrollment or noted later by who walks with them. */
@Injectable()
export class CoachWishService {
  constructor(private readonly door: Door) {}

  look(caller: Caller, participantId: string): Promise<CoachWish> {
    return this.door.asActor(caller, async (tx, actor) => {
      await participantInReach(tx, actor, participantId);
      actor.record({ action: 'coach-wish.opened', participantId });
      return coachWishOf(tx, actor, participantId);
    });
  }

  /** @throws Problem 404 for a participant or wished coach out of reach; 412 when somebody noted another meanwhile. */
  note(caller: Caller, participantId: string, version: number, wish: NoteCoachWish): Promise<CoachWish> {
    return this.door.asActor(caller, async (tx, actor) => {
      await participantInReach(tx, actor, participantId);
      if (wish.wishedCoachId) await coachHere(tx, actor, wish.wishedCoachId);
      const isNoted = await putCoachWish(tx, actor, participantId, wish, version);
      const now = await coachWishOf(tx, actor, participantId);
      if (!isNoted && !isSame(now, wish)) throw stale(now, wish);
      if (isNoted) actor.record({ action: 'coach-wish.noted', participantId });
      return now;
    });
  }
}

/** A lost answer is asked for again on the version before. */
function isSame(now: CoachWish, sent: NoteCoachWish): boolean {
  return (
    now.ownWords === sent.ownWords &&
    now.wishWords === sent.wishWords &&
    (now.wishedCoach?.accountId ?? null) === (sent.wishedCoachId ?? null) &&
    String([...now.experiences].sort()) === String([...sent.experiences].sort()) &&
    String([...now.wished].sort()) === String([...sent.wished].sort())
  );
}
