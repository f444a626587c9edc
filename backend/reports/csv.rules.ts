/** What a spreadsheet would take for the beginning of a formula; after a ' it is text. */
const BEGINS_A_FORMULA = /^[=+\-@\t\r]/;

/**
 * Lines of cells as CSV: UTF-8 with a byte order mark, so that spreadsheets read it as such, and CRLF. Text that a
 * spreadsheet would run gets a ' before it; a number is ours, and a negative one stays one.
 */
export function csvOf(rows: readonly (readonly (string | number | null)[])[]): string {
  return `\uFEFF${rows.map((row) => `${row.map(cellOf).join(',')}\r\n`).join('')}`;
}

function cellOf(value: string | number | null): string {
  if (value === null) return '';
  if (typeof value === 'number') return String(value);
  const safe = BEGINS_A_FORMULA.test(value) ? `'${value}` : value;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
