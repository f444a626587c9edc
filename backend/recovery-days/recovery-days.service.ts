import { Injectable } from '@nestjs/common';
import type { Caller } from '../access/caller.js';
import { Door } from '../access/door.js';
import { ownParticipant } from '../participants/own-participant.queries.js';
import { ownDays } from './own-days.js';
import type {
  ChangePeriod,
  EnterPeriod,
  RecoveryDays,
  SetOwnBirthday,
  SetRecoveryDays,
} from './recovery-days.dto.js';
import { setOwnBirthday, setRecoveryDays } from './set-own.js';
import { changePeriod, enterPeriod, removePeriod } from './write-period.js';

/** A participant's own recovery days. Every answer is all of them as they now are. */
@Injectable()
export class RecoveryDaysService {
  constructor(private readonly door: Door) {}

  open(caller: Caller): Promise<RecoveryDays> {
    return this.door.asActor(caller, async (tx, actor) => {
      const own = await ownParticipant(tx, actor);
      actor.record({ action: 'recovery-days.opened', participantId: own.participantId });
      return ownDays(tx, actor, own);
    });
  }

  enter(caller: Caller, asked: EnterPeriod): Promise<RecoveryDays> {
    return this.door.asActor(caller, (tx, actor) => enterPeriod(tx, actor, asked));
  }

  change(caller: Caller, id: string, version: number, asked: ChangePeriod): Promise<RecoveryDays> {
    return this.door.asActor(caller, (tx, actor) => changePeriod(tx, actor, id, version, asked));
  }

  remove(caller: Caller, id: string, version: number): Promise<RecoveryDays> {
    return this.door.asActor(caller, (tx, actor) => removePeriod(tx, actor, id, version, true));
  }

  restore(caller: Caller, id: string, version: number): Promise<RecoveryDays> {
    return this.door.asActor(caller, (tx, actor) => removePeriod(tx, actor, id, version, false));
  }

  set(caller: Caller, version: number, asked: SetRecoveryDays): Promise<RecoveryDays> {
    return this.door.asActor(caller, (tx, actor) => setRecoveryDays(tx, actor, version, asked));
  }

  setBirthday(caller: Caller, version: number, asked: SetOwnBirthday): Promise<RecoveryDays> {
    return this.door.asActor(caller, (tx, actor) => setOwnBirthday(tx, actor, version, asked));
  }
}
