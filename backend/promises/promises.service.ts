import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Caller } from '../access/caller.js';
import { type Actor, Door } from '../access/door.js';
import { dayIn } from '../clock/clock.js';
import { invalid, Problem, stale } from '../http/problem.js';
import { participantInReach } from '../participants/participants.queries.js';
import { contactOfPromise, makePromise } from './make-promise.js';
import type {
  KeepPromise,
  MakePromise,
  PromisesOfParticipant,
  PromiseView,
  PromiseWords,
} from './promise.dto.js';
import { openPromisesOf, promiseInReach, settledPromisesOf } from './promises.queries.js';
import { type PromiseState, whyNotDueOn, whyNotKeptOn } from './promises.rules.js';

const WAS: Record<PromiseState, string> = {
  open: 'This promise is open.',
  kept: 'This promise was kept already.',
  released: 'This promise was released already.',
};

@Injectable()
export class PromisesService {
  constructor(private readonly door: Door) {}

  make(caller: Caller, { participantId, contactId, ...promise }: MakePromise): Promise<PromiseView> {
    return this.door.asActor(caller, async (tx, actor) => {
      await participantInReach(tx, actor, participantId);
      const madeIn = contactId ? await contactOfPromise(tx, actor, participantId, contactId) : null;
      return makePromise(tx, actor, participantId, promise, madeIn);
    });
  }

  /** Everything promised to one participant. */
  listOf(caller: Caller, participantId: string): Promise<PromisesOfParticipant> {
    return this.door.asActor(caller, async (tx, actor) => {
      await participantInReach(tx, actor, participantId);
      const [open, settled] = await Promise.all([
        openPromisesOf(tx, actor, participantId),
        settledPromisesOf(tx, actor, participantId),
      ]);
      actor.record({ action: 'promises.listed', participantId });
      return { today: actor.today, open, settled };
    });
  }

  /** Other words or another day, by who promised it or the primary coach. */
  change(caller: Caller, id: string, version: number, asked: PromiseWords): Promise<PromiseView> {
    return this.moved(caller, id, version, asked, 'changed', 'open', async (tx, actor, promise) => {
      if (!promise.mayChange)
        throw new Problem(
          403,
          'promise-not-yours',
          `${promise.coach.name} promised this. They or the primary coach can change it.`,
        );
      if (whyNotDueOn(asked.dueOn, actor.today, promise.dueOn))
        throw invalid('dueOn', 'in-the-past', 'This day has gone by. Choose today or a later day.');
      return tx.query('UPDATE promises SET words = $4, due_on = $5, version = version + 1' + ON_VERSION, [
        ...at(actor, id, version),
        asked.words,
        asked.dueOn,
      ]);
    });
  }

  keep(caller: Caller, id: string, version: number, asked: KeepPromise): Promise<PromiseView> {
    return this.moved(caller, id, version, asked, 'kept', 'open', (tx, actor, promise) => {
      const keptOn = asked.keptOn ?? actor.today;
      const refusal = whyNotKeptOn(keptOn, dayIn(actor.timeZone, promise.madeAt), actor.today);
      if (refusal)
        throw invalid(
          'keptOn',
          refusal,
          refusal === 'in-the-future'
            ? 'This day has not come yet.'
            : 'It was promised after this day. Choose a later one.',
        );
      return tx.query(
        'UPDATE promises SET kept_at = $4, kept_on = $5, kept_by = $6, version = version + 1' + ON_VERSION,
        [...at(actor, id, version), actor.now, keptOn, actor.accountId],
      );
    });
  }

  release(caller: Caller, id: string, version: number, reason: string): Promise<PromiseView> {
    return this.moved(caller, id, version, { reason }, 'released', 'open', (tx, actor) =>
      tx.query(
        'UPDATE promises SET released_at = $4, released_by = $5, release_reason = $6, version = version + 1' +
          ON_VERSION,
        [...at(actor, id, version), actor.now, actor.accountId, reason],
      ),
    );
  }

  /** Takes a keeping or a release back. */
  reopen(caller: Caller, id: string, version: number): Promise<PromiseView> {
    return this.moved(caller, id, version, {}, 'reopened', 'settled', (tx, actor) =>
      tx.query(
        `UPDATE promises SET kept_at = NULL, kept_on = NULL, kept_by = NULL, released_at = NULL, released_by = NULL,
                release_reason = NULL, version = version + 1` + ON_VERSION,
        at(actor, id, version),
      ),
    );
  }

  /** One step in the life of a promise. @throws Problem 404, then 412 when stale, then 409 in another state. */
  private moved(
    caller: Caller,
    id: string,
    version: number,
    asked: object,
    step: 'changed' | 'kept' | 'released' | 'reopened',
    from: 'open' | 'settled',
    write: (tx: EntityManager, actor: Actor, promise: PromiseView) => Promise<unknown>,
  ): Promise<PromiseView> {
    return this.door.asActor(caller, async (tx, actor) => {
      const promise = await promiseInReach(tx, actor, id);
      if (promise.version !== version) throw stale(promise, asked);
      if ((promise.state === 'open') !== (from === 'open'))
        throw new Problem(409, `promise-already-${promise.state}`, WAS[promise.state]);
      const [, count] = (await write(tx, actor, promise)) as [unknown, number];
      const after = await promiseInReach(tx, actor, id);
      if (count !== 1) throw stale(after, asked);
      actor.record({
        action: `promise.${step}`,
        participantId: promise.participantId,
        subjectId: id,
        ...('reason' in asked ? { why: asked.reason as string } : {}),
      });
      return after;
    });
  }
}

const ON_VERSION = ' WHERE organization_id = $1 AND id = $2 AND version = $3';
const at = (actor: Actor, id: string, version: number): unknown[] => [actor.organizationId, id, version];
