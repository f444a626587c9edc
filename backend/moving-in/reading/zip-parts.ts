import type { Readable } from 'node:stream';
import { crc32 } from 'node:zlib';
import { type Entry, fromBufferPromise, type ZipFile } from 'yauzl';
import { MOST_UNPACKED_BYTES } from './sheet.js';
import { sheetProblem } from './sheet-problems.js';

/** A workbook has some dozens of parts. */
const MOST_PARTS = 10_000;

/**
 * The parts of a zip file by name, unpacked as they are read. What the file says of their sizes is summed up before
 * anything is unpacked, and what comes out is counted against it, so a file that unpacks without end stops early.
 */
export interface ZipParts {
  names: string[];
  has(name: string): boolean;
  /** The bytes of a part, checked against its sum at the end. */
  read(name: string): AsyncGenerator<Buffer>;
}

/** @throws Problem `spreadsheet-broken`, `spreadsheet-unpacks-too-far`, `spreadsheet-locked` */
export async function openZip(bytes: Buffer): Promise<ZipParts> {
  const entries = new Map<string, Entry>();
  let unpacked = 0;
  const zip = await orBroken(fromBufferPromise(bytes, { lazyEntries: true }));
  if (zip.entryCount > MOST_PARTS) throw sheetProblem('spreadsheet-broken');
  try {
    for await (const entry of zip.eachEntry()) {
      unpacked += entry.uncompressedSize;
      if (unpacked > MOST_UNPACKED_BYTES) throw sheetProblem('spreadsheet-unpacks-too-far');
      if (entry.isEncrypted()) throw sheetProblem('spreadsheet-locked');
      entries.set(entry.fileName, entry);
    }
  } catch (thrown) {
    throw asBroken(thrown);
  }
  return {
    names: [...entries.keys()],
    has: (name) => entries.has(name),
    read: (name) => readEntry(zip, entries.get(name)!),
  };
}

async function* readEntry(zip: ZipFile, entry: Entry): AsyncGenerator<Buffer> {
  let length = 0;
  let sum = 0;
  const unpacking: Readable = await orBroken(zip.openReadStreamPromise(entry));
  try {
    for await (const part of unpacking as AsyncIterable<Buffer>) {
      length += part.length;
      if (length > entry.uncompressedSize) throw sheetProblem('spreadsheet-unpacks-too-far');
      sum = crc32(part, sum);
      yield part;
    }
  } catch (thrown) {
    throw asBroken(thrown);
  }
  if (sum !== entry.crc32) throw sheetProblem('spreadsheet-broken');
}

async function orBroken<T>(opening: Promise<T>): Promise<T> {
  return opening.catch((thrown: unknown) => {
    throw asBroken(thrown);
  });
}

/** What the unpacking threw, as a problem; ours are let through. */
function asBroken(thrown: unknown): unknown {
  if (!(thrown instanceof Error) || 'status' in thrown) return thrown;
  return /too many bytes/.test(thrown.message)
    ? sheetProblem('spreadsheet-unpacks-too-far')
    : sheetProblem('spreadsheet-broken');
}
