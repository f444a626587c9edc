import { FEWEST_MINUTES, MOST_MINUTES } from '../../contacts/contacts.rules.js';
import type { Cell } from './sheet.js';
import { type Typed, refused } from './typed.js';

const MINUTES = /^(\d{1,5})(?:\.0+)?\s*(?:m|min|mins|minutes?|minutos?|')?$/;
const HOURS = /^(\d{1,2}(?:[.,]\d{1,2})?|½|¼|¾)\s*(?:h|hr|hrs|hours?|horas?)$/;
const HOURS_AND_MINUTES =
  /^(\d{1,2})\s*(?::|h|hr|hrs|hours?,?(?:\s+and)?)\s*(\d{1,2})\s*(?:m|min|mins|minutes?)?$/;
const PARTS: Record<string, number> = { '½': 0.5, '¼': 0.25, '¾': 0.75 };

/** Whole minutes: 30, 30 min, 1 hr, 1.5 hours, ½ hour, 1:15, 1 h 15 min. */
export function minutesTyped(cell: Cell): Typed<number> {
  const text = (cell.time ?? cell.text).toLowerCase().trim();
  const minutes = minutesIn(text);
  if (minutes === null)
    return refused(
      'minutes-not-understood',
      'This is not a number of minutes. Write it like 30, or 1:15 for an hour and a quarter.',
    );
  if (minutes < FEWEST_MINUTES)
    return refused('minutes-none', 'Minutes begin at 1. Leave the cell empty if nobody knows.');
  if (minutes > MOST_MINUTES) return refused('minutes-beyond-a-day', 'A day has 1440 minutes.');
  return { value: minutes };
}

function minutesIn(text: string): number | null {
  const both = HOURS_AND_MINUTES.exec(text);
  if (both) return Number(both[1]) * 60 + Number(both[2]);
  const hours = HOURS.exec(text)?.[1];
  if (hours) return Math.round((PARTS[hours] ?? Number(hours.replace(',', '.'))) * 60);
  const minutes = MINUTES.exec(text)?.[1];
  return minutes === undefined ? null : Number(minutes);
}
