import { Injectable } from '@nestjs/common';
import type { Caller } from '../access/caller.js';
import { Door } from '../access/door.js';
import { numbersOnCaseload } from '../participants/ways-to-reach.queries.js';
import type { Caseload, CaseloadAsked, CaseloadItem, StandingCounts } from './caseload.dto.js';
import { caseloadCovered, caseloadOf } from './caseload.queries.js';
import { isFoundBy } from './find-by-name.js';

@Injectable()
export class CaseloadService {
  constructor(private readonly door: Door) {}

  /** The acting coach's caseload, and those of whoever they cover for, in one call. */
  caseload(caller: Caller, { standing, find }: CaseloadAsked): Promise<Caseload> {
    return this.door.asActor(caller, async (tx, actor) => {
      const [own, covered, numbers] = await Promise.all([
        caseloadOf(tx, actor, actor.accountId),
        caseloadCovered(tx, actor),
        numbersOnCaseload(tx, actor),
      ]);
      const everyone = [...own, ...covered];
      const items = everyone
        .filter((item) => (standing === undefined || item.standing.is === standing) && isFoundBy(find, item))
        .map((item) => ({ ...item, waysToReach: numbers.get(item.participantId) ?? [] }));
      actor.record({ action: 'caseload.listed', participantIds: items.map((item) => item.participantId) });
      return { today: actor.today, counts: countsOf(everyone), items };
    });
  }
}

/** How many of each standing. */
export function countsOf(items: Pick<CaseloadItem, 'standing'>[]): StandingCounts {
  const counts: StandingCounts = { new: 0, 'on track': 0, due: 0, overdue: 0, 'out of touch': 0, paused: 0 };
  for (const { standing } of items) counts[standing.is] += 1;
  return counts;
}
