import { letterOf, type SheetColumn, type SheetRow, type SheetTold } from './sheet.js';

/** Titles, dates of printing and the like stand above the headers in no more rows than these. */
export const ROWS_BEFORE_HEADERS = 20;
/** A header that holds so many digits is somebody's number, or a day. */
const DIGITS_OF_A_PERSON = 6;

/**
 * Which of the first rows names the columns: the first in which at least half as many cells are filled as in the
 * fullest of them.
 * @returns its place among them
 */
export function headerAmong(first: SheetRow[]): number {
  const filled = first.map(({ cells }) => cells.filter(({ text }) => text !== '').length);
  const enough = Math.max(1, Math.max(...filled) / 2);
  return filled.findIndex((count) => count >= enough);
}

/** A row that holds a phone number or a day is somebody, not the names of columns. */
export function isSomebody({ cells }: SheetRow): boolean {
  return cells.some(
    ({ text, day }) => day !== undefined || text.replace(/\D/g, '').length >= DIGITS_OF_A_PERSON,
  );
}

/**
 * The columns by their headers, each of another name. One without a header is there too: rows may fill it.
 * @param width of the widest row looked at
 */
export function columnsOf({ cells }: SheetRow, width: number): SheetColumn[] {
  const seen = new Map<string, number>();
  return Array.from({ length: Math.max(cells.length, width) }, (_, index) => {
    const letter = letterOf(index);
    const header = cells[index]?.text.replace(/\s+/g, ' ') || `Column ${letter}`;
    const times = (seen.get(header.toLowerCase()) ?? 0) + 1;
    seen.set(header.toLowerCase(), times);
    return { index, letter, name: times > 1 ? `${header} (${times})` : header };
  });
}

/**
 * How wide the rows below the headers are. Of a CSV the usual width: one row wider than the others was most likely
 * broken by a comma.
 */
export function widthOf(below: SheetRow[], { kind }: Pick<SheetTold, 'kind'>): number {
  const widths = below
    .map(({ cells }) => 1 + cells.findLastIndex(({ text }) => text !== ''))
    .sort((a, b) => a - b);
  return kind === 'csv' ? widths[Math.floor((widths.length - 1) / 2)]! : widths.at(-1)!;
}
