import { dayNumber, dayOf } from '../standing/day-number.js';

/** When BARC-10 is asked: settings of the organization, in days. */
export interface BarcRhythm {
  /** Within so many days of the enrollment, */
  firstDays: number;
  /** and then every so many. */
  everyDays: number;
}

/** Domain rule 5; ours. */
export const DEFAULT_RHYTHM: BarcRhythm = { firstDays: 30, everyDays: 90 };

/** It says so this many days before, so that "within 30 days" can be kept; ours. */
export const DAYS_AHEAD = 7;

/**
 * The day by which BARC-10 is due. One that was begun counts, complete or not: what was skipped is not asked for again
 * the next morning. One of an earlier stay does not.
 *
 * @param enrolledOn of the earliest enrollment that is open
 */
export function barcDueOn(
  { enrolledOn, lastTakenOn }: { enrolledOn: string; lastTakenOn: string | null },
  { firstDays, everyDays }: BarcRhythm,
): string {
  return lastTakenOn !== null && lastTakenOn >= enrolledOn
    ? dayOf(dayNumber(lastTakenOn) + everyDays)
    : dayOf(dayNumber(enrolledOn) + firstDays);
}

/** Whether it is time to ask: the day has come, or comes within a week. */
export function isTimeFor(dueOn: string, today: string): boolean {
  return dayNumber(today) >= dayNumber(dueOn) - DAYS_AHEAD;
}
