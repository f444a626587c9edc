import { readPhone, WRONG_PHONE_WORDS } from '../../participants/phone.rules.js';
import type { Cell } from './sheet.js';
import { type Typed, refused } from './typed.js';

/** `5.55E+09`: a spreadsheet program showed the number so, somebody saved it, and the digits are gone. */
const LOST = /^\d(?:[.,]\d+)?E\+\d{1,2}$/i;
const MOST_CHARACTERS = 300;
const FEWEST_DIGITS_HERE = 7;

/** A phone number, kept as it was typed, words beside it included, when there is one number in it to dial. */
export function phoneTyped(cell: Cell): Typed<string> {
  if (LOST.test(cell.text))
    return refused(
      'phone-lost-digits',
      'The spreadsheet program has shortened this number. Make the column wider, choose "Text" for it, and save again.',
    );
  const read = readPhone(cell.text);
  if ('wrong' in read) return refused(`phone-${read.wrong}`, WRONG_PHONE_WORDS[read.wrong]);
  if ([...cell.text].length > MOST_CHARACTERS)
    return refused(
      'way-too-long',
      `At most ${MOST_CHARACTERS} characters fit here. Put the rest into a column of its own.`,
    );
  // 988 can be dialled, but nobody in a caseload has it
  if (read.dial.replace(/,.*$/, '').replace('+', '').length < FEWEST_DIGITS_HERE)
    return refused('phone-too-few-digits', WRONG_PHONE_WORDS['too-few-digits']);
  return { value: cell.text };
}

const EMAIL = /^[^\s@,;<>()]+@[^\s@,;<>()]+\.[^\s@,;<>()]{2,}$/;

/** One e-mail address; `Ann <ann@example.org>` and `mailto:` are what people copy. */
export function emailTyped(cell: Cell): Typed<string> {
  const address = (/<([^<>]+)>$/.exec(cell.text)?.[1] ?? cell.text).replace(/^mailto:/i, '').trim();
  if (EMAIL.test(address) && address.length <= MOST_CHARACTERS) return { value: address };
  return (cell.text.match(/@/g)?.length ?? 0) > 1
    ? refused('email-several', 'These look like several addresses. One fits here; leave the others out.')
    : refused('email-not-understood', 'This is not an e-mail address. Look for a missing @ or a space.');
}
