import type { EntityManager } from 'typeorm';
import type { Actor } from '../access/door.js';
import type { MoveMakes } from './move.dto.js';
import type { StagedRow } from './move-rows.queries.js';
import type { AboutRow } from './reading/row-typed.rules.js';

/** What becomes of one row. A row with refusals is not brought in. */
export interface Decided {
  row: number;
  refusals: AboutRow[];
  marks: AboutRow[];
  makes: MoveMakes;
  /** It is about somebody, or something, that was here before. */
  isAboutKnown: boolean;
}

/** One kind of file on its way in: rows are decided piece by piece, in their order, and each piece can be written. */
export interface Moving {
  decide(tx: EntityManager, actor: Actor, rows: StagedRow[]): Promise<Decided[]>;
  /** Writes what was decided since the last time. */
  bring(tx: EntityManager, actor: Actor): Promise<void>;
  /** Whose standing moves, or whose record got something, with how much. */
  touched: ReadonlyMap<string, { action: string; count: number }>;
  /** For each coach who got something, one person it is about. */
  coaches: ReadonlyMap<string, string>;
}

export const NOTHING_MADE: MoveMakes = {
  participants: 0,
  waysToReach: 0,
  enrollments: 0,
  assignments: 0,
  contacts: 0,
};

export function makesAnything(makes: MoveMakes): boolean {
  return Object.values(makes).some((count: number) => count > 0);
}
