import type { EntityManager } from 'typeorm';
import type { Actor } from '../access/door.js';
import type { Dimension } from './dimensions.js';
import type { Goal } from './goal.dto.js';
import { type ShownStep, stepOf } from './steps.queries.js';

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
      `SELECT g.id, g.sentence, g.why, g.dimension, g.by_on, g.finished_on, g.let_go_on, g.version,
              (SELECT t.confidence FROM goal_progress t
                WHERE t.organization_id = g.organization_id AND t.goal_id = g.id AND t.confidence IS NOT NULL
                  AND NOT t.is_voided ORDER BY t.said_on DESC, t.said_at DESC, t.id DESC LIMIT 1) AS confidence
         FROM goals g WHERE g.organization_id = $1 AND g.participant_id = $2
        ORDER BY (g.let_go_on IS NOT NULL), (g.finished_on IS NOT NULL), g.made_at DESC, g.id DESC`,
      [actor.organizationId, participantId],
    ),
    tx.query<(ShownStep & { goal_id: string })[]>(
      `SELECT id, goal_id, words, by_on, done_at, version FROM steps
        WHERE organization_id = $1 AND participant_id = $2 AND removed_at IS NULL ORDER BY position, id`,
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
