import { Readable } from 'node:stream';
import { CsvError, parse } from 'csv-parse';
import { cellOfText, withoutEmptyEnd } from './cells.js';
import { delimiterOf, saidDelimiter } from './delimiter.rules.js';
import { lettersOf, textParts } from './letters.js';
import type { Delimiter, SheetRow, SheetTold } from './sheet.js';
import { sheetProblem } from './sheet-problems.js';

/** No spreadsheet program shows more; a line of nothing but commas would fill the memory. */
const MOST_CELLS_IN_A_LINE = 16_384;

/** A CSV, once its letters and its delimiter are known. Rows are numbered as a spreadsheet program shows them. */
export function readCsv(bytes: Buffer): { told: SheetTold; rows: AsyncGenerator<SheetRow> } {
  const letters = lettersOf(bytes);
  const [first = ''] = textParts(bytes, letters);
  const said = saidDelimiter(first);
  const delimiter = said?.delimiter ?? delimiterOf(first);
  return {
    told: { kind: 'csv', letters: letters.letters, delimiter, sheetName: null, sheetNames: [] },
    rows: rowsOf(withoutFirst(textParts(bytes, letters), said?.length ?? 0), delimiter, said ? 1 : 0),
  };
}

async function* rowsOf(
  parts: Iterable<string>,
  delimiter: Delimiter,
  above: number,
): AsyncGenerator<SheetRow> {
  const records = Readable.from(parts).pipe(
    parse({
      delimiter,
      record_delimiter: ['\r\n', '\n', '\r'],
      relax_column_count: true,
      // a quote within a name that is not quoted: Ann "Annie" Smith
      relax_quotes: true,
      cast: (text, { index, records: before }) => {
        if (index < MOST_CELLS_IN_A_LINE) return text;
        throw sheetProblem('spreadsheet-too-many-columns', { row: before + above + 1 });
      },
    }),
  );
  let row = above;
  try {
    for await (const record of records as AsyncIterable<string[]>)
      yield { row: ++row, cells: withoutEmptyEnd(record.map(cellOfText)) };
  } catch (thrown) {
    if (!(thrown instanceof CsvError)) throw thrown;
    // the parser is ahead of whoever reads
    const at = { row: above + Number((thrown as { records?: number }).records ?? row) + 1 };
    throw sheetProblem(
      thrown.code === 'CSV_QUOTE_NOT_CLOSED' ? 'spreadsheet-quote-open' : 'spreadsheet-broken',
      at,
    );
  }
}

function* withoutFirst(parts: Iterable<string>, length: number): Generator<string> {
  let left = length;
  for (const part of parts) {
    yield part.slice(left);
    left = Math.max(0, left - part.length);
  }
}
