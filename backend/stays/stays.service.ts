import { Injectable } from '@nestjs/common';
import type { Caller } from '../access/caller.js';
import { Door } from '../access/door.js';
import { oneAfterTheOther } from '../access/one-after-the-other.js';
import { mayMove } from '../enrollment/assign.js';
import { participantInReach } from '../participants/participants.queries.js';
import { openPromisesOf } from '../promises/promises.queries.js';
import { openRiskNotesOf } from '../risk/risk-notes.queries.js';
import { closeStay, stayToClose } from './close-stay.js';
import { enrollAgain } from './enroll-again.js';
import type {
  CloseStay,
  EnrollAgain,
  StayBegun,
  StayClosed,
  StayReopened,
  Stays,
  ToClose,
} from './stay.dto.js';
import { openBeforeClosing, staysOf } from './stays.queries.js';
import { takeBackClosing } from './take-back-closing.js';

@Injectable()
export class StaysService {
  constructor(private readonly door: Door) {}

  /** Every stay of one participant. */
  listOf(caller: Caller, participantId: string): Promise<Stays> {
    return this.door.asActor(caller, async (tx, actor) => {
      const { preferredName } = await participantInReach(tx, actor, participantId);
      const items = await staysOf(tx, actor, participantId);
      const mayClose = await mayMove(tx, actor, participantId);
      actor.record({ action: 'stays.listed', participantId });
      return {
        today: actor.today,
        preferredName,
        items,
        mayClose,
        mayEnrollAgain: mayClose && actor.role !== 'coach' && items.every(({ reason }) => reason !== 'died'),
      };
    });
  }

  /** What there is to see to before this stay is closed. */
  look(caller: Caller, enrollmentId: string): Promise<ToClose> {
    return this.door.asActor(caller, async (tx, actor) => {
      const stay = await stayToClose(tx, actor, enrollmentId);
      const { participantId } = stay;
      const { preferredName } = await participantInReach(tx, actor, participantId);
      const isBlind = actor.role === 'administrator';
      const [stays, open, riskNotes, promises] = await Promise.all([
        staysOf(tx, actor, participantId),
        openBeforeClosing(tx, participantId),
        isBlind ? [] : openRiskNotesOf(tx, actor, participantId),
        isBlind ? [] : openPromisesOf(tx, actor, participantId),
      ]);
      actor.record({ action: 'closing.opened', participantId, subjectId: enrollmentId });
      return {
        stay,
        preferredName,
        today: actor.today,
        isLast: stays.every((each) => each.closedOn !== null || each.enrollmentId === stay.enrollmentId),
        riskNotes,
        promises,
        hasOpenRiskNotes: open.has_risk_notes,
        hasOpenPromises: open.has_promises,
        whoCan: open.who_can,
      };
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
