import { type Cell, EMPTY, MOST_CELL_CHARACTERS } from './sheet.js';

/** Enough of a cell that is too long to be known again by who wrote it. */
const SHOWN_OF_TOO_LONG = 60;
/** Our own exports write this before what a spreadsheet program would take for a formula. */
const GUARDED = /^'(?=[=+\-@\t\r])/;

/** A cell from what stands in the file. A text that looks like a formula stays a text. */
export function cellOfText(typed: string): Cell {
  const text = typed.replace(GUARDED, '').trim();
  if (text === '') return EMPTY;
  // letters beyond the 16-bit ones count twice in length, so this only ever spares the count
  if (text.length > MOST_CELL_CHARACTERS && [...text].length > MOST_CELL_CHARACTERS)
    return {
      text: [...text.slice(0, 2 * SHOWN_OF_TOO_LONG)].slice(0, SHOWN_OF_TOO_LONG).join(''),
      trouble: 'cell-too-long',
    };
  if (text.isWellFormed() && !text.includes('\0')) return { text };
  return { text: text.replaceAll('\0', '').toWellFormed(), trouble: 'cell-not-storable' };
}

export function withoutEmptyEnd(cells: Cell[]): Cell[] {
  const last = cells.findLastIndex((cell) => cell.text !== '' || cell.trouble !== undefined);
  return last + 1 === cells.length ? cells : cells.slice(0, last + 1);
}
