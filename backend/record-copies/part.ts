import type { EntityManager } from 'typeorm';
import type { Actor } from '../access/door.js';
import type { Speaker } from './speaker.js';

/** One thing in the readable document: what it is, and what it says, line by line. */
export interface Entry {
  heading: string;
  /** Empty ones are left out. A pair is a name and what stands under it. */
  lines: (string | readonly [name: string, says: string | null | undefined])[];
}

/** What all rows of a part have: whatever JSON can say. */
export type PartRow = Record<string, unknown>;

/** One kind of thing in the copy of a record. */
export interface Part<Row extends PartRow = PartRow> {
  /** Its name in the data. It stays, as does the shape of its rows: programs of others read it. */
  name: string;
  /** What it is read from. Every table that a participant may read must stand with some part: a test compares. */
  tables: readonly string[];
  /** Asked as the participant, so it can find nothing that staff keep. */
  gather(tx: EntityManager, actor: Actor, participantId: string): Promise<Row[]>;
  title(say: Speaker): string;
  entry(row: Row, say: Speaker): Entry;
}

/** Keeps the shape of the rows between what a part gathers and what it says; in the list it is one part among others. */
export function part<Row extends object>(
  made: Omit<Part, 'gather' | 'entry'> & {
    gather(tx: EntityManager, actor: Actor, participantId: string): Promise<Row[]>;
    entry(row: Row, say: Speaker): Entry;
  },
): Part {
  return made as unknown as Part;
}
