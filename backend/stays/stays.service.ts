import { Injectable } from '@nestjs/common';
import type { Caller } from '../access/caller.js';
import { Door } from '../access/door.js';
import { oneAfterTheOther } from '../access/one-after-the-other.js';
import { mayMove } from '../enrollment/assign.js';
import { isDay, isId } from '../http/fields.js';
import { cursorAt, placeAt } from '../http/place-in-list.js';
import { participantInReach } from '../participants/participants.queries.js';
import { walkedIn } from './closing.rules.js';
import { closeStay, stayToClose } from './close-stay.js';
import { endedStays, ownClosings } from './ended-stays.queries.js';
import { enrollAgain } from './enroll-again.js';
import type {
  CloseStay,
  EndedStays,
  EndedStaysAsked,
  EnrollAgain,
  StayBegun,
  StayClosed,
  StayReopened,
  Stays,
  ToClose,
} from './stay.dto.js';
import { companionsOf, hasDied, staysOf } from './stays.queries.js';
import { takeBackClosing } from './take-back-closing.js';
import { toClose } from './to-close.js';

const PAGE = 50;

@Injectable()
export class StaysService {
  constructor(private readonly door: Door) {}

  /** Every stay of one participant. */
  listOf(caller: Caller, participantId: string): Promise<Stays> {
    return this.door.asActor(caller, async (tx, actor) => {
      const { preferredName } = await participantInReach(tx, actor, participantId);
      const [stays, companions, isDead, mayClose] = await Promise.all([
        staysOf(tx, actor, participantId),
        companionsOf(tx, participantId),
        hasDied(tx, participantId),
        mayMove(tx, actor, participantId),
      ]);
      actor.record({ action: 'stays.listed', participantId });
      return {
        today: actor.today,
        preferredName,
        items: stays.map((stay) => ({ ...stay, walkedWith: walkedIn(stay, companions) })),
        mayClose,
        mayEnrollAgain: mayClose && actor.role !== 'coach' && !isDead,
      };
    });
  }

  /** Of those who are in no program now the last stay; to a coach, what they closed and may still take back. */
  ended(caller: Caller, { find, after }: EndedStaysAsked): Promise<EndedStays> {
    return this.door.asActor(caller, async (tx, actor) => {
      const place = placeAt(after, [isDay, isId]);
      const rows =
        actor.role === 'coach'
          ? await ownClosings(tx, actor)
          : await endedStays(tx, actor, { find: find?.trim() ?? '', after: place, limit: PAGE });
      const items = actor.role === 'coach' ? rows : rows.slice(0, PAGE);
      const last = items.at(-1);
      actor.record({
        action: 'ended-stays.listed',
        participantIds: items.map(({ participantId }) => participantId),
      });
      const next = rows.length > items.length && last ? cursorAt([last.closedOn!, last.enrollmentId]) : null;
      return { items, next };
    });
  }

  /** What there is to see to before this stay is closed. */
  look(caller: Caller, enrollmentId: string): Promise<ToClose> {
    return this.door.asActor(caller, async (tx, actor) => {
      const stay = await stayToClose(tx, actor, enrollmentId);
      actor.record({
        action: 'closing.opened',
        participantId: stay.participantId,
        subjectId: enrollmentId,
      });
      return toClose(tx, actor, stay);
    });
  }

  close(caller: Caller, enrollmentId: string, sent: CloseStay): Promise<StayClosed> {
    return oneAfterTheOther(this.door, caller, (tx, actor) => closeStay(tx, actor, enrollmentId, sent));
  }

  takeBack(caller: Caller, closingId: string): Promise<StayReopened> {
    return oneAfterTheOther(this.door, caller, (tx, actor) => takeBackClosing(tx, actor, closingId));
  }

  enrollAgain(caller: Caller, participantId: string, sent: EnrollAgain): Promise<StayBegun> {
    return this.door.asActor(caller, (tx, actor) => enrollAgain(tx, actor, participantId, sent));
  }
}
