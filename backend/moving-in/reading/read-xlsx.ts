import { mergedCells } from './merged-cells.js';
import { sharedStrings } from './shared-strings.js';
import { sheetRows } from './sheet-rows.js';
import type { SheetRow, SheetTold } from './sheet.js';
import { sheetProblem } from './sheet-problems.js';
import { workbookIn } from './workbook.js';
import { openZip } from './zip-parts.js';

/**
 * One sheet of an XLSX.
 * @param sheetName the first one a person sees, where none is said
 */
export async function readXlsx(
  bytes: Buffer,
  sheetName?: string,
): Promise<{ told: SheetTold; rows: AsyncGenerator<SheetRow> }> {
  const zip = await openZip(bytes);
  const book = await workbookIn(zip);
  if (book.sheets.length === 0) throw sheetProblem('spreadsheet-without-rows');
  const sheet = sheetName === undefined ? book.sheets[0] : book.sheets.find(({ name }) => name === sheetName);
  if (!sheet)
    throw sheetProblem('spreadsheet-sheet-unknown', { sheetNames: book.sheets.map(({ name }) => name) });
  const { hiddenIn } = await mergedCells(zip.read(sheet.part));
  const strings = book.sharedStrings ? await sharedStrings(zip.read(book.sharedStrings)) : [];
  return {
    told: {
      kind: 'xlsx',
      letters: null,
      delimiter: null,
      sheetName: sheet.name,
      sheetNames: book.sheets.map(({ name }) => name),
    },
    rows: sheetRows(zip.read(sheet.part), book, strings, hiddenIn),
  };
}
