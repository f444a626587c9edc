import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Caller } from '../access/caller.js';
import { type Actor, Door } from '../access/door.js';
import { decide, sayHowItGoes, takeBack } from './decide.js';
import { refuseUnlessOpen, stateChanged, textChanged, writeBesideLine, writeWords } from './session-text.js';
import { heldSession, sessionInReach, type SessionRow } from './sessions.queries.js';
import { addAddendum, sign, takeSignatureBack } from './sign.js';
import type { DecisionState, NewDecision, NewSessionAddendum } from './supervision-session.dto.js';
import type { DecisionView, SupervisionSession } from './supervision-session.view.js';
import { wholeSession } from './whole-session.js';

/** What both write in a session: words, decisions, signatures, and what is added after them. */
@Injectable()
export class SessionWritingService {
  constructor(private readonly door: Door) {}

  writeWords(caller: Caller, id: string, version: number, words: string): Promise<SupervisionSession> {
    return this.write(caller, id, async (tx, actor, row) => {
      await writeWords(tx, actor, row, version, words);
      actor.record({ action: 'supervision-session.written', subjectId: id });
    });
  }

  writeBesideLine(
    caller: Caller,
    id: string,
    line: { lineId: string; version: number; words: string },
  ): Promise<SupervisionSession> {
    return this.write(caller, id, async (tx, actor, row) => {
      const participantId = await writeBesideLine(tx, actor, row, line);
      actor.record({ action: 'supervision-session.written', participantId, subjectId: id });
    });
  }

  decide(caller: Caller, id: string, asked: NewDecision): Promise<SupervisionSession> {
    return this.write(caller, id, async (tx, actor, row) => {
      // looked at first, so that the same sent again is answered also once it is signed
      const refusal = await refusalOf(() => refuseUnlessOpen(tx, actor, row, asked));
      await decide(tx, actor, row, asked, () => throwIf(refusal));
      if (!refusal) await textChanged(tx, actor, id);
    });
  }

  takeBack(caller: Caller, id: string, decisionId: string): Promise<SupervisionSession> {
    return this.write(caller, id, async (tx, actor, row) => {
      const refusal = await refusalOf(() => refuseUnlessOpen(tx, actor, row, {}));
      await takeBack(tx, actor, id.toLowerCase(), decisionId, () => throwIf(refusal));
      if (!refusal) await textChanged(tx, actor, id);
    });
  }

  sayHowItGoes(
    caller: Caller,
    decisionId: string,
    version: number,
    state: DecisionState,
  ): Promise<DecisionView> {
    return this.door.asActor(caller, (tx, actor) => sayHowItGoes(tx, actor, decisionId, version, state));
  }

  sign(caller: Caller, id: string, textVersion: number): Promise<SupervisionSession> {
    return this.write(caller, id, async (tx, actor, row) => {
      await sign(tx, actor, row, textVersion);
      await stateChanged(tx, actor, id);
    });
  }

  takeSignatureBack(caller: Caller, id: string): Promise<SupervisionSession> {
    return this.write(caller, id, async (tx, actor, row) => {
      await takeSignatureBack(tx, actor, row);
      await stateChanged(tx, actor, id);
    });
  }

  add(caller: Caller, id: string, asked: NewSessionAddendum): Promise<SupervisionSession> {
    return this.write(caller, id, async (tx, actor, row) => {
      await addAddendum(tx, actor, row, asked);
      await stateChanged(tx, actor, id);
    });
  }

  private write(
    caller: Caller,
    id: string,
    use: (tx: EntityManager, actor: Actor, row: SessionRow) => Promise<void>,
  ): Promise<SupervisionSession> {
    return this.door.asActor(caller, async (tx, actor) => {
      await use(tx, actor, await heldSession(tx, actor, id));
      return wholeSession(tx, actor, await sessionInReach(tx, actor, id));
    });
  }
}

async function refusalOf(refuse: () => Promise<void>): Promise<unknown> {
  return refuse().then(
    () => undefined,
    (refusal: unknown) => refusal,
  );
}

function throwIf(refusal: unknown): void {
  if (refusal) throw refusal as Error;
}
