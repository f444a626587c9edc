import type Holidays from 'date-holidays';
import { createRequire } from 'node:module';
import type { Holiday } from './answering-settings.dto.js';

const load = createRequire(import.meta.url);

/**
 * The federal holidays of the United States in a year, with the weekday on which one is observed that falls on a
 * weekend. From date-holidays, which holds the whole world's in 36 MB and is loaded only when an administrator asks; a
 * day with two names keeps the first.
 */
export function federalHolidays(year: number): Holiday[] {
  const WorldHolidays = load('date-holidays') as typeof Holidays;
  const holidays = new WorldHolidays('US')
    .getHolidays(year)
    .filter(({ type }) => type === 'public')
    .map(({ date, name }) => ({ dayOn: date.slice(0, 10), name }));
  return holidays.filter(({ dayOn }, index) => holidays.findIndex((one) => one.dayOn === dayOn) === index);
}
