import { existsSync } from 'node:fs';
import { chown, mkdir, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { DataFolder } from './data-folder.js';
import { UnusableDatabase } from './migrate.js';
import type { PostgresBinaries } from './postgres-binaries.js';
import { type DatabaseUser, runAs } from './run-as.js';

/**
 * Makes the cluster when there is none, whole or not at all: it takes its place only when it is done.
 *
 * Encoding and collation are named, not taken from the machine: without a LANG, initdb makes SQL_ASCII, where "José"
 * has five letters.
 */
export async function makeCluster(
  { cluster, path, secrets }: DataFolder,
  { initdb }: PostgresBinaries,
  user: DatabaseUser | undefined,
): Promise<void> {
  if (existsSync(cluster)) return;
  const half = join(path, 'postgres.half');
  await rm(half, { recursive: true, force: true });
  await mkdir(half, { mode: 0o700 });
  const passwordFile = join(half, 'password');
  await writeFile(passwordFile, secrets.superuserPassword, { mode: 0o600 });
  const pgdata = join(half, 'pgdata');
  await mkdir(pgdata, { mode: 0o700 });
  if (user) await Promise.all([half, passwordFile, pgdata].map((it) => chown(it, user.uid, user.gid)));
  const { code, said } = await runAs(user, initdb, [
    ...['--pgdata', pgdata, '--username', 'postgres', '--pwfile', passwordFile, '--auth', 'scram-sha-256'],
    ...['--encoding', 'UTF8', '--locale', 'C', '--locale-provider', 'builtin', '--builtin-locale', 'C.UTF-8'],
    ...['--set', 'timezone=UTC', '--set', 'log_timezone=UTC', '--no-instructions'],
  ]);
  if (code !== 0) throw new UnusableDatabase(`The database could not be made in ${path}:\n${said.trim()}`);
  await rename(pgdata, cluster);
  await rm(half, { recursive: true, force: true });
}
