import type { EntityManager } from 'typeorm';
import type { Actor } from '../access/door.js';
import type { Role } from '../access/roles.js';
import type { Cell } from '../http/csv.rules.js';

/** What a file is asked for: days in the organization's zone, both counted, or all there are. */
export interface Wanted {
  from: string | null;
  through: string | null;
  programId: string | null;
  isForOutside: boolean;
}

/** Some rows of a file, and whom they are about. */
export interface Batch {
  rows: Cell[][];
  participantIds: Iterable<string>;
}

/** All rows of a file, one batch after the other: never all of them at once. */
export interface RowsToWrite {
  above: Cell[][];
  rowCount: number;
  batches: AsyncIterable<Batch>;
}

/** One kind of file there is to take. */
export interface ExportKind {
  /** Who may ask for it. */
  roles: readonly Role[];
  /**
   * What of the request it goes by, settled when it is asked for: a file asked for before midnight is of that day.
   *
   * @throws Problem 404, 422
   */
  settle(tx: EntityManager, actor: Actor, asked: Partial<Wanted>): Promise<Wanted>;
  /** Read as whoever asked, in one transaction, so the file is of one moment. */
  open(tx: EntityManager, actor: Actor, wanted: Wanted): Promise<RowsToWrite>;
  /** What else is written down when it is saved. */
  taken?(tx: EntityManager, actor: Actor, wanted: Wanted): Promise<void>;
  /** Without its ending. It says nothing of what the organization does. */
  fileName(wanted: Pick<Wanted, 'from' | 'through'>): string;
}

export const EVERYTHING: Wanted = { from: null, through: null, programId: null, isForOutside: false };
