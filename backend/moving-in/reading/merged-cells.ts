import { indexOfLetter, MOST_COLUMNS } from './sheet.js';
import { sheetProblem } from './sheet-problems.js';

const MERGED = /<(?:\w+:)?mergeCell\s[^>]*?ref="([A-Z]+)(\d+):([A-Z]+)(\d+)"/g;
/** Longer than any such tag, so that one cut in two is found with the next piece. */
const TAIL = 200;
/** One for each row a file may have. */
const MOST_MERGED = 50_000;

interface Merged {
  firstRow: number;
  lastRow: number;
  first: number;
  last: number;
}

/**
 * Which cells of a sheet are hidden under a merged one. They stand at the end of a sheet, after all of its rows, so the
 * sheet is looked through once before it is read. Rows are asked for in order.
 * @throws Problem `spreadsheet-broken`
 */
export async function mergedCells(
  pieces: AsyncIterable<Buffer>,
): Promise<{ hiddenIn(row: number): number[] }> {
  const found: Merged[] = [];
  let tail = '';
  for await (const piece of pieces) {
    const text = tail + piece.toString('latin1');
    let end = 0;
    for (const match of text.matchAll(MERGED)) {
      end = match.index + match[0].length;
      const merged = mergedOf(match as unknown as string[]);
      if (merged.first >= 0 && merged.first < MOST_COLUMNS) found.push(merged);
      if (found.length > MOST_MERGED) throw sheetProblem('spreadsheet-broken');
    }
    tail = text.slice(Math.max(end, text.length - TAIL));
  }
  found.sort((a, b) => a.firstRow - b.firstRow);
  return { hiddenIn: sweeping(found) };
}

function sweeping(found: Merged[]): (row: number) => number[] {
  let next = 0;
  let here: Merged[] = [];
  return (row) => {
    if (next === found.length && here.length === 0) return [];
    while (next < found.length && found[next]!.firstRow <= row) here.push(found[next++]!);
    here = here.filter(({ lastRow }) => lastRow >= row);
    // merged cells never overlap, so no more than this can stand side by side
    if (here.length > MOST_COLUMNS) throw sheetProblem('spreadsheet-broken');
    return here.flatMap((merged) =>
      columnsOf(merged).filter((column) => row > merged.firstRow || column > merged.first),
    );
  };
}

function columnsOf({ first, last }: Merged): number[] {
  return Array.from({ length: Math.min(last, MOST_COLUMNS - 1) - first + 1 }, (_, i) => first + i);
}

function mergedOf([, first, firstRow, last, lastRow]: string[]): Merged {
  return {
    first: indexOfLetter(first!),
    last: indexOfLetter(last!),
    firstRow: Number(firstRow),
    lastRow: Number(lastRow),
  };
}
