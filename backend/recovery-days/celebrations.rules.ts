import { dayNumber, dayOf } from '../standing/day-number.js';
import { milestoneBetween, type MilestoneUnit } from './milestones.rules.js';

/** Something to be glad of, on a day of its own. */
export interface OwnCelebration {
  what: 'recovery days' | 'birthday';
  on: string;
  /** Of recovery days which milestone; null of a birthday. */
  unit: MilestoneUnit | null;
  count: number;
}

/** What the celebrations of one person follow from, as far as the asker may see it. */
export interface CelebrationFacts {
  /** See `countedFrom`; null where nothing is counted, or it is not for the asker. */
  countedFrom: string | null;
  bornOn: string | null;
}

/**
 * Milestones and birthdays on the days from one to another, both included; 29 February falls on the 28th in a year
 * without one. A birthday says no age.
 */
export function celebrationsBetween(
  { countedFrom, bornOn }: CelebrationFacts,
  fromOn: string,
  throughOn: string,
): OwnCelebration[] {
  const found: OwnCelebration[] = [];
  const milestone = countedFrom && milestoneBetween(countedFrom, fromOn, throughOn);
  if (milestone) found.push({ what: 'recovery days', ...milestone });
  const birthday = bornOn && birthdayBetween(bornOn, fromOn, throughOn);
  if (birthday) found.push({ what: 'birthday', on: birthday, unit: null, count: 0 });
  return found;
}

function birthdayBetween(bornOn: string, fromOn: string, throughOn: string): string | null {
  for (const year of new Set([fromOn.slice(0, 4), throughOn.slice(0, 4)])) {
    // constrained by the calendar: 29 February of a common year is the 28th
    const on = Temporal.PlainDate.from(bornOn)
      .with({ year: Number(year) })
      .toString();
    if (on >= fromOn && on <= throughOn && on > bornOn) return on;
  }
  return null;
}

/** So many days ahead a day is worth a word already (domain.md 2, reason 9). */
export const DAYS_AHEAD = 2;

export function daysFrom(day: string, days: number): string {
  return dayOf(dayNumber(day) + days);
}
