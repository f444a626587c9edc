import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Caller } from '../access/caller.js';
import { type Actor, Door } from '../access/door.js';
import { invalid, stale } from '../http/problem.js';
import { beginSession, setHours } from './hold-session.js';
import { callOffSession, moveSession, planSession } from './plan-session.js';
import { hoursBetween, nextSession, sessionsOf } from './session-lists.queries.js';
import { calledOff, refuseUnlessPlanned } from './session-refusals.js';
import { refuseUnlessOpen } from './session-text.js';
import { heldSession, sessionInReach, type SessionRow, stateOf } from './sessions.queries.js';
import type {
  CallOffSession,
  HoursAsked,
  PlanSession,
  SessionHours,
  SessionMoment,
} from './supervision-session.dto.js';
import type {
  NextOfMine,
  SupervisionHours,
  SupervisionSession,
  SupervisionSessions,
} from './supervision-session.view.js';
import { namedIn, wholeSession } from './whole-session.js';

/** Planning sessions, beginning them, and what stands on lists. */
@Injectable()
export class SupervisionSessionsService {
  constructor(private readonly door: Door) {}

  list(caller: Caller): Promise<SupervisionSessions> {
    return this.door.asActor(caller, async (tx, actor) => {
      actor.record({ action: 'supervision-sessions.listed' });
      return sessionsOf(tx, actor);
    });
  }

  next(caller: Caller): Promise<NextOfMine> {
    return this.door.asActor(caller, async (tx, actor) => ({
      today: actor.today,
      session: await nextSession(tx, actor),
    }));
  }

  open(caller: Caller, id: string): Promise<SupervisionSession> {
    return this.door.asActor(caller, async (tx, actor) => {
      const session = await wholeSession(tx, actor, await sessionInReach(tx, actor, id));
      actor.record({
        action: 'supervision-session.opened',
        subjectId: id,
        participantIds: namedIn(session),
      });
      return session;
    });
  }

  plan(caller: Caller, asked: PlanSession): Promise<SupervisionSession> {
    return this.door.asActor(caller, async (tx, actor) => {
      const row = await planSession(tx, actor, asked);
      actor.record({ action: 'supervision-session.planned', subjectId: row.id });
      return wholeSession(tx, actor, row);
    });
  }

  move(caller: Caller, id: string, version: number, asked: SessionMoment): Promise<SupervisionSession> {
    return this.change(caller, id, version, asked, 'moved', async (tx, actor, row) => {
      refuseUnlessPlanned(row);
      await moveSession(tx, actor, row, asked);
    });
  }

  callOff(caller: Caller, id: string, version: number, asked: CallOffSession): Promise<SupervisionSession> {
    return this.change(caller, id, version, asked, 'called-off', async (tx, actor, row) => {
      if (stateOf(row) === 'called off') throw calledOff();
      if (stateOf(row) !== 'planned') await refuseUnlessOpen(tx, actor, row, asked);
      await callOffSession(tx, actor, row, asked);
    });
  }

  /** Begun again it is the one that has begun. */
  begin(caller: Caller, id: string, version: number): Promise<SupervisionSession> {
    return this.door.asActor(caller, async (tx, actor) => {
      const row = await heldSession(tx, actor, id);
      if (row.called_off_at) throw calledOff();
      if (!row.begun_at) {
        if (row.version !== version) throw stale(await wholeSession(tx, actor, row), {});
        await beginSession(tx, actor, row);
      }
      const session = await wholeSession(tx, actor, await sessionInReach(tx, actor, id));
      actor.record({
        action: 'supervision-session.begun',
        subjectId: id,
        participantIds: namedIn(session),
      });
      return session;
    });
  }

  setHours(caller: Caller, id: string, version: number, asked: SessionHours): Promise<SupervisionSession> {
    return this.change(caller, id, version, asked, 'hours-set', async (tx, actor, row) => {
      await refuseUnlessOpen(tx, actor, row, asked);
      await setHours(tx, actor, row, asked);
    });
  }

  hours(caller: Caller, asked: HoursAsked): Promise<SupervisionHours> {
    return this.door.asActor(caller, async (tx, actor) => {
      const to = asked.to ?? actor.today;
      const from = asked.from ?? Temporal.PlainDate.from(to).subtract({ years: 1 }).toString();
      if (from > to) throw invalid('to', 'before-it-begins', 'The last day comes before the first.');
      actor.record({ action: 'supervision-hours.opened' });
      return { from, to, coaches: await hoursBetween(tx, actor, from, to) };
    });
  }

  /** One change of a session by its supervisor, on the version it was decided on. @throws Problem 404, 412, 409 */
  private change(
    caller: Caller,
    id: string,
    version: number,
    yours: object,
    step: string,
    write: (tx: EntityManager, actor: Actor, row: SessionRow) => Promise<void>,
  ): Promise<SupervisionSession> {
    return this.door.asActor(caller, async (tx, actor) => {
      const row = await heldSession(tx, actor, id);
      if (row.version !== version) throw stale(await wholeSession(tx, actor, row), yours);
      await write(tx, actor, row);
      actor.record({ action: `supervision-session.${step}`, subjectId: id });
      return wholeSession(tx, actor, await sessionInReach(tx, actor, id));
    });
  }
}
