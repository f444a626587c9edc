import type { Cell } from './sheet.js';
import { type Typed, refused } from './typed.js';

const NAMED: Record<string, number> = {
  daily: 1,
  weekly: 7,
  'every week': 7,
  'once a week': 7,
  'every two weeks': 14,
  'every 2 weeks': 14,
  fortnightly: 14,
  monthly: 30,
  'every month': 30,
};
const DAYS = /^(?:every\s+)?(\d{1,3})(?:\.0+)?\s*(?:d|days?)?$/;
const MOST = 90;

/** Days between contacts: 7, every 7 days, weekly. `Biweekly` means two things and is refused. */
export function agreedDaysTyped(cell: Cell): Typed<number> {
  const text = cell.text.toLowerCase().replace(/\s+/g, ' ');
  const days = NAMED[text] ?? Number(DAYS.exec(text)?.[1] ?? NaN);
  return days >= 1 && days <= MOST
    ? { value: days }
    : refused('agreed-days-not-understood', `Write the days between contacts as a number from 1 to ${MOST}.`);
}
