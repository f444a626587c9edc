import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdir, open, readdir, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import type { Decrypter } from 'age-encryption';
import pg from 'pg';
import { RESTORING, SECRETS } from '../database/data-folder.js';
import { databaseUser } from '../database/database-user.js';
import { embeddedDatabase, embeddedDatabaseToServe } from '../database/embedded-database.js';
import { postgresBinaries } from '../database/postgres-binaries.js';
import { isClusterRunning } from '../database/postmaster.js';
import type { BackupAbout, Holdings, Member } from './backup-about.js';
import { holdingsOf, refuseNewer } from './holdings.js';
import type { Progress } from './progress.js';
import { readBackup } from './read-backup.js';
import { CannotBackUp, UnusableBackup } from './unusable-backup.js';

export interface Restored {
  about: BackupAbout;
  /** Counted in the database that was brought back, not read from the backup. */
  holds: Holdings;
  /** What was there before, a data folder itself; undefined where nothing was. */
  before: string | undefined;
}

/**
 * Brings a backup of an embedded cluster back. It is read to its end beside what is there, PostgreSQL starts on it and
 * is asked what it holds; only then does it take its place. Until that moment nothing that was there is touched, and
 * after it all of that is kept.
 *
 * @param isOver whether a database that is there may be put aside
 */
export async function restoreCluster(
  file: string,
  decrypter: Decrypter,
  dataFolder: string,
  isOver: boolean,
  now: Date,
  progress?: Progress,
): Promise<Restored> {
  const cluster = join(dataFolder, 'postgres');
  await refuseTaken(dataFolder, isOver);
  const beside = join(dataFolder, RESTORING);
  try {
    const about = await unpack(file, decrypter, beside, dataFolder, progress);
    await giveTo(await databaseUser(cluster), join(beside, 'postgres'));
    const holds = await triedOut(beside);
    if (await isClusterRunning(cluster)) throw isInUse(dataFolder);
    return { about, holds, before: await swap(dataFolder, now) };
  } finally {
    await rm(beside, { recursive: true, force: true });
  }
}

async function refuseTaken(dataFolder: string, isOver: boolean): Promise<void> {
  const entries = await readdir(dataFolder).catch((error: NodeJS.ErrnoException): string[] => {
    if (error.code === 'ENOENT') return [];
    throw new CannotBackUp(`The data folder ${dataFolder} can't be read (${error.code}).`);
  });
  const isOurs = [SECRETS, RESTORING, 'postgres'].some((name) => entries.includes(name));
  if (entries.length > 0 && !isOurs)
    throw new CannotBackUp(
      `${dataFolder} holds something that is not Alongside's (${entries.slice(0, 3).join(', ')}). ` +
        'Nothing in it was touched: name another folder with DATA_DIR.',
    );
  if (!entries.includes('postgres')) return;
  if (!isOver)
    throw new CannotBackUp(
      `There is a database in ${dataFolder} already. To put it aside and bring the backup back in its place, add --over; ` +
        'it is kept in a folder beside. Or name another folder with DATA_DIR.',
    );
  if (await isClusterRunning(join(dataFolder, 'postgres'))) {
    if (!entries.includes(SECRETS)) throw isInUse(dataFolder);
    // refuses while a server uses it; one that was killed has left its PostgreSQL behind, which is stopped
    await (await embeddedDatabaseToServe(dataFolder, 'npm run restore')).close();
  }
}

const isInUse = (dataFolder: string): CannotBackUp =>
  new CannotBackUp(`A PostgreSQL runs on ${dataFolder}. Stop it first; nothing was changed.`);

async function unpack(
  file: string,
  decrypter: Decrypter,
  beside: string,
  dataFolder: string,
  progress?: Progress,
): Promise<BackupAbout> {
  const receiver = {
    about: async (about: BackupAbout) => {
      await refuseElsewhere(about, dataFolder);
      await rm(beside, { recursive: true, force: true });
      await mkdir(beside, { recursive: true, mode: 0o711 });
    },
    member: (member: Member) => put(member, beside),
  };
  return readBackup(file, decrypter, receiver, progress);
}

async function refuseElsewhere(about: BackupAbout, dataFolder: string): Promise<void> {
  if (about.kind !== 'cluster')
    throw new CannotBackUp(
      'This backup came from a PostgreSQL of your own: make an empty database in one and name it in DATABASE_URL.',
    );
  await refuseNewer(about);
  const { majorVersion } = await postgresBinaries(undefined, dataFolder);
  const { 0: major } = about.postgres.split('.');
  if (major !== majorVersion)
    throw new CannotBackUp(
      `This backup was made by PostgreSQL ${about.postgres}, and this version of Alongside brings PostgreSQL ${majorVersion}, ` +
        `which can't read it. Restore it with a version of Alongside that brings PostgreSQL ${major}, ` +
        'and move on from there with pg_dump. Nothing was changed.',
    );
}

/** PostgreSQL itself writes the folder to the disk before it recovers from a copy, so nothing is synced here. */
async function put({ name, isFolder, content }: Member, beside: string): Promise<void> {
  if (
    name.startsWith('/') ||
    name.split('/').includes('..') ||
    !/^(postgres(\/|$)|alongside\.json$)/.test(name)
  )
    throw new UnusableBackup(`The backup holds a file where none belongs: ${name}.`);
  const path = join(beside, name);
  if (isFolder) return void (await mkdir(path, { recursive: true, mode: 0o700 }));
  const file = await open(path, 'wx', 0o600);
  try {
    for await (const chunk of content) await file.write(chunk);
  } finally {
    await file.close();
  }
}

async function giveTo(user: { uid: number; gid: number } | undefined, cluster: string): Promise<void> {
  if (user) await promisify(execFile)('chown', ['-R', `${user.uid}:${user.gid}`, cluster]);
}

/** The proof: PostgreSQL recovers on it, lets us in and answers. */
async function triedOut(beside: string): Promise<Holdings> {
  const database = await embeddedDatabase(beside);
  const client = new pg.Client({ connectionString: database.superuserUrl });
  try {
    await client.connect();
    return (await holdingsOf(client)).holds;
  } finally {
    await client.end().catch(() => undefined);
    await database.close();
  }
}

/**
 * The secrets go first and come last: a start in between finds a folder without them and refuses, whatever it was that
 * interrupted this.
 */
async function swap(dataFolder: string, now: Date): Promise<string | undefined> {
  const at = (...names: string[]): string => join(dataFolder, ...names);
  const kept = `before-restore-${now.toISOString().replace(/\.\d+/, '').replace(/[-:]/g, '')}`;
  const there = [SECRETS, 'postgres'].filter((name) => existsSync(at(name)));
  if (there.length > 0) await mkdir(at(kept), { mode: 0o711 });
  for (const name of there) await rename(at(name), at(kept, name));
  await rename(at(RESTORING, 'postgres'), at('postgres'));
  await rename(at(RESTORING, SECRETS), at(SECRETS));
  const folder = await open(dataFolder, 'r');
  await folder.sync().finally(() => folder.close());
  return there.length > 0 ? at(kept) : undefined;
}
