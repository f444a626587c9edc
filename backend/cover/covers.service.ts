import { Injectable } from '@nestjs/common';
import type { Caller } from '../access/caller.js';
import { type Actor, Door, found } from '../access/door.js';
import { Problem, stale } from '../http/problem.js';
import type { EntityManager } from 'typeorm';
import type { CoverChoices, CoverChoicesAsked, Covers, CoverView, MakeCover } from './cover.dto.js';
import { endingOn } from './cover.rules.js';
import { coverChoices } from './cover-choices.queries.js';
import { coverHeld, coverOfId, coversInSight, othersAway } from './covers.queries.js';
import { awayFor, makeCover } from './make-cover.js';

@Injectable()
export class CoversService {
  constructor(private readonly door: Door) {}

  list(caller: Caller): Promise<Covers> {
    return this.door.asActor(caller, async (tx, actor) => {
      const [items, others] = await Promise.all([coversInSight(tx, actor), othersAway(tx, actor)]);
      return { today: actor.today, items, others: others.filter((one) => one.accountId !== actor.accountId) };
    });
  }

  choices(caller: Caller, asked: CoverChoicesAsked): Promise<CoverChoices> {
    return this.door.asActor(caller, async (tx, actor) => ({
      items: await coverChoices(tx, actor, await awayFor(tx, actor, asked), asked),
    }));
  }

  make(caller: Caller, asked: MakeCover): Promise<CoverView> {
    return this.door.asActor(caller, (tx, actor) => makeCover(tx, actor, asked));
  }

  /** They are back sooner: reach goes back with this request. Sent twice it is ended once. */
  end(caller: Caller, id: string, version: number): Promise<CoverView> {
    return this.door.asActor(caller, async (tx, actor) => {
      const cover = await coverHeld(tx, actor, id);
      if (cover.isEnded) return cover;
      if (cover.version !== version) throw stale(cover, {});
      if (cover.state === 'over') throw isOver();
      const endedOn = endingOn(cover, actor.today);
      await change(tx, actor, id, [endedOn, actor.accountId, actor.now]);
      await tx.query('SELECT cover_is_over($1, $2)', [id, actor.now]);
      actor.record({ action: 'cover.ended', subjectId: id });
      return found(await coverOfId(tx, actor, id), 'cover').view;
    });
  }

  /** Takes the ending back: it goes on through the day that was said. Sent twice it goes on once. */
  goOn(caller: Caller, id: string, version: number): Promise<CoverView> {
    return this.door.asActor(caller, async (tx, actor) => {
      const cover = await coverHeld(tx, actor, id);
      if (!cover.isEnded) return cover;
      if (cover.version !== version) throw stale(cover, {});
      if (cover.plannedThroughOn < actor.today) throw isOver();
      await change(tx, actor, id, [null, null, null]);
      await tx.query('SELECT cover_begins($1, $2), announce_cover($1)', [id, actor.now]);
      actor.record({ action: 'cover.gone-on', subjectId: id });
      return found(await coverOfId(tx, actor, id), 'cover').view;
    });
  }
}

function change(
  tx: EntityManager,
  { organizationId }: Actor,
  id: string,
  ended: [on: string | null, by: string | null, at: Date | null],
): Promise<unknown> {
  return tx.query(
    `UPDATE covers SET ended_on = $3, ended_by = $4, ended_at = $5, given_back_at = NULL, version = version + 1
      WHERE organization_id = $1 AND id = $2`,
    [organizationId, id, ...ended],
  );
}

const isOver = (): Problem =>
  new Problem(409, 'cover-over', 'This is over already. Name a new cover for the days to come.');
