import { dayNumber, dayOf } from '../standing/day-number.js';
import type { PauseReason } from '../standing/standing-facts.js';

/** An expected end further ahead than this is a slip of the finger; ours. */
const MOST_YEARS_AWAY = 10;
/** The end of a time away can be set right while the window that followed it may still be open. */
const MOST_DAYS_OVER = 90;

export const PAUSE_STATES = ['coming', 'now', 'over'] as const;
export type PauseState = (typeof PAUSE_STATES)[number];

interface Span {
  reason: PauseReason;
  fromOn: string;
  /** The last day away or in peace. */
  throughOn: string;
}

/** What is wrong with a pause that somebody wants to begin or to change; null when nothing is. */
export interface WrongDay {
  field: 'fromOn' | 'throughOn';
  code: 'before-it-begins' | 'in-the-past' | 'too-far';
  words: string;
}

/** The day they are back: out of the place, or to be called again. */
export function outOn(throughOn: string): string {
  return dayOf(dayNumber(throughOn) + 1);
}

export function pauseState({ fromOn, throughOn }: Omit<Span, 'reason'>, today: string): PauseState {
  if (throughOn < today) return 'over';
  return fromOn <= today ? 'now' : 'coming';
}

/**
 * Whether someone can be away, or left in peace, from one day through another. A time away may be told of afterwards;
 * a wish is about days to come.
 *
 * @param mostQuietDays how many days ahead a wish may reach, a setting of the organization (30)
 */
export function wrongDayOf(
  { reason, fromOn, throughOn }: Span,
  today: string,
  mostQuietDays: number,
): WrongDay | null {
  if (throughOn < fromOn)
    return {
      field: 'throughOn',
      code: 'before-it-begins',
      words: 'The end lies before the beginning. Look at both days again.',
    };
  if (reason === 'wish' && throughOn < today)
    return { field: 'throughOn', code: 'in-the-past', words: 'This day has gone by. Choose today or later.' };
  const latest = reason === 'wish' ? plusDays(today, mostQuietDays) : plusYears(today, MOST_YEARS_AWAY);
  if (throughOn > latest)
    return {
      field: 'throughOn',
      code: 'too-far',
      words:
        reason === 'wish'
          ? `At most ${mostQuietDays} days ahead, through ${latest}. After that, ask them again.`
          : `This is more than ${MOST_YEARS_AWAY} years ahead. Look at the year again.`,
    };
  return null;
}

/** Whether a pause has been over for so long that its end is history. */
export function isLongOver(throughOn: string, today: string): boolean {
  return plusDays(throughOn, MOST_DAYS_OVER) < today;
}

export function plusDays(day: string, days: number): string {
  return dayOf(dayNumber(day) + days);
}

function plusYears(day: string, years: number): string {
  return Temporal.PlainDate.from(day).add({ years }).toString();
}
