import { Problem } from '../../http/problem.js';
import { MOST_BYTES, MOST_COLUMNS, MOST_ROWS, MOST_UNPACKED_BYTES } from './sheet.js';

const MB = 1024 * 1024;
const count = (number: number): string => number.toLocaleString('en');
const AGAIN = 'Open it in your spreadsheet program and save it again as XLSX, or as CSV UTF-8.';

/** Why a file as a whole is not read, and what to do. Nothing of such a file is kept. */
export const SHEET_PROBLEMS = {
  'spreadsheet-empty': 'This file is empty: it holds nothing at all. Choose another.',
  'spreadsheet-without-rows':
    'This spreadsheet has no rows. Look whether the right sheet and file are chosen.',
  'spreadsheet-only-header':
    'There are headers here, and no row below them. Add the rows, or choose another file.',
  'spreadsheet-without-header':
    'The first row should name the columns, but it looks like a person. Add a row of headers on top: Name, Phone, …',
  'spreadsheet-too-big': `This file is larger than ${MOST_BYTES / MB} MB. Split it into several, or leave out pictures.`,
  'spreadsheet-too-many-rows': `This file has more than ${count(MOST_ROWS)} rows. Split it into several files.`,
  'spreadsheet-too-many-columns': `This file has more than ${MOST_COLUMNS} columns. Leave out those that are not needed.`,
  'spreadsheet-unpacks-too-far': `Unpacked, this file is larger than ${MOST_UNPACKED_BYTES / MB} MB or than its own word, so it was not opened. ${AGAIN}`,
  'spreadsheet-locked':
    'This file has a password, or is an XLS of before 2007. Open it, take the password off, and save it as XLSX.',
  'spreadsheet-broken': `This file is broken or was cut short on its way. ${AGAIN} Then send it once more.`,
  'spreadsheet-other-kind': `This is not an XLSX or CSV file, whatever its name says. ${AGAIN}`,
  'spreadsheet-letters-unknown':
    'Some letters of this file can\'t be read, so names would come out wrong. Save it again as "CSV UTF-8", or as XLSX.',
  'spreadsheet-quote-open':
    'A quotation mark is opened and never closed, so rows run into each other. Close it, or save the file as XLSX.',
  'spreadsheet-sheet-unknown': 'There is no sheet of this name in the file. Choose one of those it has.',
} as const;
export type SheetProblemCode = keyof typeof SHEET_PROBLEMS;

/** @param facts what helps to find the place, as `row` */
export function sheetProblem(code: SheetProblemCode, facts?: Record<string, unknown>): Problem {
  const at = typeof facts?.row === 'number' ? ` Look at row ${count(facts.row)}.` : '';
  return new Problem(422, code, SHEET_PROBLEMS[code] + at, facts ? { facts } : {});
}
