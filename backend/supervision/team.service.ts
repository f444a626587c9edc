import { Injectable } from '@nestjs/common';
import type { Caller } from '../access/caller.js';
import { Door } from '../access/door.js';
import type { PeriodAsked, Team, TeamWeeks, TeamWeeksAsked } from './team.dto.js';
import { teamNumbers, teamWeeks } from './team.queries.js';
import { periodAsked } from './team-period.rules.js';
import { sumOfWeights, totalsOf } from './team-totals.rules.js';

@Injectable()
export class TeamService {
  constructor(private readonly door: Door) {}

  /**
   * Standing today, and what happened in a period. Counts only, so the trail names nobody.
   *
   * @throws Problem 422 for half a period or one that ends before it begins
   */
  overview(caller: Caller, asked: PeriodAsked): Promise<Team> {
    return this.door.asActor(caller, async (tx, actor) => {
      const period = periodAsked(asked, actor.today);
      const { rows, coachesWithoutSupervisor } = await teamNumbers(tx, actor, period);
      const loads = rows.flatMap(({ load }) => load ?? []);
      actor.record({ action: 'team.opened' });
      return {
        today: actor.today,
        ...period,
        rows,
        totals: totalsOf(rows),
        load: {
          weight: sumOfWeights(loads.map(({ weight }) => weight)),
          capacity: sumOfWeights(loads.map(({ capacity }) => capacity)),
        },
        coachesWithoutSupervisor,
      };
    });
  }

  weeks(caller: Caller, { to }: TeamWeeksAsked): Promise<TeamWeeks> {
    return this.door.asActor(caller, (tx, actor) => {
      actor.record({ action: 'team.opened' });
      return teamWeeks(tx, to ?? actor.today);
    });
  }
}
