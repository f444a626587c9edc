import { mkdirSync, readlinkSync, rmSync, symlinkSync } from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';

/** A link to the process id of who builds: unlike a file it appears with its content, never empty. */
const lock = 'dist/.building';

function isRunning(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

function take(): boolean {
  try {
    symlinkSync(String(process.pid), lock);
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
    return false;
  }
}

function holder(): number | undefined {
  try {
    return Number(readlinkSync(lock));
  } catch {
    return undefined;
  }
}

/** Two builds in one folder (`npm test` beside `npm start`) take turns: the second finds its work done. */
export async function oneBuildAtATime<Result>(work: () => Promise<Result>): Promise<Result> {
  mkdirSync('dist', { recursive: true });
  while (!take()) {
    const pid = holder();
    if (pid !== undefined && !isRunning(pid)) rmSync(lock, { force: true });
    else await pause(100);
  }
  const release = (): void => rmSync(lock, { force: true });
  process.once('exit', release);
  try {
    return await work();
  } finally {
    release();
    process.off('exit', release);
  }
}
