/** A cover reaching further ahead, or lasting longer, than this is a slip of the finger; ours. */
const MOST_DAYS_AHEAD = 366;
const MOST_DAYS_LONG = 366;

/** What somebody can be away as. */
export const COVERED_ROLES = ['coach', 'supervisor'] as const;
export type CoveredRole = (typeof COVERED_ROLES)[number];

export const COVER_STATES = ['coming', 'now', 'over'] as const;
export type CoverState = (typeof COVER_STATES)[number];

/** Days on the organization's calendar; the last is `throughOn`. */
export interface CoverDays {
  fromOn: string;
  throughOn: string;
}

export interface WrongDay {
  field: 'fromOn' | 'throughOn';
  code: 'before-it-begins' | 'in-the-past' | 'too-far';
  words: string;
}

/** What is wrong with the days of a cover to be made; null when nothing is. */
export function wrongDayOf({ fromOn, throughOn }: CoverDays, today: string): WrongDay | null {
  if (fromOn < today)
    return { field: 'fromOn', code: 'in-the-past', words: 'This day has gone by. Choose today or later.' };
  if (throughOn < fromOn)
    return {
      field: 'throughOn',
      code: 'before-it-begins',
      words: 'The last day lies before the first. Look at both days again.',
    };
  if (fromOn > plusDays(today, MOST_DAYS_AHEAD))
    return {
      field: 'fromOn',
      code: 'too-far',
      words: 'This is more than a year ahead. Look at the year again.',
    };
  if (throughOn >= plusDays(fromOn, MOST_DAYS_LONG))
    return {
      field: 'throughOn',
      code: 'too-far',
      words: 'Somebody covers for a year at most. For longer, participants are given to another coach.',
    };
  return null;
}

/** @param untilOn the first day on which it holds no longer */
export function coverState(
  { fromOn, untilOn }: { fromOn: string; untilOn: string },
  today: string,
): CoverState {
  if (untilOn <= today) return 'over';
  return fromOn <= today ? 'now' : 'coming';
}

/** The first day without it when it is ended today: one that has not begun never does. */
export function endingOn({ fromOn }: Pick<CoverDays, 'fromOn'>, today: string): string {
  return fromOn > today ? fromOn : today;
}

export function plusDays(day: string, days: number): string {
  return Temporal.PlainDate.from(day).add({ days }).toString();
}
