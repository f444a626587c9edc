import { readXlsx } from 'hucre/xlsx';
import { workbookBytes } from '../../backend/exports/workbook-bytes.js';
import type { Cell } from '../../backend/http/csv.rules.js';
import { HeldMemory } from '../support/held-memory.js';

async function* batchesOf(...batches: Cell[][][]): AsyncGenerator<Cell[][]> {
  for (const batch of batches) yield await Promise.resolve(batch);
}

/** The rows of each sheet, as another program reads them. */
async function readBack(batches: AsyncIterable<Cell[][]>, rowsASheet?: number): Promise<unknown[][][]> {
  const bytes: Uint8Array[] = [];
  for await (const some of workbookBytes(batches, rowsASheet)) bytes.push(some);
  const { sheets } = await readXlsx(Buffer.concat(bytes));
  return sheets.map(({ rows }) => rows);
}

test('text stays text and numbers numbers, whatever they look like', async () => {
  const rows: Cell[][] = [
    ['Name', 'Note', 'Minutes'],
    ['=HYPERLINK("http://x")', '+1 & <b>"two"</b>', 25],
    ['José 🌊', ' kept\tas\nit was ', -3.5],
    ['007', 'bell \u0007 and _x0041_', 0],
  ];
  expect(await readBack(batchesOf(rows.slice(0, 1), rows.slice(1)))).toEqual([rows]);
});

test('what is more than a sheet holds goes on on the next, under the same headers', async () => {
  const numbered = (from: number, through: number): Cell[][] =>
    Array.from({ length: through - from + 1 }, (_, index) => [`Row ${from + index}`]);
  const sheets = await readBack(batchesOf([['Head']], numbered(1, 5), numbered(6, 7)), 4);
  expect(sheets).toEqual([
    [['Head'], ...numbered(1, 3)],
    [['Head'], ...numbered(4, 6)],
    [['Head'], ...numbered(7, 7)],
  ]);
});

test('columns beyond Z, empty cells, and a file without a row', async () => {
  const wide = Array.from({ length: 30 }, (_, index): Cell => (index % 2 ? null : `c${index}`));
  const [[row]] = (await readBack(batchesOf([wide]))) as [unknown[][]];
  expect(row!.filter(Boolean)).toEqual(wide.filter(Boolean));
  expect(row![28]).toBe('c28');
  expect(await readBack(batchesOf())).toEqual([[]]);
});

test('where reading the rows fails, so does the file', async () => {
  async function* broken(): AsyncGenerator<Cell[][]> {
    yield await Promise.resolve([['Head']]);
    throw new Error('The rows are gone.');
  }
  await expect(readBack(broken())).rejects.toThrow('The rows are gone.');
});

test('a hundred thousand rows are written with little held', async () => {
  const row: Cell[] = Array.from({ length: 10 }, (_, index) => `a cell as long as a number of ours ${index}`);
  const held = new HeldMemory();
  async function* many(): AsyncGenerator<Cell[][]> {
    // a thousand rows are a megabyte of XML
    for (let batch = 1; batch <= 100; batch += 1) {
      held.look(batch * 1_000_000);
      yield await Promise.resolve(Array<Cell[]>(1_000).fill(row));
    }
  }
  let length = 0;
  for await (const bytes of workbookBytes(many())) length += bytes.length;
  expect(length).toBeGreaterThan(100_000);
  expect(held.highest).toBeLessThan(8_000_000);
});
