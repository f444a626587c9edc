import { spawn } from 'node:child_process';

/** Whose processes and files the embedded PostgreSQL are. */
export interface DatabaseUser {
  uid: number;
  gid: number;
}

/**
 * Runs a command of PostgreSQL as its user, in a process group of its own: Ctrl-C in a terminal goes to every process
 * of the group in front, and neither a PostgreSQL nor the command that stops it may die of it halfway.
 */
export async function runAs(
  user: DatabaseUser | undefined,
  command: string,
  args: string[],
): Promise<{ code: number | null; said: string }> {
  const child = spawn(command, args, {
    ...user,
    // every folder of ours might be closed to that user
    cwd: '/',
    detached: true,
    stdio: ['ignore', 'pipe', 'pipe'],
    // the language and the zone of whoever starts are no business of the database's
    env: { PATH: process.env['PATH'], LC_ALL: 'C', TZ: 'UTC' },
  });
  let said = '';
  child.stdout.on('data', (chunk: Buffer) => (said += chunk.toString()));
  child.stderr.on('data', (chunk: Buffer) => (said += chunk.toString()));
  return new Promise((resolve) => {
    child.once('error', (error) => resolve({ code: null, said: error.message }));
    child.once('close', (code) => resolve({ code, said }));
  });
}
