import { Injectable } from '@nestjs/common';
import type { Caller } from '../access/caller.js';
import { Door } from '../access/door.js';
import { participantInReach } from '../participants/participants.queries.js';
import { askForCall } from './ask-for-call.js';
import type { AskForCall, CallsOfParticipant, CallsWithoutCoach, OwnCall } from './call.dto.js';
import { callsOf, callsWithoutCoach } from './calls.queries.js';
import { takeBackCall } from './take-back-call.js';

@Injectable()
export class CallsService {
  constructor(private readonly door: Door) {}

  ask(caller: Caller, asked: AskForCall): Promise<OwnCall> {
    return this.door.asActor(caller, (tx, actor) => askForCall(tx, actor, asked));
  }

  takeBack(caller: Caller, callId: string): Promise<OwnCall> {
    return this.door.asActor(caller, (tx, actor) => takeBackCall(tx, actor, callId));
  }

  listOf(caller: Caller, participantId: string): Promise<CallsOfParticipant> {
    return this.door.asActor(caller, async (tx, actor) => {
      await participantInReach(tx, actor, participantId);
      const items = await callsOf(tx, actor, participantId);
      actor.record({ action: 'calls.listed', participantId });
      return { items };
    });
  }

  withoutCoach(caller: Caller): Promise<CallsWithoutCoach> {
    return this.door.asActor(caller, async (tx, actor) => {
      const items = await callsWithoutCoach(tx, actor);
      actor.record({
        action: 'calls.without-coach-listed',
        participantIds: items.map(({ participantId }) => participantId),
      });
      return { items };
    });
  }
}
