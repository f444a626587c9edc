import type { Cell } from '../http/csv.rules.js';
import { type ZipPart, zipBytes } from './zip-bytes.js';

/** As many as a spreadsheet program has on a sheet; those behind go on on another one. */
const ROWS_A_SHEET = 1_048_576;
/** So many are held as XML, which is ten times longer than what it becomes. */
const ROWS_AT_ONCE = 100;
/** A sheet ends before it gets longer than a zip file can say, in letters. */
const LETTERS_A_SHEET = 1_000_000_000;

const XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';
const SHEETS_ARE = 'application/vnd.openxmlformats-officedocument.spreadsheetml';

/**
 * An XLSX of these rows, written as they come. Text is typed as text, so nothing in it runs; numbers are numbers. The
 * first row stands on each further sheet once more.
 */
export function workbookBytes(
  batches: AsyncIterable<Cell[][]>,
  rowsASheet = ROWS_A_SHEET,
): AsyncGenerator<Uint8Array> {
  return zipBytes(partsOf(batches, rowsASheet));
}

async function* partsOf(batches: AsyncIterable<Cell[][]>, rowsASheet: number): AsyncGenerator<ZipPart> {
  const source = new Rows(batches);
  let count = 0;
  do {
    count += 1;
    yield { name: `xl/worksheets/sheet${count}.xml`, data: sheetOf(source, rowsASheet) };
  } while (await source.hasMore());
  const sheets = Array.from({ length: count }, (_, index) => index + 1);
  yield part(
    'xl/workbook.xml',
    `<workbook xmlns="${MAIN}" xmlns:r="${OFFICE}"><sheets>${sheets
      .map((n) => `<sheet name="Rows${n > 1 ? ` ${n}` : ''}" sheetId="${n}" r:id="rId${n}"/>`)
      .join('')}</sheets></workbook>`,
  );
  yield part(
    'xl/_rels/workbook.xml.rels',
    relations(sheets.map((n) => ({ id: n, type: 'worksheet', target: `worksheets/sheet${n}.xml` }))),
  );
  yield part('_rels/.rels', relations([{ id: 1, type: 'officeDocument', target: 'xl/workbook.xml' }]));
  yield part(
    '[Content_Types].xml',
    `<Types xmlns="${PACKAGE}/content-types">` +
      '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>' +
      '<Default Extension="xml" ContentType="application/xml"/>' +
      `<Override PartName="/xl/workbook.xml" ContentType="${SHEETS_ARE}.sheet.main+xml"/>` +
      sheets
        .map(
          (n) =>
            `<Override PartName="/xl/worksheets/sheet${n}.xml" ContentType="${SHEETS_ARE}.worksheet+xml"/>`,
        )
        .join('') +
      '</Types>',
  );
}

/** Batches, taken as they are wanted: a sheet may end in the middle of one. */
class Rows {
  first: Cell[] | undefined;
  private readonly source: AsyncIterator<Cell[][]>;
  private rest: Cell[][] = [];

  constructor(batches: AsyncIterable<Cell[][]>) {
    this.source = batches[Symbol.asyncIterator]();
  }

  async hasMore(): Promise<boolean> {
    while (this.rest.length === 0) {
      const next = await this.source.next();
      if (next.done) return false;
      this.rest = next.value;
      this.first ??= this.rest[0];
    }
    return true;
  }

  take(most: number): Cell[][] {
    return this.rest.splice(0, most);
  }
}

async function* sheetOf(rows: Rows, rowsASheet: number): AsyncGenerator<Uint8Array> {
  let count = 0;
  let letters = 0;
  const lines = (some: readonly Cell[][]): Uint8Array => {
    const text = some.map((cells) => rowOf((count += 1), cells)).join('');
    letters += text.length;
    return Buffer.from(text);
  };
  yield Buffer.from(`${XML}<worksheet xmlns="${MAIN}"><sheetData>`);
  if (rows.first) yield lines([rows.first]);
  while (count < rowsASheet && letters < LETTERS_A_SHEET && (await rows.hasMore()))
    yield lines(rows.take(Math.min(ROWS_AT_ONCE, rowsASheet - count)));
  yield Buffer.from('</sheetData></worksheet>');
}

function rowOf(number: number, cells: readonly Cell[]): string {
  let said = `<row r="${number}">`;
  for (let index = 0; index < cells.length; index += 1) {
    const cell = cells[index];
    if (cell === null || cell === undefined) continue;
    const place = `${letterOf(index)}${number}`;
    said +=
      typeof cell === 'number'
        ? `<c r="${place}"><v>${cell}</v></c>`
        : `<c r="${place}" t="inlineStr"><is><t xml:space="preserve">${inXml(cell)}</t></is></c>`;
  }
  return `${said}</row>`;
}

/** A to Z, AA … */
function letterOf(index: number): string {
  const last = String.fromCharCode(65 + (index % 26));
  return index < 26 ? last : letterOf(Math.floor(index / 26) - 1) + last;
}

/** What XML has no letter for a workbook writes as `_x0007_`, and what looks like that as `_x005F_x0007_`. */

const NOT_AS_IT_IS = /[&<>\u0000-\u0008\u000B-\u001F\uFFFE\uFFFF]|_(?=x[0-9A-Fa-f]{4}_)/g;
const NAMED: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;' };

function inXml(text: string): string {
  return text.replace(
    NOT_AS_IT_IS,
    (sign) => NAMED[sign] ?? `_x${sign.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}_`,
  );
}

function part(name: string, xml: string): ZipPart {
  return { name, data: once(Buffer.from(XML + xml)) };
}

// eslint-disable-next-line @typescript-eslint/require-await
async function* once(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  yield bytes;
}

function relations(all: { id: number; type: string; target: string }[]): string {
  return `<Relationships xmlns="${PACKAGE}/relationships">${all
    .map(
      ({ id, type, target }) => `<Relationship Id="rId${id}" Type="${OFFICE}/${type}" Target="${target}"/>`,
    )
    .join('')}</Relationships>`;
}
