import { pipeline, Readable } from 'node:stream';
import { crc32, createDeflateRaw } from 'node:zlib';

/** One part of a zip file, its bytes as they come. */
export interface ZipPart {
  name: string;
  data: AsyncIterable<Uint8Array>;
}

/** Longer ones take the records of ZIP64, which not every program reads. */
const MOST_BYTES = 0xffffffff;
/** Quick rather than small: whoever waits for a file waits longer for its making than for the line. */
const LEVEL = 1;

const VERSION = 20;
/** Sizes and sum stand behind what they are of, as nobody knows them before. */
const SIZES_FOLLOW = 8;
const DEFLATED = 8;
/** 1980-01-01, the first day a zip file can say: nobody needs to know when a part was made. */
const NO_DAY = 0x21;

interface Sums {
  crc: number;
  packed: number;
  unpacked: number;
}

/**
 * A zip file, written as its parts come and never held.
 *
 * @throws RangeError where it gets longer than such a file may be
 */
export async function* zipBytes(parts: AsyncIterable<ZipPart>): AsyncGenerator<Uint8Array> {
  const contents: Buffer[] = [];
  let at = 0;
  for await (const { name, data } of parts) {
    const sums: Sums = { crc: 0, packed: 0, unpacked: 0 };
    const head = headOf(name);
    yield head;
    for await (const bytes of deflated(summed(data, sums))) {
      sums.packed += bytes.length;
      yield bytes;
    }
    yield footOf(sums);
    contents.push(contentOf(name, sums, at));
    at += head.length + sums.packed + 16;
    if (sums.unpacked > MOST_BYTES || at > MOST_BYTES) throw new RangeError('The file gets too long.');
  }
  yield endOf(contents, at);
}

async function* summed(data: AsyncIterable<Uint8Array>, sums: Sums): AsyncGenerator<Uint8Array> {
  for await (const bytes of data) {
    sums.crc = crc32(bytes, sums.crc);
    sums.unpacked += bytes.length;
    yield bytes;
  }
}

function deflated(data: AsyncIterable<Uint8Array>): AsyncIterable<Uint8Array> {
  const packing = createDeflateRaw({ level: LEVEL, chunkSize: 64 * 1024 });
  // what goes wrong before it is told by whoever reads it
  pipeline(Readable.from(data, { highWaterMark: 1 }), packing, () => undefined);
  return packing;
}

function headOf(name: string): Buffer {
  const head = Buffer.alloc(30 + name.length);
  head.write('PK\u0003\u0004', 'latin1');
  head.writeUInt16LE(VERSION, 4);
  head.writeUInt16LE(SIZES_FOLLOW, 6);
  head.writeUInt16LE(DEFLATED, 8);
  head.writeUInt16LE(NO_DAY, 12);
  head.writeUInt16LE(name.length, 26);
  head.write(name, 30, 'latin1');
  return head;
}

function footOf(sums: Sums): Buffer {
  const foot = Buffer.alloc(16);
  foot.write('PK\u0007\u0008', 'latin1');
  writeSums(foot, 4, sums);
  return foot;
}

function contentOf(name: string, sums: Sums, at: number): Buffer {
  const content = Buffer.alloc(46 + name.length);
  content.write('PK\u0001\u0002', 'latin1');
  content.writeUInt16LE(VERSION, 4);
  headOf(name).copy(content, 6, 4, 14);
  writeSums(content, 16, sums);
  content.writeUInt16LE(name.length, 28);
  content.writeUInt32LE(at, 42);
  content.write(name, 46, 'latin1');
  return content;
}

function endOf(contents: Buffer[], at: number): Buffer {
  const listed = Buffer.concat(contents);
  const end = Buffer.alloc(22);
  end.write('PK\u0005\u0006', 'latin1');
  end.writeUInt16LE(contents.length, 8);
  end.writeUInt16LE(contents.length, 10);
  end.writeUInt32LE(listed.length, 12);
  end.writeUInt32LE(at, 16);
  return Buffer.concat([listed, end]);
}

function writeSums(to: Buffer, place: number, { crc, packed, unpacked }: Sums): void {
  to.writeUInt32LE(crc, place);
  to.writeUInt32LE(packed % (MOST_BYTES + 1), place + 4);
  to.writeUInt32LE(unpacked % (MOST_BYTES + 1), place + 8);
}
