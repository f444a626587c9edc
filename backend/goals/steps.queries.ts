import type { EntityManager } from 'typeorm';
import { type Actor, found } from '../access/door.js';
import { isId } from '../http/fields.js';
import { notFound } from '../http/problem.js';
import type { Step } from './goal.dto.js';

/** What is shown of a step. */
export interface ShownStep {
  id: string;
  words: string;
  by_on: string | null;
  done_at: Date | null;
  version: number;
}

export interface StepRow extends ShownStep {
  goal_id: string;
  participant_id: string;
  made_by: string | null;
  made_at: Date | null;
  removed_at: Date | null;
  request_hash: Buffer | null;
}

export function stepOf(row: ShownStep): Step {
  return { stepId: row.id, words: row.words, byOn: row.by_on, doneAt: row.done_at, version: row.version };
}

/** The step, when it is within the actor's reach; one that was taken away too. */
export async function stepInReach(
  tx: EntityManager,
  actor: Actor,
  stepId: string,
): Promise<StepRow | undefined> {
  const [row] = await tx.query<StepRow[]>(
    `SELECT id, goal_id, participant_id, words, by_on, done_at, made_by, made_at, removed_at, request_hash, version
       FROM steps WHERE organization_id = $1 AND id = $2`,
    [actor.organizationId, stepId],
  );
  return row;
}

/** @throws Problem 404, the same for missing, out of reach and malformed. */
export async function reachStep(tx: EntityManager, actor: Actor, stepId: string): Promise<StepRow> {
  if (!isId(stepId)) throw notFound('step');
  return found(await stepInReach(tx, actor, stepId), 'step');
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
