import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Caller } from '../access/caller.js';
import { type Actor, Door } from '../access/door.js';
import { askToMove, settleRequest, suggestedTimes } from './ask-to-move.js';
import { sessionsToMove } from './session-lists.queries.js';
import { heldSession, sessionInReach, type SessionRow } from './sessions.queries.js';
import { stateChanged } from './session-text.js';
import type { AskToMove } from './supervision-session.dto.js';
import type { OtherTimes, SessionsToMove, SupervisionSession } from './supervision-session.view.js';
import { wholeSession } from './whole-session.js';

/** A coach asks for another time, and what becomes of that. Moving itself is the supervisor's. */
@Injectable()
export class MovingSessionsService {
  constructor(private readonly door: Door) {}

  list(caller: Caller): Promise<SessionsToMove> {
    return this.door.asActor(caller, async (tx, actor) => ({ sessions: await sessionsToMove(tx, actor) }));
  }

  otherTimes(caller: Caller, id: string): Promise<OtherTimes> {
    return this.door.asActor(caller, async (tx, actor) => ({
      times: await suggestedTimes(tx, actor, await sessionInReach(tx, actor, id)),
    }));
  }

  ask(caller: Caller, id: string, asked: AskToMove): Promise<SupervisionSession> {
    return this.change(caller, id, (tx, actor, row) => askToMove(tx, actor, row, asked));
  }

  settle(
    caller: Caller,
    id: string,
    requestId: string,
    as: 'withdrawn' | 'kept',
  ): Promise<SupervisionSession> {
    return this.change(caller, id, (tx, actor, row) => settleRequest(tx, actor, row, requestId, as));
  }

  private change(
    caller: Caller,
    id: string,
    use: (tx: EntityManager, actor: Actor, row: SessionRow) => Promise<void>,
  ): Promise<SupervisionSession> {
    return this.door.asActor(caller, async (tx, actor) => {
      await use(tx, actor, await heldSession(tx, actor, id));
      await stateChanged(tx, actor, id);
      return wholeSession(tx, actor, await sessionInReach(tx, actor, id));
    });
  }
}
