import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';

/** Starts the run's PostgreSQL and tells the workers where it is. */
export default async function startPostgres() {
  const child = spawn(
    process.execPath,
    ['--import', './test/support/typescript.mjs', './test/support/test-postgres.ts'],
    // in a group of its own, or Ctrl-C would take it down before it can clean up
    { stdio: ['pipe', 'pipe', 'inherit'], detached: true },
  );
  const [url] = await Promise.race([
    once(createInterface(child.stdout), 'line'),
    once(child, 'exit').then(() => Promise.reject(new Error('The PostgreSQL of the tests did not start.'))),
  ]);
  process.env.TEST_DATABASE_URL = url;
  globalThis.testPostgres = child;
}
