import { Injectable } from '@nestjs/common';
import type { Caller } from '../access/caller.js';
import { Door } from '../access/door.js';
import { EXPERIENCE_CHOICES } from '../coaches/about.queries.js';
import { coachHere } from '../coaches/coaches.queries.js';
import { participantInReach } from '../participants/participants.queries.js';
import type { CoachWish, NoteCoachWish } from './coach-wish.dto.js';
import { coachWishOf } from './coach-wish.queries.js';
import { noteCoachWish } from './note-coach-wish.js';

/** A participant's wish about their coach, asked at enrollment or noted later by who walks with them. */
@Injectable()
export class CoachWishService {
  constructor(private readonly door: Door) {}

  look(caller: Caller, participantId: string): Promise<CoachWish> {
    return this.door.asActor(caller, async (tx, actor) => {
      await participantInReach(tx, actor, participantId);
      actor.record({ action: 'coach-wish.opened', participantId });
      return { ...(await coachWishOf(tx, actor, participantId)), choices: EXPERIENCE_CHOICES };
    });
  }

  /** @throws Problem 404 for a participant or wished coach out of reach; 412 when somebody noted another meanwhile. */
  note(caller: Caller, participantId: string, version: number, wish: NoteCoachWish): Promise<CoachWish> {
    return this.door.asActor(caller, async (tx, actor) => {
      await participantInReach(tx, actor, participantId);
      if (wish.wishedCoachId) await coachHere(tx, actor, wish.wishedCoachId);
      const noted = await noteCoachWish(tx, actor, participantId, version, wish);
      return { ...noted, choices: EXPERIENCE_CHOICES };
    });
  }
}
