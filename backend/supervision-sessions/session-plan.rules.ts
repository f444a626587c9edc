import { dayNumber, dayOf } from '../standing/day-number.js';

/** One coach alone, or several of a team together. */
export const SESSION_KINDS = ['individual', 'group'] as const;
export type SessionKind = (typeof SESSION_KINDS)[number];

/** A session lasts a day at most; ours, to catch a slip of the hand. */
export const MOST_MINUTES = 1440;
/** A rhythm of a quarter at most; ours. */
export const MOST_DAYS_APART = 92;
/** 8 coaches a supervisor and 12 people a group are a payer's ceilings (North Carolina 8G); the larger one, ours. */
export const MOST_COACHES = 12;

/**
 * The next day of a rhythm after a day: it is counted on from where it began, so a session that is moved moves none of
 * those to come, and those that were missed are not made up for.
 *
 * @param rhythmOn the day the rhythm had for the session that was, 'YYYY-MM-DD'
 */
export function nextInRhythm(rhythmOn: string, everyDays: number, after: string): string {
  const [from, past] = [dayNumber(rhythmOn), dayNumber(after)];
  const steps = Math.max(1, Math.floor((past - from) / everyDays) + 1);
  return dayOf(from + steps * everyDays);
}

/** From when to when a plan takes up time, on the organization's clock. A time that a clock change skips moves on. */
export function spanOf(
  plan: { plannedOn: string; plannedTime: string; plannedMinutes: number },
  timeZone: string,
): { startsAt: Date; endsAt: Date } {
  const start = Temporal.PlainDate.from(plan.plannedOn).toZonedDateTime({
    timeZone,
    plainTime: Temporal.PlainTime.from(plan.plannedTime),
  });
  const startsAt = new Date(start.epochMilliseconds);
  return { startsAt, endsAt: new Date(startsAt.getTime() + plan.plannedMinutes * 60_000) };
}

/** Half-open, as PostgreSQL writes a range: one that ends at ten is not in the way of one that begins then. */
export function rangeOf({ startsAt, endsAt }: { startsAt: Date; endsAt: Date }): string {
  return `[${startsAt.toISOString()},${endsAt.toISOString()})`;
}

/** Why so many coaches are no session of this kind, or null. */
export function whyNotOfKind(
  kind: SessionKind,
  coachCount: number,
): 'a-group-of-one' | 'one-coach-only' | null {
  if (kind === 'group') return coachCount < 2 ? 'a-group-of-one' : null;
  return coachCount === 1 ? null : 'one-coach-only';
}
