import { IN_OTHER_ZONE, isOfOtherZone } from './day-typed.rules.js';
import type { Cell } from './sheet.js';
import { type Typed, refused } from './typed.js';

const CLOCK =
  /^(?:at\s+)?(\d{1,2})(?:[:.h](\d{2})(?:[:.]\d{2}(?:\.\d+)?)?)?\s*(?:([ap])\.?\s?m?\.?|h|hrs?|o'clock)?$/i;
const FOUR_DIGITS = /^(\d{1,2})(\d{2})\s*(?:([ap])\.?\s?m?\.?|h|hrs?)?$/i;
/** A part of a day, as spreadsheets keep times. */
const FRACTION = /^0?\.\d{2,}$/;
const NAMED: Record<string, string> = { noon: '12:00', midday: '12:00', midnight: '00:00' };
/** Hours that without a word beside them are more likely of the afternoon; ours. */
const NIGHT_UNTIL = 6;

/** The time a cell says, `HH:MM`: 2pm, 2:30 PM, 2.30 p.m., 14:30, 1430, noon; the time of a day with a time counts too. */
export function timeTyped(cell: Cell): Typed<string> {
  if (cell.time) return { value: cell.time };
  if (isOfOtherZone(cell)) return IN_OTHER_ZONE;
  const text = cell.text
    .replace(/^.*\d[-/.]\d+[-/.]\d+(?:T|,?\s+)/, '')
    .trim()
    .toLowerCase();
  if (NAMED[text]) return { value: NAMED[text] };
  if (FRACTION.test(text)) return { value: clock(Math.round(Number(text) * 24 * 60) % (24 * 60)) };
  const [, hours, minutes = '00', half] = FOUR_DIGITS.exec(text) ?? CLOCK.exec(text) ?? [];
  const isAlone = /^\d{1,2}$/.test(text);
  if (hours === undefined || isAlone)
    return refused('time-not-understood', 'This is not a time we can read. Write it like 2:30 PM or 14:30.');
  const hour = Number(hours);
  const isHalved = half !== undefined;
  if (
    Number(minutes) > 59 ||
    hour > 23 ||
    (isHalved && half !== 'a' && hour > 12 && hour > 23) ||
    (isHalved && hour === 0) ||
    (isHalved && hour > 12 && half === 'a')
  )
    return refused('time-not-on-a-clock', `There is no such time on a clock: ${cell.text}.`);
  const shifted = isHalved && hour <= 12 ? (hour % 12) + (half === 'p' ? 12 : 0) : hour;
  const value = clock(shifted * 60 + Number(minutes));
  const mayBeAfternoon = !isHalved && hour > 0 && hour <= NIGHT_UNTIL && !/^0\d/.test(text);
  return mayBeAfternoon
    ? {
        value,
        mark: {
          code: 'time-at-night',
          words: `Taken as ${value}, at night. If it was in the afternoon, write ${hour}:${minutes} PM.`,
        },
      }
    : { value };
}

function clock(minutes: number): string {
  return `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`;
}
