/** When an organization is open on a weekday: 1 is Monday, 7 is Sunday. */
export interface OpeningHours {
  weekday: number;
  /** HH:MM on the organization's clock. */
  opens: string;
  /** HH:MM, through 24:00. */
  closes: string;
}

/** When an organization works: its zone (IANA name), its hours, and the days it is closed all the same. */
export interface WorkingTime {
  timeZone: string;
  hours: readonly OpeningHours[];
  /** Civil days, YYYY-MM-DD. */
  holidays: ReadonlySet<string>;
}

/** For an organization that has set none: Monday to Friday, nine to five (ours). */
export const DEFAULT_HOURS: readonly OpeningHours[] = [1, 2, 3, 4, 5].map((weekday) => ({
  weekday,
  opens: '09:00',
  closes: '17:00',
}));

/** Past so many days without a working day, somebody closed every weekday: any day must do. */
const LONGEST_REST_DAYS = 400;

/** The civil day an instant falls on. */
export function localDay({ timeZone }: WorkingTime, instant: Date): string {
  return zoned(timeZone, instant).toPlainDate().toString();
}

/** When the organization closes on a day, or null when it stays closed. A time that a clock change skips moves on. */
export function closingOn(time: WorkingTime, day: string): Date | null {
  const hours = hoursOn(time, day);
  return hours && at(time, day, hours.closes);
}

/** When the organization opens on a day, or null when it stays closed. */
export function openingOn(time: WorkingTime, day: string): Date | null {
  const hours = hoursOn(time, day);
  return hours && at(time, day, hours.opens);
}

/** Whether somebody is at work at this instant. */
export function isOpenAt(time: WorkingTime, instant: Date): boolean {
  const day = localDay(time, instant);
  const hours = hoursOn(time, day);
  return hours !== null && at(time, day, hours.opens) <= instant && instant < at(time, day, hours.closes);
}

/** When the organization opens next; the instant itself while it is open. */
export function nextOpening(time: WorkingTime, instant: Date): Date {
  if (isOpenAt(time, instant)) return instant;
  const today = localDay(time, instant);
  for (let days = 0; days < LONGEST_REST_DAYS; days += 1) {
    const opening = openingOn(time, dayAfter(today, days));
    if (opening && opening > instant) return opening;
  }
  return at(time, dayAfter(today, 1), DEFAULT_HOURS[0]!.opens);
}

/** The closing time of the so-manieth working day after a day. */
export function closingAfter(time: WorkingTime, day: string, workingDays: number): Date {
  let left = workingDays;
  for (let days = 1; days < LONGEST_REST_DAYS; days += 1) {
    const closing = closingOn(time, dayAfter(day, days));
    if (closing && (left -= 1) === 0) return closing;
  }
  return at(time, dayAfter(day, workingDays), DEFAULT_HOURS[0]!.closes);
}

/** The last closing time within so many days after a day; at the end of the last of them when it never opens. */
export function lastClosingWithin(time: WorkingTime, day: string, days: number): Date {
  for (let left = days; left > 0; left -= 1) {
    const closing = closingOn(time, dayAfter(day, left));
    if (closing) return closing;
  }
  return at(time, dayAfter(day, days), '24:00');
}

function hoursOn({ hours, holidays }: WorkingTime, day: string): OpeningHours | null {
  if (holidays.has(day)) return null;
  const { dayOfWeek } = Temporal.PlainDate.from(day);
  return hours.find(({ weekday }) => weekday === dayOfWeek) ?? null;
}

function dayAfter(day: string, days: number): string {
  return Temporal.PlainDate.from(day).add({ days }).toString();
}

function at({ timeZone }: WorkingTime, day: string, clock: string): Date {
  const date = Temporal.PlainDate.from(day);
  const moment =
    clock === '24:00'
      ? date.add({ days: 1 }).toZonedDateTime(timeZone)
      : date.toZonedDateTime({ timeZone, plainTime: clock });
  return new Date(moment.epochMilliseconds);
}

function zoned(timeZone: string, instant: Date): Temporal.ZonedDateTime {
  return Temporal.Instant.fromEpochMilliseconds(instant.getTime()).toZonedDateTimeISO(timeZone);
}
