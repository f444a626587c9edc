import { fileKind } from './file-kind.rules.js';
import { columnsOf, headerAmong, isSomebody, ROWS_BEFORE_HEADERS, widthOf } from './header.rules.js';
import { readCsv } from './read-csv.js';
import { readXlsx } from './read-xlsx.js';
import { MOST_COLUMNS, MOST_ROWS, type OpenSheet, type SheetRow, type SheetTold } from './sheet.js';
import { sheetProblem } from './sheet-problems.js';
import { wholeFile } from './whole-file.js';

/**
 * A spreadsheet as somebody has it: XLSX or CSV, told by what it is, not by its name. Its columns are known at once,
 * its rows come as they are asked for; of an XLSX one sheet. At most the file itself (25 MB), its words and one piece
 * of its rows are held, whatever it holds.
 *
 * @param bytes as they arrive
 * @param sheetName of an XLSX, else the first one that is seen
 * @throws Problem of SHEET_PROBLEMS, also while the rows are read
 */
export async function openSheet(
  bytes: AsyncIterable<Uint8Array>,
  { sheetName }: { sheetName?: string } = {},
): Promise<OpenSheet> {
  const { told, rows } = await readKind(await wholeFile(bytes), sheetName);
  const filled = filledRows(rows);
  const first: SheetRow[] = [];
  for (let next; first.length < ROWS_BEFORE_HEADERS && !(next = await filled.next()).done;)
    first.push(next.value);
  if (first.length === 0) throw sheetProblem('spreadsheet-without-rows');
  const at = headerAmong(first);
  const header = first[at]!;
  if (isSomebody(header)) throw sheetProblem('spreadsheet-without-header', { row: header.row });
  const below = first.slice(at + 1);
  if (below.length === 0) throw sheetProblem('spreadsheet-only-header');
  const columns = columnsOf(header, widthOf(below, told));
  return { told, headerRow: header.row, columns, rows: bounded(below, filled, told, columns.length) };
}

async function readKind(
  bytes: Buffer,
  sheetName: string | undefined,
): Promise<{ told: SheetTold; rows: AsyncGenerator<SheetRow> }> {
  switch (fileKind(bytes)) {
    case 'zip':
      return readXlsx(bytes, sheetName);
    case 'text':
      return readCsv(bytes);
    case 'locked':
      throw sheetProblem('spreadsheet-locked');
    case 'other':
      throw sheetProblem('spreadsheet-other-kind');
  }
}

async function* filledRows(rows: AsyncGenerator<SheetRow>): AsyncGenerator<SheetRow, void> {
  for await (const row of rows) {
    if (row.cells.length > MOST_COLUMNS) throw sheetProblem('spreadsheet-too-many-columns', { row: row.row });
    if (row.cells.length > 0) yield row;
  }
}

async function* bounded(
  below: SheetRow[],
  rest: AsyncGenerator<SheetRow, void>,
  { kind }: SheetTold,
  width: number,
): OpenSheet['rows'] {
  let count = 0;
  const told = (row: SheetRow): SheetRow => {
    if (++count > MOST_ROWS) throw sheetProblem('spreadsheet-too-many-rows', { row: row.row });
    return kind === 'csv' && row.cells.length > width ? { ...row, hasMoreCells: true } : row;
  };
  for (const row of below) yield told(row);
  for await (const row of rest) yield told(row);
}
