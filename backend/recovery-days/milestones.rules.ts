import { dayNumber, dayOf } from '../standing/day-number.js';

export const MILESTONE_UNITS = ['days', 'months', 'years'] as const;
export type MilestoneUnit = (typeof MILESTONE_UNITS)[number];

export interface Milestone {
  unit: MilestoneUnit;
  count: number;
}

/** A milestone with its day, 'YYYY-MM-DD'. */
export interface MilestoneDay extends Milestone {
  on: string;
}

/** Those before whole years begin (domain.md 4), in their order. */
const FIRST: readonly Milestone[] = [
  ...[1, 7, 14, 30, 60, 90, 120, 180, 270].map((count): Milestone => ({ unit: 'days', count })),
  { unit: 'years', count: 1 },
  { unit: 'months', count: 18 },
];

/** The milestones in their order, from 0 on: 1 day … 270 days, 1 year, 18 months, 2 years, 3 years … without an end. */
export function milestoneNumber(index: number): Milestone {
  return FIRST[index] ?? { unit: 'years', count: index - FIRST.length + 2 };
}

/**
 * The day a milestone falls on. Months and years go by the calendar: one year from 1 March is the next 1 March, whether
 * 365 or 366 days lie between; from 29 February it is the 28th where the year has no 29th, and from the last day of a
 * month the last day of a shorter one.
 *
 * @param countedFrom the day all days would have begun on, were they one period; see `countedFrom`
 */
export function dayOfMilestone(countedFrom: string, { unit, count }: Milestone): string {
  if (unit === 'days') return dayOf(dayNumber(countedFrom) + count);
  return Temporal.PlainDate.from(countedFrom)
    .add({ [unit]: count })
    .toString();
}

/** Whether both are the same milestone. */
export function isSame(one: Milestone, other: Milestone): boolean {
  return one.unit === other.unit && one.count === other.count;
}

/** The first milestone of a count that falls on one of these days, both ends included; null when none does. */
export function milestoneBetween(
  countedFrom: string,
  fromOn: string,
  throughOn: string,
): MilestoneDay | null {
  // whoever counts in years is not asked about each year before
  const yearsBefore = Math.floor((dayNumber(fromOn) - dayNumber(countedFrom)) / 366);
  for (let index = yearsBefore < 1 ? 0 : FIRST.length + yearsBefore - 3; ; index += 1) {
    const milestone = milestoneNumber(index);
    const on = dayOfMilestone(countedFrom, milestone);
    if (on > throughOn) return null;
    if (on >= fromOn) return { ...milestone, on };
  }
}
