import type { EntityManager } from 'typeorm';
import type { Actor } from '../access/door.js';
import type { Goal } from './goal.dto.js';
import { type ShownStep, stepOf } from './steps.queries.js';

/** A goal as far as its steps are looked at; in full it is an `OwnGoal`. */
export type GoalWithSteps = Pick<Goal, 'goalId' | 'sentence' | 'finishedOn' | 'letGoOn' | 'steps'>;

/** A participant's goals with their steps: open ones first, then finished, then let go; the newest of each first. */
export async function goalsOf(
  tx: EntityManager,
  actor: Actor,
  participantId: string,
): Promise<GoalWithSteps[]> {
  const [goals, steps] = await Promise.all([
    tx.query<Omit<GoalWithSteps, 'steps'>[]>(
      `SELECT id AS "goalId", sentence, finished_on AS "finishedOn", let_go_on AS "letGoOn"
         FROM goals WHERE organization_id = $1 AND participant_id = $2
        ORDER BY (let_go_on IS NOT NULL), (finished_on IS NOT NULL), made_at DESC, id DESC`,
      [actor.organizationId, participantId],
    ),
    tx.query<(ShownStep & { goal_id: string })[]>(
      `SELECT id, goal_id, words, by_on, done_at, version FROM steps
        WHERE organization_id = $1 AND participant_id = $2 AND removed_at IS NULL ORDER BY position, id`,
      [actor.organizationId, participantId],
    ),
  ]);
  return goals.map((goal) => ({
    ...goal,
    steps: steps.filter((step) => step.goal_id === goal.goalId).map(stepOf),
  }));
}
