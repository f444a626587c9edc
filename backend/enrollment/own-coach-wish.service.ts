import { Injectable } from '@nestjs/common';
import type { Caller } from '../access/caller.js';
import { Door } from '../access/door.js';
import { notFound } from '../http/problem.js';
import { ownParticipant } from '../participants/own-participant.queries.js';
import type { NoteCoachWish, OwnCoachWish } from './coach-wish.dto.js';
import { coachWishOf } from './coach-wish.queries.js';
import { noteCoachWish } from './note-coach-wish.js';

/** The wish about a coach in the participant's own hand. */
@Injectable()
export class OwnCoachWishService {
  constructor(private readonly door: Door) {}

  look(caller: Caller): Promise<OwnCoachWish> {
    return this.door.asActor(caller, async (tx, actor) => {
      const { participantId } = await ownParticipant(tx, actor);
      actor.record({ action: 'coach-wish.opened', participantId });
      return coachWishOf(tx, actor, participantId);
    });
  }

  /**
   * Participants see no list of coaches: whom they asked for by name they may leave or take away.
   *
   * @throws Problem 404 for another coach than is asked for; 412 when somebody noted another wish meanwhile.
   */
  say(caller: Caller, version: number, wish: NoteCoachWish): Promise<OwnCoachWish> {
    return this.door.asActor(caller, async (tx, actor) => {
      const { participantId } = await ownParticipant(tx, actor);
      const { wishedCoachId } = wish;
      const now = await coachWishOf(tx, actor, participantId);
      if (wishedCoachId && now.version === version && wishedCoachId !== now.wishedCoach?.accountId)
        throw notFound('coach');
      return noteCoachWish(tx, actor, participantId, version, wish);
    });
  }
}
