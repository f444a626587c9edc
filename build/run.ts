import { spawn } from 'node:child_process';
import process from 'node:process';
import type { Step } from './stages.ts';

/**
 * Runs steps under this Node, all at the same time, their output kept back: one line says what is going on, and only a
 * step that fails shows what it had to say.
 *
 * @returns whether all went well
 */
export async function run(steps: Step[]): Promise<boolean> {
  const started = performance.now();
  process.stdout.write(`${steps.map(({ doing }) => doing).join(' and ')} … `);
  const ends = await Promise.all(steps.map(runQuietly));
  const failed = ends.filter(({ code }) => code !== 0);
  const seconds = ((performance.now() - started) / 1000).toFixed(1);
  process.stdout.write(failed.length === 0 ? `${seconds} s\n` : `failed\n`);
  for (const { said } of failed) process.stdout.write(said);
  return failed.length === 0;
}

async function runQuietly(step: Step): Promise<{ code: number | null; said: Buffer }> {
  const child = spawn(process.execPath, [step.command, ...step.args], {
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...process.env, NG_CLI_ANALYTICS: 'false', FORCE_COLOR: process.stdout.isTTY ? '1' : '0' },
  });
  const said: Buffer[] = [];
  child.stdout.on('data', (chunk: Buffer) => said.push(chunk));
  child.stderr.on('data', (chunk: Buffer) => said.push(chunk));
  const code = await new Promise<number | null>((resolve, reject) => {
    child.once('error', reject);
    child.once('close', resolve);
  });
  return { code, said: Buffer.concat(said) };
}
