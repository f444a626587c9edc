import { invalid } from '../http/problem.js';
import { dayNumber, dayOf } from '../standing/day-number.js';

/** Days that a period may have by name, today the last of them. */
export const PERIODS = ['7', '30', '90'] as const;
export type NamedPeriod = (typeof PERIODS)[number];

/** From a day through a day, both counted; calendar days in the organization's zone. */
export interface Period {
  from: string;
  to: string;
}

/**
 * The period that is asked for: named, or from a day through a day; left out, 30 days.
 *
 * @throws Problem 422 with half a period, or one that ends before it begins
 */
export function periodAsked(
  { days = '30', from, to }: { days?: NamedPeriod; from?: string; to?: string },
  today: string,
): Period {
  if (!from && !to) return { from: dayOf(dayNumber(today) - Number(days) + 1), to: today };
  if (!from) throw invalid('from', 'first-day-missing', 'Choose the first day too.');
  if (!to) throw invalid('to', 'last-day-missing', 'Choose the last day too.');
  if (from > to) throw invalid('to', 'ends-before-it-begins', 'The last day comes before the first.');
  return { from, to };
}

/** Weeks that the pictures show: about three months. */
export const WEEKS_SHOWN = 13;

/** Weeks of seven days, the latest ending on this day; the earliest first. */
export function weeksThrough(to: string): Period[] {
  const last = dayNumber(to);
  return Array.from({ length: WEEKS_SHOWN }, (_, index) => {
    const end = last - 7 * (WEEKS_SHOWN - 1 - index);
    return { from: dayOf(end - 6), to: dayOf(end) };
  });
}
