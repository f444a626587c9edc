import type { EntityManager } from 'typeorm';
import type { Actor } from '../access/door.js';
import type { Dimension } from './dimensions.js';
import type { Goal } from './goal.dto.js';
import { type StepRow, stepOf } from './steps.queries.js';

interface GoalRow {
  id: string;
  sentence: string;
  why: string;
  dimension: Dimension;
  by_on: string | null;
  confidence: number | null;
  finished_on: string | null;
  let_go_on: string | null;
  version: number;
}

/** A participant's goals with their steps: open ones first, then finished, then let go; the newest of each first. */
export async function goalsOf(tx: EntityManager, actor: Actor, participantId: string): Promise<Goal[]> {
  const [goals, steps] = await Promise.all([
    tx.query<GoalRow[]>(
      `SELECT id, sentence, why, dimension, by_on, confidence, finished_on, let_go_on, version
         FROM goals WHERE organization_id = $1 AND participant_id = $2
        ORDER BY (let_go_on IS NOT NULL), (finished_on IS NOT NULL), made_at DESC, id DESC`,
      [actor.organizationId, participantId],
    ),
    tx.query<(StepRow & { goal_id: string })[]>(
      `SELECT id, participant_id, goal_id, words, by_on, done_at, version
         FROM steps WHERE organization_id = $1 AND participant_id = $2 ORDER BY position, id`,
      [actor.organizationId, participantId],
    ),
  ]);
  return goals.map((row) => ({
    goalId: row.id,
    sentence: row.sentence,
    why: row.why,
    dimension: row.dimension,
    byOn: row.by_on,
    confidence: row.confidence,
    finishedOn: row.finished_on,
    letGoOn: row.let_go_on,
    version: row.version,
    steps: steps.filter((step) => step.goal_id === row.id).map(stepOf),
  }));
}
