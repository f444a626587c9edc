import { dayIn } from '../clock/clock.js';

/** No contact is older than this day. */
export const EARLIEST_DAY = '1900-01-01';
/** A device's clock may run ahead of the server's by so much; that much in the future is taken as now. */
const CLOCK_TOLERANCE_MS = 2 * 60 * 1000;

/** When a contact happened, in the organization's time zone. */
export interface Happened {
  occurredOn: string;
  /** 'HH:MM', null where only the day is known. */
  occurredTime: string | null;
  /** The instant it is sorted by. */
  happenedAt: Date;
}

export type NotAMoment = 'day-not-in-calendar' | 'day-before-1900' | 'time-not-on-a-clock' | 'in-the-future';

/**
 * When a contact happened, from what a person said: nothing (now), a local day, or a day and a time.
 *
 * - Without a time it is sorted as the last moment of its day that has gone by.
 * - A time the clocks skip, or show twice, is taken as the earlier of the two instants it may mean, so that nobody is
 *   told that what already happened lies in the future. A skipped time is kept as the clock showed it: in Los Angeles
 *   2:30 on 8 March 2026 is 1:30.
 * - Up to two minutes in the future is now; more is refused.
 *
 * @param said the day as 'YYYY-MM-DD' and the time as 'HH:MM'; a time without a day is today's
 * @param zone the organization's, an IANA name
 */
export function happened(
  said: { occurredOn: string | null; occurredTime: string | null },
  zone: string,
  now: Date,
): Happened | { refusal: NotAMoment } {
  const { occurredOn, occurredTime } = said;
  if (occurredOn === null && occurredTime === null) return atInstant(now, zone);
  const day = occurredOn === null ? dayIn(zone, now) : occurredOn;
  const refusal = whyNoDay(day) ?? (occurredTime === null ? null : whyNoTime(occurredTime));
  if (refusal) return { refusal };

  const date = Temporal.PlainDate.from(day);
  if (occurredTime !== null) {
    const local = date.toPlainDateTime(Temporal.PlainTime.from(occurredTime));
    const instant = new Date(local.toZonedDateTime(zone, { disambiguation: 'earlier' }).epochMilliseconds);
    return upToNow(instant, zone, now) ?? atInstant(instant, zone);
  }
  const beginning = new Date(date.toZonedDateTime(zone).epochMilliseconds);
  const lastMoment = new Date(date.add({ days: 1 }).toZonedDateTime(zone).epochMilliseconds - 1);
  const happenedAt = lastMoment < now ? lastMoment : now;
  return upToNow(beginning, zone, now) ?? { occurredOn: day, occurredTime: null, happenedAt };
}

/** A contact recorded on a later day than it happened on shows both days. */
export function isLateEntry(occurredOn: string, recordedAt: Date, zone: string): boolean {
  return occurredOn < dayIn(zone, recordedAt);
}

/** What becomes of an instant in the future; null for one that is not. */
function upToNow(instant: Date, zone: string, now: Date): Happened | { refusal: NotAMoment } | null {
  const ahead = instant.getTime() - now.getTime();
  if (ahead <= 0) return null;
  return ahead <= CLOCK_TOLERANCE_MS ? atInstant(now, zone) : { refusal: 'in-the-future' };
}

function atInstant(instant: Date, zone: string): Happened {
  const local = Temporal.Instant.fromEpochMilliseconds(instant.getTime()).toZonedDateTimeISO(zone);
  return {
    occurredOn: local.toPlainDate().toString(),
    occurredTime: local.toPlainTime().toString({ smallestUnit: 'minute' }),
    happenedAt: instant,
  };
}

function whyNoDay(day: string): NotAMoment | null {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(day)) return 'day-not-in-calendar';
  try {
    Temporal.PlainDate.from(day);
  } catch {
    return 'day-not-in-calendar';
  }
  return day < EARLIEST_DAY ? 'day-before-1900' : null;
}

function whyNoTime(time: string): NotAMoment | null {
  return /^([01]\d|2[0-3]):[0-5]\d$/.test(time) ? null : 'time-not-on-a-clock';
}
