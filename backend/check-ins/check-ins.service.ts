import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Caller } from '../access/caller.js';
import { type Actor, Door, keeping } from '../access/door.js';
import { pageOf, placeOf } from '../http/page.js';
import { ownParticipant } from '../participants/own-participant.queries.js';
import { participantInReach } from '../participants/participants.queries.js';
import { answeringTerms } from '../risk/answering.store.js';
import { isOpenAt, nextOpening } from '../risk/working-hours.rules.js';
import { recomputeStanding } from '../standing/standing.store.js';
import type { CheckInsAsked, NewCheckIn, OwnNewCheckIn } from './check-in.dto.js';
import type {
  CheckInAnswer,
  CheckInPage,
  CheckInsOfParticipant,
  CheckInTakenBack,
  CheckInView,
  CheckInWeeks,
} from './check-in.view.js';
import { checkInDaysOf, checkInsOf, latestCheckIn } from './check-ins.queries.js';
import { firstDayShown, mayTakeBackUntil } from './check-ins.rules.js';
import { makeCheckIn } from './make-check-in.js';
import { takeBack } from './take-back.js';

const PAGE = 20;

@Injectable()
export class CheckInsService {
  constructor(private readonly door: Door) {}

  /** The participant's own. Their standing follows; what they are told is who reads it, and when. */
  checkIn(caller: Caller, asked: OwnNewCheckIn): Promise<CheckInAnswer> {
    return this.door.asActor(caller, async (tx, actor) => {
      const { participantId, coachName } = await ownParticipant(tx, actor);
      const made = await makeCheckIn(tx, actor, participantId, asked);
      const terms = await keeping(tx, actor, async () => {
        if (made.isNew) await recomputeStanding(tx, participantId);
        return answeringTerms(tx);
      });
      return {
        checkIn: made.view,
        mayTakeBackUntil: mayTakeBackUntil(made.recordedAt),
        readBy: {
          coachName,
          isOpen: isOpenAt(terms, actor.now),
          opensAt: nextOpening(terms, actor.now),
        },
      };
    });
  }

  /** By their coach, during a contact, in the participant's words. */
  checkInWith(caller: Caller, participantId: string, asked: NewCheckIn): Promise<CheckInView> {
    return this.door.asActor(caller, async (tx, actor) => {
      await participantInReach(tx, actor, participantId);
      const made = await makeCheckIn(tx, actor, participantId, asked);
      if (made.isNew) await recomputeStanding(tx, participantId);
      return made.view;
    });
  }

  takeBack(caller: Caller, checkInId: string): Promise<CheckInTakenBack> {
    return this.door.asActor(caller, async (tx, actor) => {
      const { answer, participantId } = await takeBack(tx, actor, checkInId);
      if (participantId !== null) await keeping(tx, actor, () => recomputeStanding(tx, participantId));
      return answer;
    });
  }

  listOwn(caller: Caller, { after, limit = PAGE }: CheckInsAsked): Promise<CheckInPage> {
    return this.door.asActor(caller, async (tx, actor) => {
      const { participantId } = await ownParticipant(tx, actor);
      const rows = await checkInsOf(tx, actor, participantId, placeOf(after), limit + 1);
      actor.record({ action: 'check-ins.listed', participantId });
      return pageOf(rows, limit, (row) => ({ at: row.checkedInAt, id: row.checkInId }));
    });
  }

  ownWeeks(caller: Caller): Promise<CheckInWeeks> {
    return this.door.asActor(caller, async (tx, actor) => {
      const { participantId } = await ownParticipant(tx, actor);
      actor.record({ action: 'check-ins.listed', participantId });
      return weeksOf(tx, actor, participantId);
    });
  }

  /** For staff: the weeks of one participant, and how they were last. */
  listOf(caller: Caller, participantId: string): Promise<CheckInsOfParticipant> {
    return this.door.asActor(caller, async (tx, actor) => {
      await participantInReach(tx, actor, participantId);
      const [weeks, latest] = await Promise.all([
        weeksOf(tx, actor, participantId),
        latestCheckIn(tx, actor, participantId),
      ]);
      actor.record({ action: 'check-ins.listed', participantId });
      return { ...weeks, latest };
    });
  }
}

async function weeksOf(tx: EntityManager, actor: Actor, participantId: string): Promise<CheckInWeeks> {
  const days = await checkInDaysOf(tx, actor, participantId);
  return { fromOn: firstDayShown(actor.today), today: actor.today, days };
}
