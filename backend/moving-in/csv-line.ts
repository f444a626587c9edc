/** What a spreadsheet program would take for a formula. */
const RUNS = /^[=+\-@\t\r]/;

/** One line of a CSV: safe to open in a spreadsheet program, where `=…` would run. */
export function csvLine(cells: readonly string[]): string {
  return `${cells.map(csvCell).join(',')}\r\n`;
}

function csvCell(text: string): string {
  const safe = RUNS.test(text) ? `'${text}` : text;
  return /[",\r\n;\t]|^\s|\s$/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

/** With it, spreadsheet programs read the letters as UTF-8. */
export const BYTE_ORDER_MARK = '\uFEFF';
