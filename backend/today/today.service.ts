import { Injectable } from '@nestjs/common';
import type { Caller } from '../access/caller.js';
import { Door } from '../access/door.js';
import { coveredToday } from '../cover/covered.queries.js';
import { doneToday } from './done-today.queries.js';
import type { PutAway, PutAwayView } from './put-away.dto.js';
import { bringBack, putAway } from './put-away.js';
import { putAwaysInForce } from './put-aways.queries.js';
import type { Today } from './today.dto.js';
import { todayFacts } from './today-facts.queries.js';
import { todayView } from './today-view.js';

@Injectable()
export class TodayService {
  constructor(private readonly door: Door) {}

  /** The acting coach's morning, in one call. Its line in the trail names whoever is on it. */
  open(caller: Caller): Promise<Today> {
    return this.door.asActor(caller, async (tx, actor) => {
      const [people, putAways, done, covered] = await Promise.all([
        todayFacts(tx, actor),
        putAwaysInForce(tx, actor),
        doneToday(tx, actor),
        coveredToday(tx, actor),
      ]);
      const view = todayView(people, putAways, done, actor.today, covered);
      const lists = [view.cards, view.agenda, view.comingUp, view.putAway, view.doneToday];
      const named = new Set(lists.flatMap((list) => list.map(({ participantId }) => participantId)));
      actor.record({ action: 'today.opened', participantIds: [...named] });
      return view;
    });
  }

  putAway(caller: Caller, asked: PutAway): Promise<PutAwayView> {
    return this.door.asActor(caller, (tx, actor) => putAway(tx, actor, asked));
  }

  bringBack(caller: Caller, putAwayId: string): Promise<PutAwayView> {
    return this.door.asActor(caller, (tx, actor) => bringBack(tx, actor, putAwayId));
  }
}
