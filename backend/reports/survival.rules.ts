import { dayNumber } from '../standing/day-number.js';

/** A stay in a program; days are civil days of the organization. */
export interface Stay {
  enrolledOn: string;
  closedOn: string | null;
  closingReason: string | null;
}

/** So many stays that lasted so many days, until they ended as left or lost, or were no longer looked at (censored). */
export interface Lasted {
  days: number;
  isLost: boolean;
  stays: number;
}

/** A day on which somebody left or was lost; before the first of these the share is 1. */
export interface SurvivalStep {
  days: number;
  /** Stays that had lasted so long, those of this day included. */
  atRisk: number;
  lost: number;
  /** 0 to 1, of all: Kaplan-Meier's estimate. */
  share: number;
  /** Greenwood's; null where nobody is left to estimate it from. */
  standardError: number | null;
  /** 95 %, log-log; null where the share is 1 or 0. */
  low: number | null;
  high: number | null;
}

export interface Survival {
  stays: number;
  steps: SurvivalStep[];
  /** The longest that any stay was looked at, in days; 0 without stays. */
  followedDays: number;
}

/** The two reasons that end a stay against what was hoped for; the others end only the looking. */
const LOST = ['left', 'lost'];
/** The quantile of the normal distribution for 95 %. */
const Z = 1.959963984540054;
/** Below so many at risk nothing is said to anyone outside: with so few, a step is a person (domain rule: 1-10 hidden). */
export const LEAST_AT_RISK = 11;

/**
 * How long stays last (Kaplan and Meier 1958): from the enrollment until they end as left or lost. Completed, moved and
 * died end the looking, and so does `through`, the last day that is known; a stay begun after it is no part of it. Who
 * leaves on a day was still there when somebody else's looking ends on it, so events come before censorings.
 */
export function survival(stays: readonly Stay[], through: string): Survival {
  const last = dayNumber(through);
  return survivalOf(
    stays.flatMap(({ enrolledOn, closedOn, closingReason }) => {
      const began = dayNumber(enrolledOn);
      if (began > last) return [];
      const isClosed = closedOn !== null && closedOn <= through;
      const ended = isClosed ? dayNumber(closedOn) : last;
      return [{ days: ended - began, isLost: isClosed && LOST.includes(closingReason ?? ''), stays: 1 }];
    }),
  );
}

/** The same of what was counted already. */
export function survivalOf(lasted: readonly Lasted[]): Survival {
  const byDay = new Map<number, { lost: number; gone: number }>();
  for (const { days, isLost, stays } of lasted) {
    const day = byDay.get(days) ?? { lost: 0, gone: 0 };
    day.gone += stays;
    if (isLost) day.lost += stays;
    byDay.set(days, day);
  }
  const days = [...byDay.keys()].sort((one, other) => one - other);
  const stays = lasted.reduce((sum, each) => sum + each.stays, 0);
  const steps: SurvivalStep[] = [];
  let atRisk = stays;
  let share = 1;
  let greenwood = 0;
  for (const day of days) {
    const { lost, gone } = byDay.get(day)!;
    if (lost > 0) {
      share *= (atRisk - lost) / atRisk;
      greenwood += lost / (atRisk * (atRisk - lost));
      steps.push({ days: day, atRisk, lost, share, ...spread(share, greenwood) });
    }
    atRisk -= gone;
  }
  return { stays, steps, followedDays: days.at(-1) ?? 0 };
}

/** Greenwood's standard error, and the interval on the scale of log(-log), which stays between 0 and 1. */
function spread(share: number, greenwood: number): Pick<SurvivalStep, 'standardError' | 'low' | 'high'> {
  if (share === 0) return { standardError: null, low: null, high: null };
  const standardError = share * Math.sqrt(greenwood);
  const width = (Z * Math.sqrt(greenwood)) / Math.abs(Math.log(share));
  return {
    standardError,
    low: share ** Math.exp(width),
    high: share ** Math.exp(-width),
  };
}

/** What is known of a day: how many stays had lasted so long, and the share. Null once nobody was looked at so long. */
export interface StillThere {
  days: number;
  atRisk: number;
  share: number | null;
  low: number | null;
  high: number | null;
}

/** The days that a funder asks for. */
export const RETENTION_DAYS = [30, 60, 90, 180, 365] as const;

/** The share still there after these days. */
export function stillThere(
  lasted: readonly Lasted[],
  { steps, followedDays, stays }: Survival,
  days: readonly number[] = RETENTION_DAYS,
): StillThere[] {
  return days.map((day) => {
    const atRisk = lasted.reduce((sum, each) => sum + (each.days >= day ? each.stays : 0), 0);
    const step = steps.findLast((each) => each.days <= day);
    const share = step?.share ?? 1;
    // nobody is left to leave: 0 stays 0
    if (stays === 0 || (day > followedDays && share > 0))
      return { days: day, atRisk, share: null, low: null, high: null };
    return { days: day, atRisk, share, low: step?.low ?? null, high: step?.high ?? null };
  });
}

/**
 * The curve for outside: it stops where fewer than 11 are at risk, and a step is drawn only when 11 or more have left
 * since the last one, so that no number of 1 to 10 can be read from it.
 */
export function forOutside({ stays, steps, followedDays }: Survival, lasted: readonly Lasted[]): Survival {
  const stopsAt = lastDayAtRisk(lasted);
  const coarse: SurvivalStep[] = [];
  let lost = 0;
  for (const step of steps) {
    if (step.days > stopsAt || step.atRisk < LEAST_AT_RISK) break;
    lost += step.lost;
    if (lost < LEAST_AT_RISK) continue;
    coarse.push({ ...step, lost });
    lost = 0;
  }
  return { stays, steps: coarse, followedDays: Math.min(followedDays, stopsAt) };
}

/** The last day on which 11 stays or more were still looked at; -1 when there never were so many. */
export function lastDayAtRisk(lasted: readonly Lasted[], least = LEAST_AT_RISK): number {
  let atRisk = 0;
  for (const { days, stays } of [...lasted].sort((one, other) => other.days - one.days)) {
    atRisk += stays;
    if (atRisk >= least) return days;
  }
  return -1;
}
