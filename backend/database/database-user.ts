import { execFile } from 'node:child_process';
import { stat } from 'node:fs/promises';
import { dirname } from 'node:path';
import { promisify } from 'node:util';
import { UnusableDatabase } from './migrate.js';
import { type DatabaseUser, runAs } from './run-as.js';

const NAME = 'alongside';

/**
 * PostgreSQL refuses to run as root. For root this is the owner of the cluster where there is one already, else a
 * system user of our own, made when missing. Everyone else runs it as themself: undefined.
 */
export async function databaseUser(clusterFolder: string): Promise<DatabaseUser | undefined> {
  if (process.getuid?.() !== 0) return undefined;
  const owner = await stat(clusterFolder).catch(() => undefined);
  if (owner && owner.uid !== 0) return { uid: owner.uid, gid: owner.gid };
  return (await systemUser()) ?? (await makeSystemUser());
}

/** The first folder on the way to `folder` that is there and that the user may not enter, as the system sees it. */
export async function closedFolder(user: DatabaseUser, folder: string): Promise<string | undefined> {
  const way = [folder];
  while (dirname(way[0]!) !== way[0]) way.unshift(dirname(way[0]!));
  const script =
    'for folder; do [ -e "$folder" ] || exit; cd "$folder" 2>/dev/null || { echo "$folder"; exit; }; done';
  return (await runAs(user, 'sh', ['-c', script, 'sh', ...way])).said.trim() || undefined;
}

async function systemUser(): Promise<DatabaseUser | undefined> {
  const [uid, gid] = await Promise.all([run('id', '-u', NAME), run('id', '-g', NAME)]);
  return uid && gid ? { uid: Number(uid), gid: Number(gid) } : undefined;
}

async function makeSystemUser(): Promise<DatabaseUser> {
  await run('groupadd', '--system', NAME);
  await run('useradd', '--system', '--gid', NAME, '--no-create-home', '--shell', '/usr/sbin/nologin', NAME);
  // asked for again rather than trusting the exit codes: another start may have been quicker
  const made = await systemUser();
  if (made) return made;
  throw new UnusableDatabase(
    `PostgreSQL refuses to run as root, and the system user "${NAME}" could not be made for it. ` +
      `Make one (useradd --system ${NAME}), start as an ordinary user, or name a PostgreSQL in DATABASE_URL.`,
  );
}

/** What a command says, nothing when it fails. `su` without a login leaves the folders of these commands out. */
async function run(command: string, ...args: string[]): Promise<string | undefined> {
  const env = { ...process.env, PATH: `${process.env['PATH'] ?? ''}:/usr/sbin:/sbin:/usr/bin:/bin` };
  const ended = await promisify(execFile)(command, args, { env }).catch(() => undefined);
  return ended?.stdout.trim();
}
