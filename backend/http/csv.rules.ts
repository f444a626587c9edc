/** Text, a number of ours, or nothing. */
export type Cell = string | number | null;

/** What a spreadsheet program would take for the beginning of a formula; after a ' it is text. */
const BEGINS_A_FORMULA = /^[=+\-@\t\r]/;
const MUST_BE_QUOTED = /[",\r\n;\t]|^\s|\s$/;
/** Nearly every cell is: one look tells. */
const MAY_NOT_BE_PLAIN = /^[=+\-@\s]|[",\r\n;\t]|\s$/;

/** With it, spreadsheet programs read the letters as UTF-8. */
export const BYTE_ORDER_MARK = '\uFEFF';

/**
 * One line of a CSV. Text that a spreadsheet program would run gets a ' before it: the words of somebody else never run
 * in the reader's program. A number is ours, and a negative one stays one.
 */
export function csvLine(cells: readonly Cell[]): string {
  return `${cells.map(csvCell).join(',')}\r\n`;
}

/** Lines of cells as a whole file. */
export function csvOf(rows: readonly (readonly Cell[])[]): string {
  return BYTE_ORDER_MARK + rows.map(csvLine).join('');
}

function csvCell(value: Cell): string {
  if (value === null) return '';
  if (typeof value === 'number') return String(value);
  if (!MAY_NOT_BE_PLAIN.test(value)) return value;
  const safe = BEGINS_A_FORMULA.test(value) ? `'${value}` : value;
  return MUST_BE_QUOTED.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
