import type { EntityManager } from 'typeorm';
import type { Actor } from '../access/door.js';
import { stale } from '../http/problem.js';
import { refuseGoneBy } from './add-goal.js';
import type { OwnGoal } from './goal.view.js';
import { type GoalInFull, goalInReach, ownGoal } from './goals-in-full.queries.js';
import { refuseUnlessOpen } from './open-goal.js';
import type { GoalWords } from './write-goal.dto.js';

/**
 * Says a goal anew. What was said before is kept under its version. Words sent again as they already are stay as they
 * are, whichever version was seen.
 *
 * @throws Problem 404 out of reach; 412 with both versions when stale; 409 finished or let go; 422 for a day gone by.
 */
export async function editGoal(
  tx: EntityManager,
  actor: Actor,
  goalId: string,
  version: number,
  asked: GoalWords,
): Promise<OwnGoal> {
  const before = await goalInReach(tx, actor, goalId);
  if (isSaid(before, asked)) return ownGoal(before, actor);
  if (before.version !== version) throw stale(ownGoal(before, actor), asked);
  refuseUnlessOpen(before);
  refuseGoneBy(asked.byOn, actor.today, before.by_on);
  const [, count] = await tx.query<[unknown, number]>(
    `UPDATE goals SET sentence = $4, why = $5, dimension = $6, by_on = $7, changed_by = $8, changed_at = $9,
            version = version + 1
      WHERE organization_id = $1 AND id = $2 AND version = $3`,
    [
      actor.organizationId,
      goalId,
      version,
      asked.sentence,
      asked.why ?? '',
      asked.dimension,
      asked.byOn ?? null,
      actor.accountId,
      actor.now,
    ],
  );
  const now = await goalInReach(tx, actor, goalId);
  if (count !== 1 && isSaid(now, asked)) return ownGoal(now, actor);
  if (count !== 1) throw stale(ownGoal(now, actor), asked);
  await tx.query(
    `INSERT INTO goal_versions (organization_id, goal_id, version, participant_id, sentence, why, dimension, by_on, made_by, made_at)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)`,
    [
      actor.organizationId,
      goalId,
      before.version,
      before.participant_id,
      before.sentence,
      before.why,
      before.dimension,
      before.by_on,
      before.written_by,
      before.written_at,
    ],
  );
  actor.record({ action: 'goal.edited', participantId: before.participant_id, subjectId: goalId });
  return ownGoal(now, actor);
}

function isSaid(goal: GoalInFull, asked: GoalWords): boolean {
  return (
    goal.sentence === asked.sentence &&
    goal.why === (asked.why ?? '') &&
    goal.dimension === asked.dimension &&
    goal.by_on === (asked.byOn ?? null)
  );
}
