import Holidays from 'date-holidays';
import type { Holiday } from './answering-settings.dto.js';

/**
 * The federal holidays of the United States in a year, with the weekday on which one is observed that falls on a
 * weekend. From date-holidays; a day with two names keeps the first.
 */
export function federalHolidays(year: number): Holiday[] {
  const holidays = new Holidays('US')
    .getHolidays(year)
    .filter(({ type }) => type === 'public')
    .map(({ date, name }) => ({ dayOn: date.slice(0, 10), name }));
  return holidays.filter(({ dayOn }, index) => holidays.findIndex((one) => one.dayOn === dayOn) === index);
}
