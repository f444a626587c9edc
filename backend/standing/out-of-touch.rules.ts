import { dayNumber } from './day-number.js';
import { type StandingFacts, countedFrom } from './standing-facts.js';

/** Past due, attempts on so many different days since last reached mean out of touch; ours. */
export const ATTEMPT_DAYS_UNTIL_OUT_OF_TOUCH = 3;
/** So many agreed cadences past the due day mean out of touch; ours. */
export const CADENCES_UNTIL_OUT_OF_TOUCH = 2;

export const OUT_OF_TOUCH_REASONS = ['attempts', 'time'] as const;
export type OutOfTouchReason = (typeof OUT_OF_TOUCH_REASONS)[number];

/** When someone past due counts as out of touch, and the days on which that may change. */
export interface OutOfTouch {
  by(day: number, dueOn: number): OutOfTouchReason | null;
  turningDays(dueOn: number): number[];
}

/**
 * Reads from the facts when someone is out of touch. A check-in is no contact, but whoever sent one within their
 * agreed cadence is not lost: they stay overdue through the check-in day + the cadence's days.
 */
export function outOfTouch(facts: StandingFacts): OutOfTouch {
  const { agreedCadence, lastCheckInOn } = facts;
  const attemptsUntil = lastNeededAttempt(facts);
  const timeUntil = CADENCES_UNTIL_OUT_OF_TOUCH * agreedCadence.days;
  const checkedInOn = lastCheckInOn === null ? -Infinity : dayNumber(lastCheckInOn);
  const heardThrough = checkedInOn + agreedCadence.days;
  return {
    by(day, dueOn) {
      if (day <= dueOn || (checkedInOn <= day && day <= heardThrough)) return null;
      if (day >= attemptsUntil) return 'attempts';
      return day >= dueOn + timeUntil ? 'time' : null;
    },
    turningDays: (dueOn) =>
      [attemptsUntil, dueOn + timeUntil, checkedInOn, heardThrough + 1].filter(Number.isFinite),
  };
}

/** The day of the third attempt day since last reached; Infinity when there are fewer. */
function lastNeededAttempt(facts: StandingFacts): number {
  const { day: since, isReached } = countedFrom(facts);
  const counting = facts.attemptDays.filter((day) => (isReached ? day > since : day >= since));
  const day = [...new Set(counting)].sort()[ATTEMPT_DAYS_UNTIL_OUT_OF_TOUCH - 1];
  return day === undefined ? Infinity : dayNumber(day);
}
