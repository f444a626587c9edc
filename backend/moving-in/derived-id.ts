import { createHash } from 'node:crypto';

/**
 * The id that follows from words, a UUID of version 7: made again from the same words it is the same one, so that work
 * begun anew, or a row that comes once more, never makes a second thing. Ids lie in the order of their time.
 */
export function derivedId(at: Date, ...words: (string | number)[]): string {
  const hash = fingerprintOf(words);
  const time = Math.max(0, at.getTime()).toString(16).padStart(12, '0');
  const variant = ((hash[8]! & 0x3f) | 0x80).toString(16);
  const rest = hash.toString('hex');
  return `${time.slice(0, 8)}-${time.slice(8)}-7${rest.slice(0, 3)}-${variant}${rest.slice(4, 6)}-${rest.slice(20, 32)}`;
}

/** Of a list of words; whatever stands in one can't be taken for the end of another. */
export function fingerprintOf(words: readonly (string | number | null | undefined)[]): Buffer {
  return createHash('sha256').update(JSON.stringify(words)).digest();
}
