import type { EntityManager } from 'typeorm';
import type { Actor } from '../access/door.js';
import type { Step } from './goal.dto.js';

export interface StepRow {
  id: string;
  participant_id: string;
  words: string;
  by_on: string | null;
  done_at: Date | null;
  version: number;
}

export function stepOf(row: StepRow): Step {
  return { stepId: row.id, words: row.words, byOn: row.by_on, doneAt: row.done_at, version: row.version };
}

/** The step, when it is within the actor's reach. */
export async function stepInReach(
  tx: EntityManager,
  actor: Actor,
  stepId: string,
): Promise<StepRow | undefined> {
  const [row] = await tx.query<StepRow[]>(
    'SELECT id, participant_id, words, by_on, done_at, version FROM steps WHERE organization_id = $1 AND id = $2',
    [actor.organizationId, stepId],
  );
  return row;
}

/** Ticks or unticks a step. @returns false when it is no longer at this version. */
export async function setDone(
  tx: EntityManager,
  actor: Actor,
  stepId: string,
  version: number,
  isDone: boolean,
): Promise<boolean> {
  const [, count] = await tx.query<[unknown, number]>(
    `UPDATE steps SET done_at = $4, done_by = $5, version = version + 1
      WHERE organization_id = $1 AND id = $2 AND version = $3`,
    [actor.organizationId, stepId, version, isDone ? actor.now : null, isDone ? actor.accountId : null],
  );
  return count === 1;
}
