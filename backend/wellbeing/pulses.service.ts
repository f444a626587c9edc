import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Caller } from '../access/caller.js';
import { type Actor, Door, found } from '../access/door.js';
import { isId } from '../http/fields.js';
import { notFound, Problem, stale } from '../http/problem.js';
import type { PulseView, PulseWords, SayPulse } from './pulse.dto.js';
import { ownPulse } from './pulses.queries.js';
import { weekOf } from './pulses.rules.js';

/** A pulse leaves no line in the trail: that one was said at all is its writer's alone. */
@Injectable()
export class PulsesService {
  constructor(private readonly door: Door) {}

  /** @throws Problem 409 when something else was said this week: that is what one changes. */
  say(caller: Caller, { pulseId, feeling, words = '' }: SayPulse): Promise<PulseView> {
    return this.door.asActor(caller, async (tx, actor) => {
      const [made] = await tx.query<unknown[]>(
        `INSERT INTO pulses (organization_id, id, account_id, week_on, feeling, words, said_at)
         VALUES ($1, $2, $3, $4, $5, $6, $7) ON CONFLICT DO NOTHING RETURNING id`,
        [
          ...[actor.organizationId, pulseId, actor.accountId, weekOf(actor.today)],
          ...[feeling, words, actor.now],
        ],
      );
      const said = await ownPulse(tx, actor, pulseId);
      if (!made && (said?.feeling !== feeling || said.words !== words))
        throw new Problem(
          409,
          'a-pulse-is-said-once-a-week',
          'You said how you are this week already. You can change it, or take it away.',
        );
      return found(said, 'pulse');
    });
  }

  change(
    caller: Caller,
    id: string,
    version: number,
    { feeling, words = '' }: PulseWords,
  ): Promise<PulseView> {
    return this.changed(caller, id, version, { feeling, words }, 'feeling = $5, words = $6', () => [
      feeling,
      words,
    ]);
  }

  /** Shares this one with one's own supervisor, or shares it no more: from then on they read nothing of it. */
  share(caller: Caller, id: string, version: number, isShared: boolean): Promise<PulseView> {
    return this.changed(caller, id, version, { isShared }, 'shared_at = $5', ({ now }) => [
      isShared ? now : null,
    ]);
  }

  /** Gone for good; gone already is as well. */
  remove(caller: Caller, id: string): Promise<void> {
    return this.door.asActor(caller, async (tx, actor) => {
      if (!isId(id)) throw notFound('pulse');
      await tx.query('DELETE FROM pulses WHERE organization_id = $1 AND account_id = $2 AND id = $3', [
        actor.organizationId,
        actor.accountId,
        id,
      ]);
    });
  }

  private changed(
    caller: Caller,
    id: string,
    version: number,
    sent: object,
    what: string,
    values: (actor: Actor) => unknown[],
  ): Promise<PulseView> {
    return this.door.asActor(caller, async (tx, actor) => {
      const before = await inReach(tx, actor, id);
      const [, count] = await tx.query<[unknown, number]>(
        `UPDATE pulses SET ${what}, version = version + 1
          WHERE organization_id = $1 AND account_id = $2 AND id = $3 AND version = $4`,
        [actor.organizationId, actor.accountId, id, version, ...values(actor)],
      );
      if (count !== 1) throw stale(before, sent);
      return inReach(tx, actor, id);
    });
  }
}

async function inReach(tx: EntityManager, actor: Actor, id: string): Promise<PulseView> {
  if (!isId(id)) throw notFound('pulse');
  return found(await ownPulse(tx, actor, id), 'pulse');
}
