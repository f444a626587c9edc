import { createHash } from 'node:crypto';
import type { DataSource } from 'typeorm';
import { Problem } from '../http/problem.js';

/** Who is kept waiting, a name or an address; never kept as it was. */
export function subject(...parts: string[]): Buffer {
  return createHash('sha256')
    .update(parts.map((part) => part.toLowerCase()).join('\n'))
    .digest();
}

/** @throws Problem 429 with the seconds to wait */
export async function refuseWaiting(source: DataSource, subjects: Buffer[], now: Date): Promise<void> {
  const [waits] = (await source.query('SELECT sign_in_wait($1, $2) AS seconds', [subjects, now])) as {
    seconds: number;
  }[];
  if (waits && waits.seconds > 0) throw throttled(waits.seconds);
}

export function throttled(seconds: number): Problem {
  return new Problem(429, 'sign-in-throttled', `Too many tries. Wait ${seconds} seconds, then try again.`, {
    retryAfterSeconds: seconds,
  });
}

/** Text that PostgreSQL refuses names nothing and nobody. */
export function storable(text: string): string {
  return text.toWellFormed().replaceAll('\0', '\uFFFD');
}
