import type { EntityManager } from 'typeorm';
import { v7 as newId } from 'uuid';
import type { Actor } from '../access/door.js';
import { isId } from '../http/fields.js';
import { invalid, notFound, Problem } from '../http/problem.js';
import { requestHash } from '../http/request-hash.js';
import type { OwnGoal } from './goal.view.js';
import { goalInReach, ownGoal } from './goals-in-full.queries.js';
import { refuseUnlessOpen } from './open-goal.js';
import type { ProgressInContact, SayProgress } from './write-goal.dto.js';

interface Progress {
  progressId?: string;
  goalId: string;
  participantId: string;
  words?: string;
  confidence?: number | null;
  hash?: Buffer;
}

/** @returns false when this id was kept before. */
export async function keepProgress(tx: EntityManager, actor: Actor, progress: Progress): Promise<boolean> {
  const rows = await tx.query<unknown[]>(
    `INSERT INTO goal_progress (organization_id, id, goal_id, participant_id, words, confidence, said_on, said_at, said_by, request_hash)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10) ON CONFLICT (organization_id, id) DO NOTHING RETURNING id`,
    [
      actor.organizationId,
      progress.progressId ?? newId(),
      progress.goalId,
      progress.participantId,
      progress.words ?? '',
      progress.confidence ?? null,
      actor.today,
      actor.now,
      actor.accountId,
      progress.hash ?? null,
    ],
  );
  return rows.length === 1;
}

/**
 * Says how it goes, in words or with how sure they are, once for its id.
 * @throws Problem 404 out of reach; 409 finished, let go, or other words under this id; 422 when nothing is said.
 */
export async function sayProgress(
  tx: EntityManager,
  actor: Actor,
  goalId: string,
  asked: SayProgress,
): Promise<OwnGoal> {
  const goal = await goalInReach(tx, actor, goalId);
  if (saysNothing(asked))
    throw invalid('words', 'empty', 'A few words are needed here, or how sure you are.');
  const hash = requestHash({ ...asked, goalId });
  // what was said while it was open is still the answer when it is sent again later
  if (!(await hashOf(tx, actor, asked.progressId))) refuseUnlessOpen(goal);
  const isNew = await keepProgress(tx, actor, {
    ...asked,
    goalId,
    participantId: goal.participant_id,
    hash,
  });
  if (!isNew && !(await hashOf(tx, actor, asked.progressId))?.equals(hash))
    throw new Problem(409, 'progress-id-taken', 'This was already said in other words. Say it anew.');
  if (isNew)
    actor.record({ action: 'goal.progress-said', participantId: goal.participant_id, subjectId: goalId });
  return ownGoal(await goalInReach(tx, actor, goalId), actor);
}

async function hashOf(tx: EntityManager, actor: Actor, progressId: string): Promise<Buffer | null> {
  const [row] = await tx.query<{ request_hash: Buffer | null }[]>(
    'SELECT request_hash FROM goal_progress WHERE organization_id = $1 AND id = $2',
    [actor.organizationId, progressId],
  );
  return row?.request_hash ?? null;
}

function saysNothing({ words, confidence }: { words?: string; confidence?: number | null }): boolean {
  return !words?.trim() && (confidence ?? null) === null;
}

/**
 * What was said of goals in a contact that touched them, for both to read. It has the contact's day.
 * @param isAmended whether there may be earlier words, which go
 * @throws Problem 404 for a goal that is not this participant's.
 */
export async function replaceProgress(
  tx: EntityManager,
  actor: Actor,
  contact: { contactId: string; participantId: string },
  said: ProgressInContact[],
  isAmended: boolean,
): Promise<void> {
  if (isAmended)
    await tx.query('DELETE FROM goal_progress WHERE organization_id = $1 AND contact_id = $2', [
      actor.organizationId,
      contact.contactId,
    ]);
  const spoken = said.filter((each) => !saysNothing(each));
  if (spoken.length === 0) return;
  if (!spoken.every(({ goalId }) => isId(goalId))) throw notFound('goal');
  const rows = await tx.query<unknown[]>(
    `INSERT INTO goal_progress (organization_id, id, goal_id, participant_id, contact_id, words, confidence, said_on, said_at, said_by)
     SELECT t.organization_id, said.id, t.goal_id, t.participant_id, c.id, said.words, said.confidence, c.occurred_on, $7, $8
       FROM unnest($3::uuid[], $4::uuid[], $5::text[], $6::integer[]) said (id, goal_id, words, confidence)
       JOIN contacts c ON c.organization_id = $1 AND c.id = $2
       JOIN contact_goals t ON t.organization_id = $1 AND t.contact_id = $2 AND t.goal_id = said.goal_id
     ON CONFLICT DO NOTHING RETURNING id`,
    [
      actor.organizationId,
      contact.contactId,
      spoken.map(() => newId()),
      spoken.map(({ goalId }) => goalId),
      spoken.map(({ words }) => words ?? ''),
      spoken.map(({ confidence }) => confidence ?? null),
      actor.now,
      actor.accountId,
    ],
  );
  if (rows.length !== spoken.length) throw notFound('goal');
}
