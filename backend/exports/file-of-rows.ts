import { promisify } from 'node:util';
import { gunzip, gzip } from 'node:zlib';
import { BYTE_ORDER_MARK, type Cell, csvLine } from '../http/csv.rules.js';
import type { ExportFormat } from './export.dto.js';
import { workbookBytes } from './workbook-bytes.js';

const pack = promisify(gzip);
const unpack = promisify(gunzip);

/** A part is at least so many bytes, but for the last: few enough to be held, many enough to be few. */
const PART_BYTES = 512 * 1024;
/** What a browser calls each. */
export const TYPES: Record<ExportFormat, string> = {
  csv: 'text/csv; charset=utf-8',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
};

/** A part of a file as it is kept, and how long it is as it is saved. */
export interface PackedPart {
  body: Buffer;
  byteCount: number;
}

/** The file of these rows, part by part, each made as it is asked for. */
export async function* partsOf(
  format: ExportFormat,
  batches: AsyncIterable<Cell[][]>,
): AsyncGenerator<PackedPart> {
  const bytes = format === 'csv' ? csvBytes(batches) : workbookBytes(batches);
  for await (const part of inParts(bytes))
    yield { body: format === 'csv' ? await pack(part, { level: 1 }) : part, byteCount: part.length };
}

export function unpacked(format: ExportFormat, body: Buffer): Promise<Buffer> {
  return format === 'csv' ? unpack(body) : Promise.resolve(body);
}

async function* csvBytes(batches: AsyncIterable<Cell[][]>): AsyncGenerator<Uint8Array> {
  yield Buffer.from(BYTE_ORDER_MARK);
  for await (const rows of batches) yield Buffer.from(rows.map(csvLine).join(''));
}

async function* inParts(bytes: AsyncIterable<Uint8Array>): AsyncGenerator<Buffer> {
  let gathered: Uint8Array[] = [];
  let length = 0;
  for await (const some of bytes) {
    gathered.push(some);
    length += some.length;
    if (length < PART_BYTES) continue;
    yield Buffer.concat(gathered);
    gathered = [];
    length = 0;
  }
  if (length > 0) yield Buffer.concat(gathered);
}
