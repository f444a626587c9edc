import { isUtf8 } from 'node:buffer';
import { looksUtf16 } from './file-kind.rules.js';
import type { SheetTold } from './sheet.js';
import { sheetProblem } from './sheet-problems.js';

const PART_BYTES = 64 * 1024;
/** Bytes that Windows-1252 gives no letter; another alphabet, or an old Macintosh, wrote these. */
const NO_LETTERS = new Set([0x81, 0x8d, 0x8f, 0x90, 0x9d]);

interface Letters {
  letters: NonNullable<SheetTold['letters']>;
  label: string;
}

/**
 * How the letters of a text are written: UTF-16 by its mark or its zeros, UTF-8 where every byte agrees, else
 * Windows-1252, which spreadsheet programs of the West call plain CSV.
 * @throws Problem `spreadsheet-letters-unknown`
 */
export function lettersOf(bytes: Buffer): Letters {
  const mark = bytes.subarray(0, 2).toString('hex');
  if (mark === 'fffe') return { letters: 'UTF-16', label: 'utf-16le' };
  if (mark === 'feff') return { letters: 'UTF-16', label: 'utf-16be' };
  const unmarked = looksUtf16(bytes.subarray(0, 4096));
  if (unmarked) return { letters: 'UTF-16', label: unmarked };
  if (isUtf8(bytes)) return { letters: 'UTF-8', label: 'utf-8' };
  if (bytes.some((byte) => NO_LETTERS.has(byte))) throw sheetProblem('spreadsheet-letters-unknown');
  return { letters: 'Windows-1252', label: 'windows-1252' };
}

/** The text in parts, without the mark at its beginning. */
export function* textParts(bytes: Buffer, { label }: Letters): Generator<string> {
  const decoder = new TextDecoder(label);
  for (let at = 0; at < bytes.length; at += PART_BYTES)
    yield decoder.decode(bytes.subarray(at, at + PART_BYTES), { stream: true });
  yield decoder.decode();
}
