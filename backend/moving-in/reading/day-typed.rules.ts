import { monthNamed } from './month-names.js';
import { serialDay } from './serial-day.rules.js';
import type { Cell } from './sheet.js';
import { type Refused, type Typed, refused } from './typed.js';

export const DAY_ORDERS = ['month first', 'day first'] as const;
export type DayOrder = (typeof DAY_ORDERS)[number];

export interface DaySense {
  order: DayOrder;
  /**
   * Two digits of a year are: of a birth, the latest that make somebody at least ten years old; of an event the latest up
   * to twenty years ahead, so that a mistyped one lies in the future, where it is refused.
   */
  is: 'birth' | 'event';
  /** `YYYY-MM-DD` */
  today: string;
}

/** A file's days stand between 1927 and 2119 where they are numbers without the look of a day. */
const SERIAL = /^\d{5}(?:\.\d+)?$/;
const FEWEST_YEARS_OF_LIFE = 10;
const YEARS_AHEAD = 20;
const EARLIEST = '1900-01-01';

const WEEKDAY =
  /^(?:(?:mon|tues?|wed(?:nes)?|thu(?:rs?)?|fri|sat(?:ur)?|sun)(?:day)?|lunes|martes|mi[eé]rcoles|jueves|viernes|s[aá]bado|domingo)\.?,?\s+(?=\d|[a-z])/i;
/** Not in the organization's own time: the day may be another there. Midnight is how programs write a day alone. */
const OTHER_ZONE = /\d:\d\d(?::\d\d(?:\.\d+)?)?\s?(?:Z|UTC|GMT|[+-]\d\d:?\d\d)$/i;
const MIDNIGHT = /[T ]00:00(?::00(?:\.0+)?)?\s?(?:Z|UTC|GMT|\+00:?00)$/i;
const TIME_AFTER = /(?:T|,?\s+(?:at\s+)?)\d{1,2}:\d{2}(?::\d{2}(?:\.\d+)?)?\s*(?:[ap]\.?\s?m?\.?)?$/i;
const YEAR_FIRST = /^(\d{4})([-/.])(\d{1,2})\2(\d{1,2})$/;
const EIGHT_DIGITS = /^((?:19|20)\d{2})(\d{2})(\d{2})$/;
const NUMBERS = /^(\d{1,2})\s?([-/.])\s?(\d{1,2})\s?\2\s?(\d{4}|'?\d{2})$/;
const NAME_FIRST = /^([a-záéíóú]+)\.?[\s-]+(\d{1,2})(?:st|nd|rd|th)?[\s,-]+('?\d{2}|\d{4})$/i;
const NAME_SECOND =
  /^(\d{1,2})(?:st|nd|rd|th)?[\s-]+(?:of\s+|de\s+)?([a-záéíóú]+)\.?,?[\s-]+(?:de[l]?\s+)?('?\d{2}|\d{4})$/i;
const NO_YEAR =
  /^(?:\d{1,2}[-/.]\d{1,2}|[a-z]{3,}\.?\s+\d{1,2}(?:st|nd|rd|th)?|\d{1,2}(?:st|nd|rd|th)?\s+[a-z]{3,}\.?)$/i;
const NO_DAY = /^(?:\d{4}|\d{1,2}[-/]\d{4}|\d{4}[-/]\d{1,2}|[a-z]{3,}\.?,?\s+'?(?:\d{4}|\d{2}))$/i;

/**
 * The day a cell says, `YYYY-MM-DD`, in the shapes people type: 3/4/26, 03-04-2026, 3.4.2026, March 4th, 2026, 4 Mar 26,
 * 4 de marzo de 2026, 2026-03-04, 20260304, with a weekday before or a time after it, and the numbers by which
 * spreadsheets keep days. Nothing is guessed: a day that is none in the order chosen is refused, not turned around.
 */
export function dayTyped(cell: Cell, sense: DaySense): Typed<string> {
  if (cell.day) return withinCalendar(cell.day);
  if (SERIAL.test(cell.text)) return withinCalendar(serialDay(Number(cell.text), 'day', false)!.day!);
  if (isOfOtherZone(cell)) return IN_OTHER_ZONE;
  const text = cell.text.replace(MIDNIGHT, '').replace(WEEKDAY, '').replace(TIME_AFTER, '').trim();
  const parts = partsOf(text, sense);
  if (!parts) return { refused: whyNoDay(text) };
  const day = isoDay(parts.year, parts.month, parts.day);
  if (day) return withinCalendar(day);
  const turned = parts.isOrdered && isoDay(parts.year, parts.day, parts.month);
  return turned
    ? refused('day-in-other-order', otherOrder(turned, sense.order))
    : refused('day-not-in-calendar', `There is no such day in the calendar: ${cell.text}.`);
}

/** Whether a cell gives a moment by the clock of Greenwich, or another that is not the organization's. */
export function isOfOtherZone({ text }: Cell): boolean {
  return OTHER_ZONE.test(text) && !MIDNIGHT.test(text);
}

export const IN_OTHER_ZONE = refused(
  'time-in-another-zone',
  'This is a time of another zone (UTC), so the day may be another here. Export it in your own time.',
);

/** How a day may be read: the same whatever the order, only with the month first, only with the day first, or as two days. */
export function dayReads(
  cell: Cell,
  sense: Omit<DaySense, 'order'>,
): 'either way' | 'month first' | 'day first' | 'as two days' | 'no day' {
  const [month, day] = DAY_ORDERS.map((order) => dayTyped(cell, { ...sense, order })).map((typed) =>
    'value' in typed ? typed.value : null,
  );
  if (month === day) return month === null ? 'no day' : 'either way';
  if (month === null) return 'day first';
  return day === null ? 'month first' : 'as two days';
}

function partsOf(text: string, { order, is, today }: DaySense) {
  const iso = YEAR_FIRST.exec(text);
  if (iso) return { year: Number(iso[1]), month: Number(iso[3]), day: Number(iso[4]), isOrdered: false };
  const digits = EIGHT_DIGITS.exec(text);
  if (digits)
    return { year: Number(digits[1]), month: Number(digits[2]), day: Number(digits[3]), isOrdered: false };
  const numbers = NUMBERS.exec(text);
  if (numbers) {
    const [first, second] = [Number(numbers[1]), Number(numbers[3])];
    const [month, day] = order === 'month first' ? [first, second] : [second, first];
    return { year: yearOf(numbers[4]!, is, today, month, day), month, day, isOrdered: true };
  }
  const named = NAME_FIRST.exec(text);
  const [month, day, year] = named ? named.slice(1) : nameSecond(text);
  const number = month ? monthNamed(month) : null;
  if (!number) return null;
  return {
    year: yearOf(year!, is, today, number, Number(day)),
    month: number,
    day: Number(day),
    isOrdered: false,
  };
}

function nameSecond(text: string): string[] {
  const [, day, month, year] = NAME_SECOND.exec(text) ?? [];
  return month ? [month, day!, year!] : [];
}

/** In 2026 an event of '46 is of this century and one of '47 of the last; a birth of '16 of this, of '17 of the last. */
function yearOf(typed: string, is: DaySense['is'], today: string, month: number, day: number): number {
  const digits = typed.replace("'", '');
  if (digits.length === 4) return Number(digits);
  const thisYear = Number(today.slice(0, 4));
  const latest = thisYear + (is === 'event' ? YEARS_AHEAD : -FEWEST_YEARS_OF_LIFE);
  const year = latest - ((((latest - Number(digits)) % 100) + 100) % 100);
  const monthDay = month * 100 + day;
  const isYounger =
    is === 'birth' && year === latest && monthDay > Number(today.slice(5, 7)) * 100 + Number(today.slice(8));
  return isYounger ? year - 100 : year;
}

function isoDay(year: number, month: number, day: number): string | null {
  const date = new Date(Date.UTC(year, month - 1, day));
  if (date.getUTCFullYear() !== year || date.getUTCMonth() !== month - 1 || date.getUTCDate() !== day)
    return null;
  return date.toISOString().slice(0, 10);
}

function withinCalendar(day: string): Typed<string> {
  if (day >= EARLIEST) return { value: day };
  return refused('day-before-1900', `This day is before 1900: ${day}. Look at the year.`);
}

function otherOrder(day: string, order: DayOrder): string {
  const other = order === 'month first' ? 'day' : 'month';
  return `With the ${order.replace(' first', '')} first this is no day. With the ${other} first it would be ${day}: choose that order for the file, or mend this row.`;
}

function whyNoDay(text: string): Refused {
  if (NO_YEAR.test(text))
    return { code: 'day-without-year', words: 'The year is missing here. Write it out: 3/4/2026.' };
  if (NO_DAY.test(text))
    return { code: 'day-without-day', words: 'This names no single day. Write it out: 3/4/2026.' };
  return {
    code: 'day-not-understood',
    words: 'This is not a day we can read. Write it like 3/4/2026 or 2026-03-04.',
  };
}
