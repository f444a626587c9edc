import { Readable } from 'node:stream';
import type { Member } from './backup-about.js';

/** A member that is at hand as a whole. */
export function whole(name: string, bytes: Buffer): Member {
  return { name, size: bytes.length, content: Readable.from([bytes]) };
}
