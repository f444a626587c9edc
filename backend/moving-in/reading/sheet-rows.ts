import { cellAsSeen, type WrittenCell } from './sheet-cells.js';
import { withoutEmptyEnd } from './cells.js';
import { KEPT_OF_A_TEXT } from './shared-strings.js';
import { type Cell, EMPTY, indexOfLetter, MOST_COLUMNS, type SheetRow } from './sheet.js';
import { sheetProblem } from './sheet-problems.js';
import type { Workbook } from './workbook.js';
import { throughXml, type XmlElement, type XmlHandlers } from './xml.js';

/** Where a spreadsheet ends. */
const LAST_ROW = 1_048_576;
const HIDDEN: Cell = { text: '', trouble: 'cell-merged' };

/** The rows of one sheet as they are unpacked, no more of them held than one piece of the file gives. */
export async function* sheetRows(
  pieces: AsyncIterable<Buffer>,
  book: Workbook,
  strings: string[],
  hiddenIn: (row: number) => number[],
): AsyncGenerator<SheetRow> {
  const handlers = new RowsOfSheet(book, strings, hiddenIn);
  for await (const _ of throughXml(pieces, handlers)) yield* handlers.ready.splice(0);
}

/** Takes a sheet's XML apart; full rows wait in `ready`. */
class RowsOfSheet implements XmlHandlers {
  readonly ready: SheetRow[] = [];
  private row = 0;
  private column = -1;
  private cells: Cell[] = [];
  private written: WrittenCell | null = null;
  /** Inside `v` or `t`, whose words count, and not inside `rPh`. */
  private isValue = false;
  private isReading = false;

  constructor(
    private readonly book: Workbook,
    private readonly strings: string[],
    private readonly hiddenIn: (row: number) => number[],
  ) {}

  open({ name, attributes }: XmlElement): void {
    if (name === 'c') this.beginCell(attributes);
    else if (name === 'row') this.beginRow(attributes.r);
    else if (!this.written) return;
    else if (name === 'f') this.written.isFormula = true;
    else if (name === 'rPh') this.isReading = true;
    else if (name === 'v' || name === 't') this.isValue = !this.isReading;
  }

  text(text: string): void {
    if (!this.isValue || !this.written) return;
    const room = KEPT_OF_A_TEXT - this.written.value.length;
    if (room > 0) this.written.value += text.slice(0, room);
  }

  close(name: string): void {
    if (name === 'v' || name === 't') this.isValue = false;
    else if (name === 'rPh') this.isReading = false;
    else if (name === 'c') this.endCell();
    else if (name === 'row') this.endRow();
  }

  private beginRow(said: string | undefined): void {
    const row = said === undefined ? this.row + 1 : Number(said);
    if (!(Number.isInteger(row) && row > this.row && row <= LAST_ROW))
      throw sheetProblem('spreadsheet-broken');
    this.row = row;
    this.column = -1;
    this.cells = [];
  }

  private beginCell({ r, t = 'n', s }: Record<string, string>): void {
    this.column = r === undefined ? this.column + 1 : indexOfLetter(r.replace(/\d+$/, ''));
    if (this.column < 0) throw sheetProblem('spreadsheet-broken', { row: this.row });
    this.written = { type: t, style: Number(s ?? 0), value: '', isFormula: false };
  }

  private endCell(): void {
    if (!this.written) return;
    const cell = cellAsSeen(this.written, this.book, this.strings);
    this.written = null;
    if (cell === EMPTY) return;
    if (this.column >= MOST_COLUMNS) throw sheetProblem('spreadsheet-too-many-columns', { row: this.row });
    this.put(this.column, cell);
  }

  private put(column: number, cell: Cell): void {
    while (this.cells.length < column) this.cells.push(EMPTY);
    this.cells[column] = cell;
  }

  private endRow(): void {
    if (this.cells.length > 0) for (const column of this.hiddenIn(this.row)) this.put(column, HIDDEN);
    this.ready.push({ row: this.row, cells: withoutEmptyEnd(this.cells) });
    this.cells = [];
  }
}
