import { setTimeout as pause } from 'node:timers/promises';
import type { EntityManager } from 'typeorm';
import { Problem } from '../http/problem.js';
import type { Caller } from './caller.js';
import type { Actor, Door } from './door.js';

const TRIES = 12;
const HELD_BY_OTHERS = ['55P03', '40P01'];

/**
 * Runs a use case that touches what many others hold. Its functions wait half a second for them and give up first
 * (`lock_timeout`), so that the others go on; then the whole of it is tried again.
 *
 * @throws Problem 409 `records-busy` when others still hold it after all tries; nothing was changed.
 */
export async function oneAfterTheOther<T>(
  door: Door,
  caller: Caller,
  use: (tx: EntityManager, actor: Actor) => Promise<T>,
): Promise<T> {
  for (let tries = 1; ; tries += 1)
    try {
      return await door.asActor(caller, use);
    } catch (error) {
      if (!HELD_BY_OTHERS.includes((error as { code?: string }).code ?? '')) throw error;
      if (tries === TRIES)
        throw new Problem(
          409,
          'records-busy',
          'Others are writing in these records at this moment. Try again in a minute; nothing was changed.',
        );
      await pause(20 * tries);
    }
}
