import type { Held } from './number-format.rules.js';

const DAY_MS = 86_400_000;
const MINUTES_OF_A_DAY = 24 * 60;
/** Day 0 of either count. The older one believes that 1900 had a 29 February: day 60, which never was. */
const DAY_ZERO_1900 = Date.UTC(1899, 11, 30);
const DAY_ZERO_1904 = Date.UTC(1904, 0, 1);
const LEAP_DAY_THAT_NEVER_WAS = 60;
/** 31 December 9999. */
const LAST = 2_958_466;

/**
 * The day and time a spreadsheet program keeps as a number; the fraction is the time, to the nearest minute.
 * @returns null for a number that is neither
 */
export function serialDay(
  serial: number,
  held: Held,
  isFrom1904: boolean,
): { day?: string; time?: string } | null {
  if (!(serial >= 0 && serial < LAST)) return null;
  const minutes = Math.round((serial % 1) * MINUTES_OF_A_DAY);
  const whole = Math.floor(serial) + (minutes === MINUTES_OF_A_DAY ? 1 : 0);
  const hasTime = held !== 'day' || minutes % MINUTES_OF_A_DAY !== 0;
  const time = hasTime ? clock(minutes % MINUTES_OF_A_DAY) : undefined;
  if (whole === 0 && (held === 'time' || !isFrom1904)) return held === 'day' ? null : { time: time! };
  const day = isFrom1904 ? DAY_ZERO_1904 + whole * DAY_MS : dayFrom1900(whole);
  if (day === null) return null;
  return { day: new Date(day).toISOString().slice(0, 10), ...(time === undefined ? {} : { time }) };
}

function dayFrom1900(whole: number): number | null {
  if (whole === LEAP_DAY_THAT_NEVER_WAS) return null;
  return DAY_ZERO_1900 + (whole < LEAP_DAY_THAT_NEVER_WAS ? whole + 1 : whole) * DAY_MS;
}

function clock(minutes: number): string {
  return `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`;
}
