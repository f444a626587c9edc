import { hash, verify } from '@node-rs/argon2';

/** OWASP's argon2id minimum: 19 MiB, two passes, one lane. */
export const PASSWORD_COST = { memoryCost: 19 * 1024, timeCost: 2, parallelism: 1 };

/** NIST SP 800-63B-4: at least 15 characters where a password is all there is; no rules of composition. */
export const PASSWORD_LEAST = 15;
export const PASSWORD_MOST = 128;

/** Hashing is dear on purpose: never more than two at once, or a flood of sign-ins would starve everybody's requests. */
const MOST_AT_ONCE = 2;
let running = 0;
const waiting: (() => void)[] = [];

export async function inTurn<T>(work: () => Promise<T>): Promise<T> {
  if (running >= MOST_AT_ONCE) await new Promise<void>((resolve) => waiting.push(resolve));
  running += 1;
  try {
    return await work();
  } finally {
    running -= 1;
    waiting.shift()?.();
  }
}

export function hashPassword(password: string): Promise<string> {
  return inTurn(() => hash(password.normalize('NFC'), PASSWORD_COST));
}

let nobody: Promise<string> | undefined;

/** Takes the same time whether or not there is such an account. */
export async function isPassword(known: string | undefined, password: string): Promise<boolean> {
  nobody ??= hashPassword('the password of an account that does not exist');
  const against = known ?? (await nobody);
  const isRight = await inTurn(() => verify(against, password.normalize('NFC')));
  return isRight && known !== undefined;
}
