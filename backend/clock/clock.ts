/** The one source of "now". Tests put another in its place; nothing else reads the time. */
export class Clock {
  now(): Date {
    return new Date();
  }
}

const days = new Map<string, { day: string; from: number; until: number }>();

/** The calendar day, `YYYY-MM-DD`, that an instant falls on in a zone (IANA name). */
export function dayIn(timeZone: string, instant: Date): string {
  const at = instant.getTime();
  const known = days.get(timeZone);
  if (known && at >= known.from && at < known.until) return known.day;
  const start = Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(timeZone).startOfDay();
  const day = start.toPlainDate().toString();
  days.set(timeZone, {
    day,
    from: start.epochMilliseconds,
    until: start.add({ days: 1 }).startOfDay().epochMilliseconds,
  });
  return day;
}
