import type { EntityManager } from 'typeorm';
import type { Actor } from '../access/door.js';
import type { OwnParticipant } from '../participants/own-participant.queries.js';
import { dayNumber } from '../standing/day-number.js';
import { birthdayOf } from './birthdays.queries.js';
import {
  currentPeriod,
  daysOf,
  type KeptMilestone,
  milestonesReached,
  nextMilestone,
  totalDays,
  withThoseThatStay,
} from './counting.rules.js';
import { isSame, type Milestone } from './milestones.rules.js';
import type { NextMilestone, ReachedMilestone, RecoveryDays, RecoveryPeriod } from './recovery-days.dto.js';
import {
  congratulationsOf,
  keptMilestones,
  type KnownPeriod,
  periodsOf,
  settingsOf,
} from './recovery-days.queries.js';

/** Everything the acting participant has of recovery days. */
export async function ownDays(
  tx: EntityManager,
  actor: Actor,
  { participantId, coachName }: OwnParticipant,
): Promise<RecoveryDays> {
  const [settings, all, kept, congratulations, birthday] = await Promise.all([
    settingsOf(tx, actor, participantId),
    periodsOf(tx, actor, participantId),
    keptMilestones(tx, actor, participantId),
    congratulationsOf(tx, actor, participantId),
    birthdayOf(tx, actor, participantId),
  ]);
  const periods = all.filter(({ isRemoved }) => !isRemoved);
  return {
    today: actor.today,
    ...countOf(periods, kept, congratulations, actor.today),
    periods: periods.map((period) => periodView(period, actor.today)),
    isShared: settings?.isShared ?? false,
    showsCurrentPeriod: settings?.showsCurrentPeriod ?? false,
    birthday,
    coachName,
    version: settings?.version ?? 1,
  };
}

export function periodView(period: KnownPeriod, today: string): RecoveryPeriod {
  const { periodId, beganOn, endedOn, version } = period;
  return { periodId, beganOn, endedOn, days: daysOf(period, today), version };
}

/** What follows from periods, the milestones kept, and who was glad of them. */
export function countOf(
  periods: readonly KnownPeriod[],
  kept: readonly KeptMilestone[],
  congratulations: readonly (Milestone & { name: string })[],
  today: string,
): { total: number; isCounting: boolean; milestones: ReachedMilestone[]; next: NextMilestone | null } {
  const reached = withThoseThatStay(milestonesReached(periods, today), kept);
  const next = nextMilestone(periods, reached, today);
  return {
    total: totalDays(periods, today),
    isCounting: currentPeriod(periods) !== null,
    milestones: reached.map(({ unit, count, on }) => ({
      ...{ unit, count, on },
      congratulatedBy: congratulations
        .filter((each) => isSame(each, { unit, count }))
        .map(({ name }) => name),
    })),
    next: next && { ...next, inDays: dayNumber(next.on) - dayNumber(today) },
  };
}
