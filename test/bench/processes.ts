import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFile } from 'node:fs/promises';
import { freePort } from '../../backend/database/free-port.js';

/** A server under load, as a process of its own. */
export interface ServerProcess {
  url: string;
  /** Resident memory in MB, now and at its highest. */
  memory(): Promise<{ now: number; peak: number }>;
  stop(): Promise<void>;
}

/** As package.json says for `npm start`: how far the heap may grow before rubbish is taken out. */
const NODE_OPTIONS = ['--max-old-space-size=512', '--max-semi-space-size=16'];

/** The server as `npm start` runs it, from what was built, with its request log and all. */
export async function ourServer(urls: { migration: string; runtime: string }): Promise<ServerProcess> {
  const port = await freePort();
  return start(port, [`${process.env['BENCH_DIST'] ?? 'dist'}/backend/start.js`], {
    DATABASE_URL: urls.runtime,
    MIGRATION_DATABASE_URL: urls.migration,
    SAMPLE: '0',
    HOST: '127.0.0.1',
  });
}

export async function bareServer(databaseUrl: string): Promise<ServerProcess> {
  const port = await freePort();
  const run = ['--import', './test/support/typescript.mjs', './test/bench/bare-server.ts'];
  return start(port, run, { DATABASE_URL: databaseUrl });
}

async function start(port: number, run: string[], env: Record<string, string>): Promise<ServerProcess> {
  const child = spawn(
    process.execPath,
    [...NODE_OPTIONS, ...(process.env['BENCH_NODE_OPTIONS']?.split(' ') ?? []), ...run],
    {
      env: { PATH: process.env['PATH'], PORT: String(port), ...env },
      stdio: ['ignore', 'pipe', 'inherit'],
    },
  );
  await ready(child);
  // read on, or a full pipe would hold the server up
  child.stdout!.resume();
  return {
    url: `http://127.0.0.1:${port}`,
    memory: () => memoryOf(child.pid!),
    stop: async () => {
      child.kill('SIGTERM');
      await once(child, 'exit');
    },
  };
}

async function ready(child: ChildProcess): Promise<void> {
  for await (const said of child.stdout!.iterator({ destroyOnReturn: false }))
    if (/\bready\b/.test(String(said))) return;
  throw new Error('A server did not start.');
}

async function memoryOf(pid: number): Promise<{ now: number; peak: number }> {
  const status = await readFile(`/proc/${pid}/status`, 'utf8').catch(() => '');
  const megabytes = (name: string) =>
    Number(new RegExp(`${name}:\\s+(\\d+)`).exec(status)?.[1] ?? Number.NaN) / 1024;
  return { now: megabytes('VmRSS'), peak: megabytes('VmHWM') };
}
