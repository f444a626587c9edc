import { spawn, execFile, type ChildProcess } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { CannotBackUp } from './unusable-backup.js';

/** The programs of PostgreSQL's client package that a PostgreSQL of one's own is backed up and restored with. */
export type PgProgram = 'pg_dump' | 'pg_restore';

export interface FoundProgram {
  path: string;
  /** Of its major version. */
  major: number;
}

/**
 * From PG_BIN, else from the PATH.
 *
 * @param serverMajor pg_dump reads servers up to its own version, and pg_restore what such a pg_dump has written
 * @throws CannotBackUp when it is missing or older than the server
 */
export async function findProgram(
  program: PgProgram,
  serverMajor: number,
  env: NodeJS.ProcessEnv,
): Promise<FoundProgram> {
  const path = env['PG_BIN'] ? join(env['PG_BIN'], program) : program;
  const said = await promisify(execFile)(path, ['--version'], { env }).then(
    ({ stdout }) => stdout,
    () => '',
  );
  const major = Number(/\(PostgreSQL\) (\d+)/.exec(said)?.[1] ?? 0);
  if (major >= serverMajor) return { path, major };
  throw new CannotBackUp(
    `${major ? `${path} is of version ${major}, older than the server's ${serverMajor}` : `There is no ${program} here`}. ` +
      `A PostgreSQL of your own is backed up with its own programs: install its client package, version ${serverMajor} ` +
      `or later (Debian: postgresql-client-${serverMajor}), or name the folder they are in with PG_BIN.`,
  );
}

/**
 * Starts it on a database. The password goes by the environment: what stands in a command line, every user of the
 * machine can read.
 */
export function startProgram(
  { path }: FoundProgram,
  args: string[],
  url: string,
  env: NodeJS.ProcessEnv,
): { child: ChildProcess; ended: Promise<void> } {
  const withoutPassword = new URL(url);
  const PGPASSWORD = decodeURIComponent(withoutPassword.password) || env['PGPASSWORD'];
  withoutPassword.password = '';
  const child = spawn(path, [...args, '--no-password', `--dbname=${withoutPassword.href}`], {
    env: { ...env, PGPASSWORD },
    stdio: ['pipe', 'pipe', 'pipe'],
  });
  let said = '';
  child.stderr.on('data', (chunk: Buffer) => (said = `${said}${chunk.toString()}`.slice(-2000)));
  const ended = new Promise<void>((resolve, reject) => {
    child.once('error', reject);
    child.once('close', (code) =>
      code === 0 ? resolve() : reject(new CannotBackUp(`${path} did not succeed (${code}):\n${said.trim()}`)),
    );
  });
  // whoever reads or writes its streams meets their end first
  ended.catch(() => undefined);
  return { child, ended };
}
