import { isOpenAt, openingOn, type WorkingTime } from '../risk/working-hours.rules.js';
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

/** So far back a working day is looked for; a longer rest than that, and the day before must do. Ours. */
const LONGEST_REST_DAYS = 7;

/**
 * When those in a session are told that it comes near: as the organization opens on its last working day before (ours).
 * One planned later than that is near already.
 */
export function toldAt(time: WorkingTime, plannedOn: string, now: Date): { tellAt: Date; isNear: boolean } {
  const before = (days: number): string => dayOf(dayNumber(plannedOn) - days);
  const openings = Array.from({ length: LONGEST_REST_DAYS }, (_, index) =>
    openingOn(time, before(index + 1)),
  );
  const nineBefore = { plannedOn: before(1), plannedTime: '09:00', plannedMinutes: 0 };
  const tellAt = openings.find((each) => each !== null) ?? spanOf(nineBefore, time.timeZone).startsAt;
  return { tellAt, isNear: tellAt <= now };
}

export interface SessionTime {
  on: string;
  time: string;
}

/** On the same day so many hours earlier or later, or at the same hour so many days away: the nearest first. Ours. */
const HOURS_AWAY = [2, -2, 4];
const DAYS_AWAY = [1, -1, 2, 3, 4, 5, 6, 7];

/** Times that might do instead of the planned one, to come and within working hours. */
export function otherTimes(
  time: WorkingTime,
  { plannedOn, plannedTime }: { plannedOn: string; plannedTime: string },
  now: Date,
): SessionTime[] {
  const planned = Temporal.PlainDateTime.from(`${plannedOn}T${plannedTime}`);
  const candidates = [
    ...HOURS_AWAY.map((hours) => planned.add({ hours })),
    ...DAYS_AWAY.map((days) => planned.add({ days })),
  ];
  return candidates
    .filter((each) => {
      const at = new Date(each.toZonedDateTime(time.timeZone).epochMilliseconds);
      return at > now && isOpenAt(time, at);
    })
    .map((each) => ({
      on: each.toPlainDate().toString(),
      time: each.toPlainTime().toString({ smallestUnit: 'minute' }),
    }));
}
