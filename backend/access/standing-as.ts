import type { EntityManager } from 'typeorm';
import type { Role } from './roles.js';

/** Who asked for a job, and the role they asked in. */
export interface Asker {
  organizationId: string;
  accountId: string;
  requestId: string;
  role: Role;
}

/**
 * Their reach, as a session of theirs would have it at this moment.
 * @returns for whom they act; null when they hold the role no more or are disabled
 */
export async function standingAs(tx: EntityManager, now: Date): Promise<string[] | null> {
  const [row] = await tx.query<{ acting_for: string[] | null }[]>('SELECT stand_as_asker($1) AS acting_for', [
    now,
  ]);
  return row?.acting_for ?? null;
}
