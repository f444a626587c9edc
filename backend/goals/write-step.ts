import type { EntityManager } from 'typeorm';
import type { Actor } from '../access/door.js';
import { notFound, Problem, stale } from '../http/problem.js';
import { requestHash } from '../http/request-hash.js';
import { refuseGoneBy } from './add-goal.js';
import type { Step } from './goal.dto.js';
import { goalInReach } from './goals-in-full.queries.js';
import { refuseUnlessOpen } from './open-goal.js';
import { reachStep, stepInReach, stepOf, type StepRow } from './steps.queries.js';
import type { AddStep, StepWords } from './write-goal.dto.js';

/** Adds a step at the end, once for its id. @throws Problem 404; 409 finished, let go, other words; 422. */
export async function addStep(
  tx: EntityManager,
  actor: Actor,
  goalId: string,
  asked: AddStep,
): Promise<Step> {
  const goal = await goalInReach(tx, actor, goalId);
  const hash = requestHash({ ...asked, goalId });
  const earlier = await stepInReach(tx, actor, asked.stepId);
  if (!earlier) {
    refuseUnlessOpen(goal);
    refuseGoneBy(asked.byOn, actor.today);
  }
  const added = await tx.query<unknown[]>(
    `INSERT INTO steps (organization_id, id, goal_id, participant_id, words, by_on, position, made_by, made_at, request_hash)
     VALUES ($1, $2, $3, $4, $5, $6, coalesce(
       (SELECT max(s.position) + 1 FROM steps s WHERE s.organization_id = $1 AND s.goal_id = $3), 0), $7, $8, $9)
     ON CONFLICT (organization_id, id) DO NOTHING RETURNING id`,
    [
      actor.organizationId,
      asked.stepId,
      goalId,
      goal.participant_id,
      asked.words,
      asked.byOn ?? null,
      actor.accountId,
      actor.now,
      hash,
    ],
  );
  const step = await stepInReach(tx, actor, asked.stepId);
  if (!step) throw notFound('step');
  if (added.length === 0 && !step.request_hash?.equals(hash))
    throw new Problem(409, 'step-id-taken', 'This step was already written in other words. Write a new one.');
  if (added.length > 0)
    actor.record({ action: 'step.added', participantId: goal.participant_id, subjectId: asked.stepId });
  return stepOf(step);
}

/** Says a step anew; its earlier words are kept. */
export async function rewordStep(
  tx: EntityManager,
  actor: Actor,
  stepId: string,
  version: number,
  asked: StepWords,
): Promise<Step> {
  const before = await reachStep(tx, actor, stepId);
  const isSo = (step: StepRow): boolean => step.words === asked.words && step.by_on === (asked.byOn ?? null);
  if (isSo(before)) return stepOf(before);
  if (before.version !== version) throw stale(stepOf(before), asked);
  refuseUnlessOpen(await goalInReach(tx, actor, before.goal_id));
  refuseGoneBy(asked.byOn, actor.today, before.by_on);
  const sets = {
    words: asked.words,
    by_on: asked.byOn ?? null,
    made_by: actor.accountId,
    made_at: actor.now,
  };
  const now = await moved(tx, actor, before, version, sets, 'step.reworded', isSo, asked);
  if (now.version === before.version + 1)
    await tx.query(
      `INSERT INTO step_versions (organization_id, step_id, version, goal_id, participant_id, words, by_on, made_by, made_at)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9) ON CONFLICT DO NOTHING`,
      [
        actor.organizationId,
        stepId,
        before.version,
        before.goal_id,
        before.participant_id,
        before.words,
        before.by_on,
        before.made_by,
        before.made_at,
      ],
    );
  return stepOf(now);
}

/** Takes a step away, or brings it back. It stays as a row; what is already so stays so. */
export async function removeStep(
  tx: EntityManager,
  actor: Actor,
  stepId: string,
  version: number,
  isRemoved: boolean,
): Promise<Step> {
  const before = await reachStep(tx, actor, stepId);
  const isSo = (step: StepRow): boolean => (step.removed_at !== null) === isRemoved;
  if (isSo(before)) return stepOf(before);
  if (before.version !== version) throw stale(stepOf(before), {});
  const sets = {
    removed_at: isRemoved ? actor.now : null,
    removed_by: isRemoved ? actor.accountId : null,
  };
  const action = isRemoved ? 'step.removed' : 'step.restored';
  return stepOf(await moved(tx, actor, before, version, sets, action, isSo, {}));
}

/** Puts a step before all others of its goal: the next one to take. */
export async function putStepFirst(
  tx: EntityManager,
  actor: Actor,
  stepId: string,
  version: number,
): Promise<Step> {
  const before = await reachStep(tx, actor, stepId);
  if (before.version !== version) throw stale(stepOf(before), {});
  const [first] = await tx.query<{ position: number }[]>(
    'SELECT min(position) - 1 AS position FROM steps WHERE organization_id = $1 AND goal_id = $2',
    [actor.organizationId, before.goal_id],
  );
  const sets = { position: first?.position ?? 0 };
  return stepOf(await moved(tx, actor, before, version, sets, 'step.put-first', () => false, {}));
}

/** @param sets columns by names of our own, never of a request */
async function moved(
  tx: EntityManager,
  actor: Actor,
  before: StepRow,
  version: number,
  sets: Record<string, unknown>,
  action: string,
  isSo: (now: StepRow) => boolean,
  yours: object,
): Promise<StepRow> {
  const columns = Object.keys(sets).map((name, index) => `${name} = $${index + 4}`);
  const [, count] = await tx.query<[unknown, number]>(
    `UPDATE steps SET ${columns.join(', ')}, version = version + 1
      WHERE organization_id = $1 AND id = $2 AND version = $3`,
    [actor.organizationId, before.id, version, ...Object.values(sets)],
  );
  const now = await reachStep(tx, actor, before.id);
  if (count !== 1 && isSo(now)) return now;
  if (count !== 1) throw stale(stepOf(now), yours);
  actor.record({ action, participantId: before.participant_id, subjectId: before.id });
  return now;
}
