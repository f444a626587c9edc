import { spawn } from 'node:child_process';
import process from 'node:process';
import type { Step } from './stages.ts';

/**
 * Runs a step under this Node, its output kept back: one line says what is going on, and only a step that fails
 * shows what it had to say.
 *
 * @returns whether it went well
 */
export async function run(step: Step): Promise<boolean> {
  const started = performance.now();
  process.stdout.write(`${step.doing} … `);
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
  const seconds = ((performance.now() - started) / 1000).toFixed(1);
  process.stdout.write(code === 0 ? `${seconds} s\n` : `failed\n`);
  if (code !== 0) process.stdout.write(Buffer.concat(said));
  return code === 0;
}
