import { Injectable } from '@nestjs/common';
import type { Caller } from '../access/caller.js';
import { Door, found } from '../access/door.js';
import { Problem, stale } from '../http/problem.js';
import type { CoverChoices, CoverChoicesAsked, Covers, CoverView, MakeCover } from './cover.dto.js';
import { endingOn } from './cover.rules.js';
import { coverChoices } from './cover-choices.queries.js';
import { endCover, letGoOn } from './cover-changes.js';
import { coverHeld, coverOfId, coversInSight, othersAway } from './covers.queries.js';
import { awayFor, makeCover, refuseWrongDays } from './make-cover.js';

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
    return this.door.asActor(caller, async (tx, actor) => {
      refuseWrongDays(actor, asked);
      return { items: await coverChoices(tx, actor, await awayFor(tx, actor, asked), asked) };
    });
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
      await endCover(tx, actor, id, endingOn(cover, actor.today));
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
      await letGoOn(tx, actor, id);
      return found(await coverOfId(tx, actor, id), 'cover').view;
    });
  }
}

const isOver = (): Problem =>
  new Problem(409, 'cover-over', 'This is over already. Name a new cover for the days to come.');
