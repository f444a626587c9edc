import { existsSync } from 'node:fs';
import { readFile, readlink, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import pg from 'pg';

/** The PostgreSQL server that a cluster's postmaster.pid speaks of. */
interface Postmaster {
  pid: number;
  port: number;
}

/** Starting up, shutting down, or recovering after a crash: ask again. */
const NOT_READY = new Set(['57P03', 'ECONNREFUSED', 'ECONNRESET']);
const PATIENCE_MS = 60_000;

/**
 * The port of the PostgreSQL that already runs on this cluster, left behind by a server that was killed. It is ours
 * when it answers with our password and names our folder. A pid file that speaks of nobody is cleared away: after a
 * crash of the machine its number may belong to any process, and PostgreSQL would refuse to start.
 */
export async function runningPort(clusterFolder: string, password: string): Promise<number | undefined> {
  const giveUpAt = Date.now() + PATIENCE_MS;
  for (;;) {
    const postmaster = await readPostmaster(clusterFolder);
    if (!postmaster) return undefined;
    const answer = await ask(postmaster.port, password);
    if (answer === clusterFolder) return postmaster.port;
    if (answer !== 'not ready' || !(await isRunningOn(clusterFolder, postmaster.pid))) {
      await forget(clusterFolder, postmaster.pid);
      return undefined;
    }
    if (Date.now() > giveUpAt) return undefined;
    await pause(50);
  }
}

/** Whether any PostgreSQL runs on this cluster, also one that does not let us in. */
export async function isClusterRunning(clusterFolder: string): Promise<boolean> {
  const postmaster = await readPostmaster(clusterFolder);
  return postmaster !== undefined && (await isRunningOn(clusterFolder, postmaster.pid));
}

async function readPostmaster(clusterFolder: string): Promise<Postmaster | undefined> {
  const lines = await readFile(join(clusterFolder, 'postmaster.pid'), 'utf8').catch(() => '');
  const [pid, , , port] = lines.split('\n').map(Number);
  return pid ? { pid, port: port ?? 0 } : undefined;
}

async function ask(port: number, password: string): Promise<string> {
  // the port is the fourth line, written a moment after the first
  if (!port) return 'not ready';
  const client = new pg.Client({ host: '127.0.0.1', port, user: 'postgres', password, database: 'postgres' });
  try {
    await client.connect();
    const { rows } = await client.query<{ data_directory: string }>('SHOW data_directory');
    return rows[0]?.data_directory ?? 'someone else';
  } catch (error) {
    return NOT_READY.has((error as { code?: string }).code ?? '') ? 'not ready' : 'someone else';
  } finally {
    await client.end().catch(() => undefined);
  }
}

/** PostgreSQL works in its cluster's folder, which tells it from any other process of that number. */
async function isRunningOn(clusterFolder: string, pid: number): Promise<boolean> {
  try {
    process.kill(pid, 0);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ESRCH') return false;
  }
  // without a /proc, or without a look into it, PostgreSQL has to find out for itself
  if (!existsSync('/proc/self/cwd')) return true;
  const worksIn = await readlink(`/proc/${pid}/cwd`).catch((error: NodeJS.ErrnoException) => error.code);
  return worksIn === clusterFolder || worksIn === 'EACCES';
}

async function forget(clusterFolder: string, pid: number): Promise<void> {
  if (!(await isRunningOn(clusterFolder, pid)))
    await rm(join(clusterFolder, 'postmaster.pid'), { force: true });
}
