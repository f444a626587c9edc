export const PAUSE_REASONS = ['wish', 'jail', 'hospital', 'residential'] as const;
export type PauseReason = (typeof PAUSE_REASONS)[number];

/**
 * Everything the standing of one enrollment follows from. Days are 'YYYY-MM-DD' in the organization's time zone;
 * drafts and voided contacts are left out before this point, whoever on the team had a contact.
 *
 * What ended before the last reached day may be left out: it moves nothing any more.
 */
export interface StandingFacts {
  enrolledOn: string;
  /** The cadence agreed now. `beganOn` is the day it was agreed, the enrollment day for the first. */
  agreedCadence: { days: number; beganOn: string };
  /** Cadences agreed before; one that ran past its own due day leaves that day missed. */
  earlierCadences: { days: number; beganOn: string; endedOn: string }[];
  /** The latest day of a two-way exchange, null when never reached. */
  lastReachedOn: string | null;
  /** The days with an attempt of ours after the last reached day. */
  attemptDays: string[];
  windows: { beganOn: string; closedOn: string | null }[];
  /** A note whose level changed is listed once for each level, with the days it had that level. */
  riskNotes: { level: 'urgent' | 'concern' | 'watch'; raisedOn: string; resolvedOn: string | null }[];
  /** `throughOn` is the last paused day, for someone away the expected end. Ended early, it is the day before that. */
  pauses: { fromOn: string; throughOn: string; reason: PauseReason }[];
  lastCheckInOn: string | null;
}

/**
 * The day in-touch-ness is counted from: the last reached day, else the enrollment day. A contact from before the
 * enrollment is kept and moves no standing.
 */
export function countedFrom(facts: StandingFacts): { day: string; isReached: boolean } {
  const { enrolledOn, lastReachedOn } = facts;
  return lastReachedOn !== null && lastReachedOn >= enrolledOn
    ? { day: lastReachedOn, isReached: true }
    : { day: enrolledOn, isReached: false };
}
