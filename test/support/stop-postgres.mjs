import { once } from 'node:events';

export default async function stopPostgres() {
  const child = globalThis.testPostgres;
  if (!child || child.exitCode !== null) return;
  const ended = once(child, 'exit');
  child.stdin.end();
  await ended;
}
