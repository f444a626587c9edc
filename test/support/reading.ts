import { openSheet } from '../../backend/moving-in/reading/open-sheet.js';
import type { OpenSheet, SheetRow } from '../../backend/moving-in/reading/sheet.js';
import { Problem } from '../../backend/http/problem.js';

/** A file as it arrives: in pieces that cut through anything. */
export async function* arriving(bytes: Buffer | string, size = 7919): AsyncGenerator<Uint8Array> {
  await Promise.resolve();
  const all = Buffer.from(bytes as Buffer);
  for (let at = 0; at < all.length; at += size) yield all.subarray(at, at + size);
}

export interface WholeSheet extends Omit<OpenSheet, 'rows'> {
  headers: string[];
  rows: SheetRow[];
  /** The texts of each row. */
  texts: string[][];
}

export async function readAll(bytes: Buffer | string, sheetName?: string): Promise<WholeSheet> {
  const sheet = await openSheet(arriving(bytes), { ...(sheetName === undefined ? {} : { sheetName }) });
  const rows: SheetRow[] = [];
  for await (const row of sheet.rows) rows.push(row);
  return {
    ...sheet,
    rows,
    headers: sheet.columns.map(({ name }) => name),
    texts: rows.map(({ cells }) => cells.map(({ text }) => text)),
  };
}

/** The code of the problem that a file is refused with, and the row it names. */
export async function refusalOf(
  bytes: Buffer | string,
  sheetName?: string,
): Promise<{ code: string; row?: unknown }> {
  try {
    await readAll(bytes, sheetName);
  } catch (thrown) {
    if (!(thrown instanceof Problem)) throw thrown;
    const { row } = thrown.more.facts ?? {};
    return { code: thrown.code, ...(row === undefined ? {} : { row }) };
  }
  throw new Error('This was read.');
}
