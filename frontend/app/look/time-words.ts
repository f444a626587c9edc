import type { Clock, Day, Instant, Language } from '../../api/contract';

const DAY_LENGTH = 86_400_000;

/** Milliseconds of the day's midnight in UTC: days are only ever compared with days. */
function midnight(day: Day): number {
  return Date.parse(`${day}T00:00:00Z`);
}

/** Whole days from `from` to `to`; negative when `to` is earlier. */
export function daysBetween(from: Day, to: Day): number {
  return Math.round((midnight(to) - midnight(from)) / DAY_LENGTH);
}

/** The day `count` days after `day`. */
export function addDays(day: Day, count: number): Day {
  return new Date(midnight(day) + count * DAY_LENGTH).toISOString().slice(0, 10);
}

function inLanguage(language: Language, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  return new Intl.DateTimeFormat(language === 'es' ? 'es-US' : 'en-US', options);
}

/** "Tuesday, November 24, 2026": for screen readers and for those who hover. */
export function exactDay(day: Day, language: Language): string {
  return inLanguage(language, { dateStyle: 'full', timeZone: 'UTC' }).format(midnight(day));
}

/** "3 days ago", "yesterday", "today", "tomorrow", "in 5 days". */
export function countedDays(day: Day, today: Day, language: Language): string {
  return new Intl.RelativeTimeFormat(language, { numeric: 'auto' }).format(daysBetween(today, day), 'day');
}

/**
 * The day as people say it: today, yesterday, tomorrow; the weekday within six days;
 * days counted up to a month; then the date, with its year when that is another one.
 */
export function dayWords(day: Day, today: Day, language: Language): string {
  const away = daysBetween(today, day);
  if (Math.abs(away) <= 1) return countedDays(day, today, language);
  const options: Intl.DateTimeFormatOptions = { timeZone: 'UTC' };
  if (Math.abs(away) <= 6) return inLanguage(language, { ...options, weekday: 'long' }).format(midnight(day));
  if (Math.abs(away) <= 30) return countedDays(day, today, language);
  const year = day.slice(0, 4) === today.slice(0, 4) ? {} : { year: 'numeric' as const };
  return inLanguage(language, { ...options, month: 'long', day: 'numeric', ...year }).format(midnight(day));
}

/** "Tue, Nov 24": short, but never ambiguous. */
export function shortDay(day: Day, language: Language): string {
  return inLanguage(language, { weekday: 'short', month: 'short', day: 'numeric', timeZone: 'UTC' }).format(
    midnight(day),
  );
}

/** "Nov 24, 2026": on paper, and where a stretch runs over years. */
export function calendarDay(day: Day, language: Language): string {
  return inLanguage(language, { dateStyle: 'medium', timeZone: 'UTC' }).format(midnight(day));
}

/** "Nov 24": below a picture, where there is little room. */
export function monthDay(day: Day, language: Language): string {
  return inLanguage(language, { month: 'short', day: 'numeric', timeZone: 'UTC' }).format(midnight(day));
}

/** "2:05 PM" from HH:MM. */
export function clockWords(clock: Clock, language: Language): string {
  return inLanguage(language, { timeStyle: 'short', timeZone: 'UTC' }).format(
    Date.parse(`1970-01-01T${clock}Z`),
  );
}

/** "2:05 PM" in the zone given. */
export function timeOf(at: Instant, timeZone: string, language: Language): string {
  return inLanguage(language, { timeStyle: 'short', timeZone }).format(Date.parse(at));
}

/** The hour of the day in the zone given, 0 to 23. */
export function hourIn(at: Date, timeZone: string): number {
  return Number(new Intl.DateTimeFormat('en-US', { timeZone, hour: 'numeric', hourCycle: 'h23' }).format(at));
}

/** The local day of an instant in the zone given. */
export function dayOf(at: Instant | Date, timeZone: string): Day {
  return new Intl.DateTimeFormat('en-CA', { timeZone, dateStyle: 'short' }).format(new Date(at));
}

/** "12 minutes ago", "3 hours ago"; from a day on, days. Later instants read "in 20 minutes". */
export function sinceWords(at: Instant, now: Date, language: Language): string {
  const words = new Intl.RelativeTimeFormat(language, { numeric: 'auto' });
  const minutes = Math.round((Date.parse(at) - now.getTime()) / 60_000);
  if (Math.abs(minutes) < 60) return words.format(minutes, 'minute');
  if (Math.abs(minutes) < 24 * 60) return words.format(Math.trunc(minutes / 60), 'hour');
  return words.format(Math.trunc(minutes / (24 * 60)), 'day');
}
