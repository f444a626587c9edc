import { MOST_CELL_CHARACTERS } from './sheet.js';
import { sheetProblem } from './sheet-problems.js';
import { throughXml } from './xml.js';

/** The words of a workbook stand in one list, which is held whole; so much of it. */
const MOST_CHARACTERS = 64 * 1024 * 1024;
const MOST_STRINGS = 2_000_000;

/** One more than fits a cell is kept, so that what is too long is seen to be. */
export const KEPT_OF_A_TEXT = MOST_CELL_CHARACTERS * 2 + 1;

/** @throws Problem `spreadsheet-unpacks-too-far` */
export async function sharedStrings(pieces: AsyncIterable<Buffer>): Promise<string[]> {
  const strings: string[] = [];
  let total = 0;
  let current = '';
  let isText = false;
  let isReading = false;
  const handlers = {
    open({ name }: { name: string }) {
      if (name === 'si') current = '';
      // how a word is said in Japanese stands beside it and is not part of it
      else if (name === 'rPh') isReading = true;
      else if (name === 't') isText = !isReading;
    },
    text(text: string) {
      if (isText && current.length < KEPT_OF_A_TEXT)
        current += text.slice(0, KEPT_OF_A_TEXT - current.length);
    },
    close(name: string) {
      if (name === 't') isText = false;
      else if (name === 'rPh') isReading = false;
      else if (name === 'si') {
        total += current.length;
        if (total > MOST_CHARACTERS || strings.length === MOST_STRINGS)
          throw sheetProblem('spreadsheet-unpacks-too-far');
        strings.push(withoutEscapes(current));
      }
    },
  };
  for await (const _ of throughXml(pieces, handlers));
  return strings;
}

/** `_x000D_` is how a workbook writes a character that XML cannot. */
export function withoutEscapes(text: string): string {
  if (!text.includes('_x')) return text;
  return text.replace(/_x([0-9A-F]{4})_/gi, (_, hex: string) => String.fromCharCode(parseInt(hex, 16)));
}
