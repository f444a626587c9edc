import type { Period } from './counting.rules.js';

/** What is wrong with a period somebody wants to enter or to set right. */
export interface WrongDay {
  field: 'beganOn' | 'endedOn';
  code: 'in-the-future' | 'before-birth' | 'before-it-begins' | 'overlaps';
  words: string;
}

/**
 * Whether a period can stand beside the others of the same person; null when it can.
 *
 * @param others every other period of theirs
 * @param bornOn their birthday where it is given
 */
export function wrongDayOf(
  period: Period,
  others: readonly Period[],
  today: string,
  bornOn: string | null,
): WrongDay | null {
  const { beganOn, endedOn } = period;
  if (beganOn > today)
    return {
      field: 'beganOn',
      code: 'in-the-future',
      words: 'This day has not come yet. Choose today or earlier.',
    };
  if (bornOn !== null && beganOn < bornOn)
    return {
      field: 'beganOn',
      code: 'before-birth',
      words: 'This is before the birthday you gave. Look at the year.',
    };
  if (endedOn !== null && endedOn < beganOn)
    return {
      field: 'endedOn',
      code: 'before-it-begins',
      words: 'The end is before the beginning. Look at both days.',
    };
  if (endedOn !== null && endedOn > today)
    return {
      field: 'endedOn',
      code: 'in-the-future',
      words: 'This day has not come yet. Choose today or earlier.',
    };
  const other = others.find((each) => overlap(period, each));
  return other
    ? {
        field: 'beganOn',
        code: 'overlaps',
        words: 'Some of these days are counted already. Change the other dates, or choose days beside them.',
      }
    : null;
}

/** Whether two periods share a day that counts; one may begin on the day the other ended. */
function overlap(one: Period, other: Period): boolean {
  return one.beganOn < (other.endedOn ?? '9999') && other.beganOn < (one.endedOn ?? '9999');
}

/** Younger than this, or older, is a slip of the finger in the year; ours. */
const LEAST_YEARS = 10;
const MOST_YEARS = 120;

export interface WrongBirthday {
  code: 'in-the-future' | 'too-young' | 'too-long-ago' | 'after-recovery-began';
  words: string;
}

/** Whether somebody can be born on a day; null when they can. @param firstBeganOn their earliest recovery day */
export function wrongBirthday(
  bornOn: string,
  today: string,
  firstBeganOn: string | null,
): WrongBirthday | null {
  const yearsAgo = (years: number): string => Temporal.PlainDate.from(today).subtract({ years }).toString();
  if (bornOn > today) return { code: 'in-the-future', words: 'This day has not come yet. Look at the year.' };
  if (bornOn > yearsAgo(LEAST_YEARS))
    return { code: 'too-young', words: `This is less than ${LEAST_YEARS} years ago. Look at the year.` };
  if (bornOn < yearsAgo(MOST_YEARS))
    return { code: 'too-long-ago', words: `This is more than ${MOST_YEARS} years ago. Look at the year.` };
  if (firstBeganOn !== null && firstBeganOn < bornOn)
    return { code: 'after-recovery-began', words: 'Your recovery days begin before this. Look at the year.' };
  return null;
}
