import { existsSync } from 'node:fs';
import { mkdir, open, readdir, rename, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createZstdCompress } from 'node:zlib';
import type { Encrypter } from 'age-encryption';
import { createTarPacker } from 'modern-tar';
import type { Member } from './backup-about.js';
import { tooManyBackups, unfinishedBackups } from './backup-names.rules.js';
import { CannotBackUp } from './unusable-backup.js';

const DAY_MS = 24 * 3600_000;

/**
 * Writes the members as a tar, compressed, encrypted; only what is complete and on the disk gets its name. Memory stays
 * flat: each step waits for the next.
 *
 * @returns the file's size in bytes
 */
export async function writeBackup(
  folder: string,
  name: string,
  encrypter: Encrypter,
  members: AsyncIterable<Member>,
  signal?: AbortSignal,
): Promise<number> {
  const path = join(folder, name);
  const part = `${path}.part`;
  const file = await begun(folder, path, part);
  try {
    const compressed = createZstdCompress();
    const compressing = pipeline(packed(members), compressed, { signal });
    // the other end of the same stream fails with it, and is the one to tell
    compressing.catch(() => undefined);
    const encrypted = await encrypter.encrypt(Readable.toWeb(compressed) as ReadableStream<Uint8Array>);
    for await (const chunk of encrypted) await file.write(chunk);
    await compressing;
    await file.sync();
    const { size } = await file.stat();
    await rename(part, path);
    await keepNames(folder);
    return size;
  } catch (error) {
    await rm(part, { force: true });
    signal?.throwIfAborted();
    if ((error as NodeJS.ErrnoException).code === 'ENOSPC')
      throw new CannotBackUp(`There is no room left in ${folder}; the unfinished backup was removed.`);
    throw error;
  } finally {
    await file.close();
  }
}

/** Deletes what is older than the newest so many, and what killed backups left a day ago. @returns the names deleted */
export async function deleteOldBackups(folder: string, keep: number | undefined): Promise<string[]> {
  const names = await readdir(folder);
  const old = keep === undefined ? [] : tooManyBackups(names, keep);
  for (const name of unfinishedBackups(names)) {
    const { mtimeMs } = await stat(join(folder, name)).catch(() => ({ mtimeMs: Date.now() }));
    if (Date.now() - mtimeMs > DAY_MS) await rm(join(folder, name), { force: true });
  }
  for (const name of old) await rm(join(folder, name), { force: true });
  return old;
}

async function begun(folder: string, path: string, part: string): ReturnType<typeof open> {
  try {
    await mkdir(folder, { recursive: true, mode: 0o700 });
    if (!existsSync(path)) return await open(part, 'wx', 0o600);
  } catch (error) {
    const { code = '' } = error as NodeJS.ErrnoException;
    if (code !== 'EEXIST') throw new CannotBackUp(`Backups can't be written to ${folder} (${code}).`);
  }
  throw new CannotBackUp(`Another backup of this very second is in ${folder}. Try again.`);
}

/** The new name itself is on the disk too. */
async function keepNames(folder: string): Promise<void> {
  const directory = await open(folder, 'r');
  await directory.sync().finally(() => directory.close());
}

/** Generators only: a reader who stops asking stops everything before it. */
async function* packed(members: AsyncIterable<Member>): AsyncGenerator<Uint8Array> {
  const { readable, controller } = createTarPacker();
  const packing = (async () => {
    for await (const { name, size, isFolder, content } of members) {
      const header = isFolder
        ? { name: `${name}/`, size: 0, mode: 0o700, type: 'directory' as const }
        : { name, size, mode: 0o600 };
      const writer = controller.add(header).getWriter();
      for await (const chunk of content) await writer.write(chunk);
      await writer.close();
    }
    controller.finalize();
  })().catch((error: unknown) => controller.error(error));
  yield* readable as unknown as AsyncIterable<Uint8Array>;
  await packing;
}
