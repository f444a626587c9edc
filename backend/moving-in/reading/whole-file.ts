import { MOST_BYTES } from './sheet.js';
import { sheetProblem } from './sheet-problems.js';

/**
 * The bytes of a file, at most `MOST_BYTES` of them: the only part of it that is held whole. An XLSX has its contents
 * at its end, and whether a CSV is UTF-8 only its last byte tells.
 * @throws Problem `spreadsheet-too-big` at the first byte too many, `spreadsheet-empty`
 */
export async function wholeFile(bytes: AsyncIterable<Uint8Array>): Promise<Buffer> {
  const parts: Uint8Array[] = [];
  let length = 0;
  for await (const part of bytes) {
    length += part.length;
    if (length > MOST_BYTES) throw sheetProblem('spreadsheet-too-big');
    parts.push(part);
  }
  if (length === 0) throw sheetProblem('spreadsheet-empty');
  return Buffer.concat(parts, length);
}
