import { createReadStream } from 'node:fs';
import { open } from 'node:fs/promises';
import { pipeline, Readable } from 'node:stream';
import { createZstdDecompress } from 'node:zlib';
import type { Decrypter } from 'age-encryption';
import { createTarDecoder } from 'modern-tar';
import type { Member } from './backup-about.js';
import type { Progress } from './progress.js';
import { CannotBackUp, UnusableBackup } from './unusable-backup.js';

/** age encrypts in chunks of this size, each with its own proof, and marks the last one. https://age-encryption.org/v1 */
const AGE_CHUNK = 64 * 1024;
/** Chunks that were proven, but are not passed on any more when one behind them is found wrong. */
const UNTOLD = 3 * AGE_CHUNK;
const AGE_BEGINS = 'age-encryption.org/v1\n';

async function sizeOfAge(path: string): Promise<number> {
  const file = await open(path, 'r').catch((error: NodeJS.ErrnoException) => {
    throw new CannotBackUp(
      error.code === 'ENOENT' ? `There is no file ${path}.` : `${path} can't be read (${error.code}).`,
    );
  });
  try {
    const { size } = await file.stat();
    if (size === 0) throw new UnusableBackup(`${path} is empty.`);
    const begins = Buffer.alloc(AGE_BEGINS.length);
    await file.read(begins, 0, begins.length, 0);
    if (begins.toString() !== AGE_BEGINS)
      throw new UnusableBackup(
        `${path} is something else: a backup of Alongside is a file encrypted by age.`,
      );
    return size;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EISDIR') throw new CannotBackUp(`${path} is a folder.`);
    throw error;
  } finally {
    await file.close();
  }
}

/**
 * The members of a backup, one after the other; each content has to be read before the next is asked for. The last one
 * is not the end: only when this returns was the whole file proven.
 *
 * @throws UnusableBackup for a file that is cut, changed, empty, something else, or another key's
 */
export async function* membersOfFile(
  path: string,
  decrypter: Decrypter,
  progress: Progress,
): AsyncGenerator<Member> {
  const size = await sizeOfAge(path);
  const source = Readable.toWeb(createReadStream(path, { highWaterMark: AGE_CHUNK }));
  const plain = await decrypter.decrypt(source as ReadableStream<Uint8Array>).catch((error: Error) => {
    throw new UnusableBackup(
      /no identity matched/.test(error.message)
        ? `This key does not open ${path}: it was encrypted for another one, or its first lines were changed.`
        : `The first lines of ${path} are cut or were changed (${error.message}).`,
    );
  });
  const plainSize = sizeBefore(plain, size);
  const proven = async function* (): AsyncGenerator<Uint8Array> {
    let passed = 0;
    try {
      for await (const chunk of plain as unknown as AsyncIterable<Uint8Array>) {
        passed += chunk.length;
        progress(passed, plainSize);
        yield chunk;
      }
    } catch {
      throw new UnusableBackup(
        passed + UNTOLD >= plainSize
          ? `${path} is not whole: it was cut, or its end was changed. Fetch it once more, or take the backup before.`
          : `${path} was changed after it was written, about ${Math.floor((passed / plainSize) * 100)} % into it. ` +
              'Fetch it once more, or take the backup before.',
      );
    }
  };
  const unpacked = pipeline(Readable.from(proven()), createZstdDecompress(), () => undefined);
  const tar = (Readable.toWeb(unpacked) as ReadableStream<Uint8Array>).pipeThrough(
    createTarDecoder({ strict: true }),
  );
  try {
    for await (const { header, body } of tar as unknown as AsyncIterable<{
      header: TarHeader;
      body: Content;
    }>) {
      if (header.type !== 'file' && header.type !== 'directory')
        throw new UnusableBackup(`${path} holds a ${header.type}, which no backup of Alongside does.`);
      const name = header.name.replace(/\/$/, '');
      yield { name, size: header.size, isFolder: header.type === 'directory', content: body };
    }
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    if (code?.startsWith('ZSTD_') || /tar/i.test(message)) throw notOurs(path);
    throw error;
  }
}

type Content = AsyncIterable<Uint8Array>;
interface TarHeader {
  name: string;
  size: number;
  type?: string;
}

const notOurs = (path: string): UnusableBackup =>
  new UnusableBackup(`The key opens ${path}, but it is no backup of Alongside.`);

/** A length that age never writes is one that was cut. */
function sizeBefore(plain: { size(size: number): number }, size: number): number {
  try {
    return plain.size(size);
  } catch {
    return 0;
  }
}
