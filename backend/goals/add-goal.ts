import type { EntityManager } from 'typeorm';
import type { Actor } from '../access/door.js';
import { invalid, Problem } from '../http/problem.js';
import { requestHash } from '../http/request-hash.js';
import { hasGoneBy } from './goal.rules.js';
import type { OwnGoal } from './goal.view.js';
import { goalInReach, ownGoal } from './goals-in-full.queries.js';
import { keepProgress } from './say-progress.js';
import type { AddGoal } from './write-goal.dto.js';
import { whoseGoals } from './whose-goals.js';

/**
 * Writes a goal down, once for its id: the same words again answer it as it now is.
 *
 * @throws Problem 404 out of reach; 409 other words under this id; 422 for a day gone by.
 */
export async function addGoal(tx: EntityManager, actor: Actor, asked: AddGoal): Promise<OwnGoal> {
  const whose = await whoseGoals(tx, actor, asked.participantId);
  const { goalId, sentence, why = '', dimension, byOn, confidence } = asked;
  const hash = requestHash({ ...asked, participantId: whose.id });
  const [known] = await tx.query<{ is_taken: boolean }[]>('SELECT goal_id_is_taken($1) AS is_taken', [
    goalId,
  ]);
  // sent again a day later it is still what was taken then
  if (!known?.is_taken) refuseGoneBy(byOn, actor.today);
  const added = await tx.query<unknown[]>(
    `INSERT INTO goals (organization_id, id, participant_id, sentence, why, dimension, by_on, made_by, made_at, request_hash)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10) ON CONFLICT (organization_id, id) DO NOTHING RETURNING id`,
    [
      actor.organizationId,
      goalId,
      whose.id,
      sentence,
      why,
      dimension,
      byOn ?? null,
      actor.accountId,
      actor.now,
      hash,
    ],
  );
  if (added.length > 0) {
    if (confidence !== undefined && confidence !== null)
      await keepProgress(tx, actor, { goalId, participantId: whose.id, confidence });
    actor.record({ action: 'goal.added', participantId: whose.id, subjectId: goalId });
  }
  const row = await goalInReach(tx, actor, goalId);
  if (added.length === 0 && !row.request_hash?.equals(hash))
    throw new Problem(
      409,
      'goal-id-taken',
      'This goal was already written down in other words. Change it, or write a new one.',
    );
  return ownGoal(row, actor);
}

/** @param before the day it had, which may stay when only the words change */
export function refuseGoneBy(byOn: string | null | undefined, today: string, before?: string | null): void {
  if (hasGoneBy(byOn, today, before))
    throw invalid('byOn', 'in-the-past', 'This day has gone by. Choose today or a later day, or none.');
}
