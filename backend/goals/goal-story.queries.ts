import type { EntityManager } from 'typeorm';
import type { Actor } from '../access/door.js';
import type { Step } from './goal.dto.js';
import type { GoalProgress, GoalVersion, StepVersion } from './goal.view.js';
import { saidBy } from './said-by.js';
import { type ShownStep, stepOf } from './steps.queries.js';

const staff = (column: string): string => `
  (SELECT a.name FROM accounts a WHERE a.organization_id = v.organization_id AND a.id = ${column}
      AND a.role <> 'participant' AND a.id IS DISTINCT FROM (
        SELECT p.account_id FROM participants p WHERE p.organization_id = v.organization_id AND p.id = v.participant_id))`;

type Row<T> = Omit<T, 'by' | 'byOn'> & { by_on: string | null; by_name: string | null };

/** What a goal said before each change, the latest first. */
export async function earlierWords(
  tx: EntityManager,
  actor: Actor,
  goalId: string,
  preferredName: string,
): Promise<GoalVersion[]> {
  const rows = await tx.query<Row<GoalVersion>[]>(
    `SELECT v.version, v.sentence, v.why, v.dimension, v.by_on, v.made_at AS at, ${staff('v.made_by')} AS by_name
       FROM goal_versions v WHERE v.organization_id = $1 AND v.goal_id = $2 ORDER BY v.version DESC`,
    [actor.organizationId, goalId],
  );
  return rows.map(({ by_on, by_name, ...row }) => ({
    ...row,
    byOn: by_on,
    by: saidBy(by_name, preferredName),
  }));
}

/** What the steps of a goal said before, the latest first. */
export async function earlierSteps(
  tx: EntityManager,
  actor: Actor,
  goalId: string,
  preferredName: string,
): Promise<StepVersion[]> {
  const rows = await tx.query<
    (Row<Omit<StepVersion, 'stepId'>> & { step_id: string; made_by: string | null })[]
  >(
    `SELECT v.step_id, v.version, v.words, v.by_on, v.made_by, v.made_at AS at, ${staff('v.made_by')} AS by_name
       FROM step_versions v WHERE v.organization_id = $1 AND v.goal_id = $2 ORDER BY v.made_at DESC NULLS LAST, v.version DESC`,
    [actor.organizationId, goalId],
  );
  return rows.map(({ step_id, by_on, by_name, made_by, ...row }) => ({
    ...row,
    stepId: step_id,
    byOn: by_on,
    by: made_by === null ? null : saidBy(by_name, preferredName),
  }));
}

/** What was said of how it goes, the latest first. What was said in a voided contact counts for nothing. */
export async function progressOf(
  tx: EntityManager,
  actor: Actor,
  goalId: string,
  preferredName: string,
): Promise<GoalProgress[]> {
  const rows = await tx.query<
    (Pick<GoalProgress, 'words' | 'confidence' | 'on' | 'isInContact'> & {
      id: string;
      by_name: string | null;
    })[]
  >(
    `SELECT v.id, v.words, v.confidence, v.said_on AS on, v.contact_id IS NOT NULL AS "isInContact",
            ${staff('v.said_by')} AS by_name
       FROM goal_progress v WHERE v.organization_id = $1 AND v.goal_id = $2 AND NOT v.is_voided
      ORDER BY v.said_on DESC, v.said_at DESC, v.id DESC`,
    [actor.organizationId, goalId],
  );
  return rows.map(({ id, by_name, ...row }) => ({
    progressId: id,
    ...row,
    by: saidBy(by_name, preferredName),
  }));
}

/** Steps that were taken away, the latest first. */
export async function removedSteps(tx: EntityManager, actor: Actor, goalId: string): Promise<Step[]> {
  const rows = await tx.query<ShownStep[]>(
    `SELECT id, words, by_on, done_at, version FROM steps
      WHERE organization_id = $1 AND goal_id = $2 AND removed_at IS NOT NULL ORDER BY removed_at DESC, id`,
    [actor.organizationId, goalId],
  );
  return rows.map(stepOf);
}
