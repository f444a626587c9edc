import type { Instant, Language } from '../../api/contract';
import { dayOf, daysBetween, dayWords, shortDay, timeOf } from '../look/time-words';

export interface Here {
  now: Date;
  timeZone: string;
  language: Language;
}

/** "2:05 PM" today, else "Monday, 5:00 PM", and farther off "Mon, Nov 30, 5:00 PM", on the organization's clock. */
export function momentWords(at: Instant, { now, timeZone, language }: Here): string {
  const [day, today] = [dayOf(at, timeZone), dayOf(now, timeZone)];
  const time = timeOf(at, timeZone, language);
  if (day === today) return time;
  // a counted day ("in 9 days") is no day to be "by"
  const isWeekday = Math.abs(daysBetween(today, day)) <= 6;
  return `${isWeekday ? dayWords(day, today, language) : shortDay(day, language)}, ${time}`;
}

/** "25 minutes", "3 hours", "2 days": how long something takes, to the unit a person would say. */
export function lengthWords(milliseconds: number, language: Language): string {
  const minutes = Math.max(1, Math.round(milliseconds / 60_000));
  const [count, unit] =
    minutes < 60
      ? [minutes, 'minute']
      : minutes < 24 * 60
        ? [Math.trunc(minutes / 60), 'hour']
        : [Math.trunc(minutes / (24 * 60)), 'day'];
  return new Intl.NumberFormat(language, { style: 'unit', unit, unitDisplay: 'long' }).format(count);
}

/** The clock of a note nobody has answered: "answer by 2:05 PM, in 25 minutes", or how late the answer is. */
export function clockWords(answerBy: Instant, here: Here): string {
  const late = here.now.getTime() - Date.parse(answerBy);
  const moment = momentWords(answerBy, here);
  return late < 0
    ? `Answer by ${moment}, in ${lengthWords(-late, here.language)}`
    : `An answer was due ${moment}: ${lengthWords(late, here.language)} late`;
}

/** Whether an answer came in time, or how late it was. */
export function answeredWords(answeredAt: Instant, dueAt: Instant, language: Language): string {
  const late = Date.parse(answeredAt) - Date.parse(dueAt);
  return late > 0 ? `${lengthWords(late, language)} late` : 'in time';
}
