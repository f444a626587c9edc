import type { EntityManager } from 'typeorm';
import type { Actor } from '../access/door.js';
import { currentPeriod, daysOf } from './counting.rules.js';
import { countOf } from './own-days.js';
import { congratulationsOf, keptMilestones, periodsOf, settingsOf } from './recovery-days.queries.js';
import type { SharedDays } from './shared-days.dto.js';

/** What they share; null while they keep it to themselves, or have entered nothing. */
export async function sharedDays(
  tx: EntityManager,
  actor: Actor,
  participantId: string,
): Promise<SharedDays | null> {
  const [settings, all, kept, congratulations] = await Promise.all([
    settingsOf(tx, actor, participantId),
    periodsOf(tx, actor, participantId),
    keptMilestones(tx, actor, participantId),
    congratulationsOf(tx, actor, participantId),
  ]);
  const periods = all.filter(({ isRemoved }) => !isRemoved);
  if (!settings?.isShared || periods.length === 0) return null;
  const count = countOf(periods, kept, congratulations, actor.today);
  const current = currentPeriod(periods);
  return {
    ...count,
    currentDays: current && settings.showsCurrentPeriod ? daysOf(current, actor.today) : null,
    returnedOn: current ? null : periods[0]!.endedOn,
  };
}
