import { hashRaw } from '@node-rs/argon2';
import { randomInt } from 'node:crypto';
import { inTurn, PASSWORD_COST } from './passwords.js';

/**
 * The short code on a card: 10 signs of Crockford's base32 (no I, L, O, U), so 50 bits.
 *
 * Is that enough? All addresses together may try 600 codes and one more every 2 seconds (`try_code`), 303,000 in the 7
 * days that a code works. With 10,000 codes open at once somebody who tries all that time finds one of them with a
 * chance of 303,000 × 10,000 / 2^50, one in 370,000; from one address alone, held to some 2,700 tries (a quiet hour
 * forgets), one in 40 million.
 * NIST SP 800-63B-4 (section 3.1.2, look-up secrets) asks for 20 bits, for throttling under 64, and below 112 for a
 * salted password hash. The salt is the same for all codes, or none could be found by its hash: a thief of the
 * database would have to hash 2^50 codes at the cost of a password each, some 700,000 years of one processor.
 */
export const CODE_SIGNS = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
export const CODE_LENGTH = 10;

/** No secret: it only keeps these hashes apart from those of anything else. */
const SALT = Buffer.from('alongside: code on a card');

export function newCode(): string {
  return Array.from({ length: CODE_LENGTH }, () => CODE_SIGNS[randomInt(CODE_SIGNS.length)]).join('');
}

/** As it is printed and read aloud: `7KQ4M-2XWRT`. */
export function grouped(code: string): string {
  return `${code.slice(0, 5)}-${code.slice(5)}`;
}

/**
 * The code that somebody meant: small letters, spaces and hyphens make no difference, O is 0, I and L are 1.
 * What can't be a code comes back as it is, to be looked for in vain like any other.
 */
export function meantCode(typed: string): string {
  return typed
    .normalize('NFKC')
    .toUpperCase()
    .replace(/[\s\p{Pd}._]+/gu, '')
    .replaceAll('O', '0')
    .replace(/[IL]/g, '1');
}

/** The hash that is kept. It costs the same for any code, right or wrong. */
export function hashOfCode(code: string): Promise<Buffer> {
  return inTurn(() => hashRaw(code, { ...PASSWORD_COST, salt: SALT }));
}
