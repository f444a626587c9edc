import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { createTarDecoder } from 'modern-tar';
import pg from 'pg';
import { SECRETS } from '../database/data-folder.js';
import { embeddedDatabase } from '../database/embedded-database.js';
import { ABOUT, type BackupAbout, type Member } from './backup-about.js';
import { startBaseBackup, type BaseBackup } from './base-backup.js';
import { holdingsOf } from './holdings.js';
import type { Progress } from './progress.js';
import { MANIFEST } from './read-backup.js';
import { CannotBackUp } from './unusable-backup.js';
import { whole } from './whole.js';

/**
 * The whole embedded cluster by PostgreSQL's own base backup: data, roles, policies, jobs and passwords, as of one
 * moment. A server that uses it goes on; without one its PostgreSQL is started for this alone. What it makes, unpacked,
 * is a data folder.
 *
 * @param write takes the members; the database stays open until it is done
 */
export async function backUpCluster<T>(
  dataFolder: string,
  now: Date,
  progress: Progress,
  write: (about: BackupAbout, members: AsyncIterable<Member>) => Promise<T>,
): Promise<T> {
  if (!existsSync(join(dataFolder, 'postgres')))
    throw new CannotBackUp(`There is no database in ${dataFolder}. Name its folder with DATA_DIR.`);
  const database = await embeddedDatabase(dataFolder);
  try {
    const about = await aboutOf(database.superuserUrl, now);
    const copy = await startBaseBackup(database.superuserUrl);
    try {
      return await write(about, membersOf(about, dataFolder, copy, progress));
    } finally {
      await copy.end();
    }
  } finally {
    await database.close();
  }
}

async function aboutOf(url: string, now: Date): Promise<BackupAbout> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return { format: 1, kind: 'cluster', madeAt: now.toISOString(), ...(await holdingsOf(client)) };
  } finally {
    await client.end();
  }
}

async function* membersOf(
  about: BackupAbout,
  dataFolder: string,
  copy: BaseBackup,
  progress: Progress,
): AsyncGenerator<Member> {
  yield whole(ABOUT, Buffer.from(`${JSON.stringify(about, null, 2)}\n`));
  yield whole(SECRETS, await readFile(join(dataFolder, SECRETS)));
  yield { name: 'postgres', size: 0, isFolder: true, content: nothing() };
  const tar = (Readable.toWeb(copy.tar) as ReadableStream<Uint8Array>).pipeThrough(
    createTarDecoder({ strict: true }),
  );
  let done = 0;
  for await (const { header, body } of tar) {
    const isFolder = header.type === 'directory';
    if (!isFolder && header.type !== 'file')
      throw new CannotBackUp(
        `The database's folder holds a ${header.type}, ${header.name}, which can't be backed up.`,
      );
    yield { name: `postgres/${header.name.replace(/\/$/, '')}`, size: header.size, isFolder, content: body };
    progress((done += header.size), copy.expectedSize());
  }
  yield whole(`postgres/${MANIFEST}`, copy.manifest());
}

async function* nothing(): AsyncGenerator<Uint8Array> {}
