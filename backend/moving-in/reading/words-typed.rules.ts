import type { Cell, CellTrouble } from './sheet.js';
import { type Refused, type Typed, refused } from './typed.js';

/** People write these where they know nothing. */
const NOTHING = /^(?:n\/?a|none|nil|null|unknown|unk|tbd|not known|no phone|\?+|-+|–|—|\.)$/i;

export const TROUBLE_WORDS: Record<CellTrouble, string> = {
  'cell-too-long': 'More than 10,000 characters stand in this cell. Shorten it, or leave the column out.',
  'cell-merged':
    'This cell is merged with others, so nobody can tell what it says for this row. Unmerge it and fill each row.',
  'cell-is-an-error': 'The spreadsheet shows an error in this cell. Mend it there.',
  'cell-formula-without-value':
    'A formula stands in this cell, and no result with it. Open the file in your spreadsheet program, save it, and send it again.',
  'cell-not-storable':
    'This holds a character that cannot be stored (often from a broken paste). Write it anew.',
};

/** Whether a cell says nothing: empty, or what people write for it. */
export function saysNothing(cell: Cell | undefined): boolean {
  return !cell || (cell.trouble === undefined && (cell.text === '' || NOTHING.test(cell.text)));
}

/** Words as they stand, at most so many characters of them. */
export function wordsTyped(most: number): (cell: Cell) => Typed<string> {
  return (cell) =>
    [...cell.text].length <= most
      ? { value: cell.text }
      : refused('words-too-long', `At most ${most.toLocaleString('en')} characters fit here.`);
}

export function troubleOf(trouble: CellTrouble): Refused {
  return { code: trouble, words: TROUBLE_WORDS[trouble] };
}
