import type { EntityManager } from 'typeorm';
import type { Actor } from '../access/door.js';
import { found } from '../access/door.js';
import { isId } from '../http/fields.js';
import { notFound, Problem } from '../http/problem.js';
import { participantIfInReach } from '../participants/participants.queries.js';
import { recomputeStanding } from '../standing/standing.store.js';
import type { MergeUndone } from './merge.dto.js';
import { theirsToMerge } from './merge-records.js';

/**
 * One record becomes the two that it was: each has its own rows again, what was written since stays with the one that
 * had stayed. Undone already, it answers the same.
 *
 * @throws Problem 404 for a merge that is unknown or of a record that is not the actor's to move; 409 after seven days,
 * after a death, and when the record became a part of yet another one.
 */
export async function undoMerge(tx: EntityManager, actor: Actor, mergeId: string): Promise<MergeUndone> {
  const [merge] = isId(mergeId)
    ? await tx.query<{ from_id: string; into_id: string }[]>('SELECT * FROM sides_of_merge($1)', [mergeId])
    : [];
  const { from_id: fromId, into_id: intoId } = found(merge, 'merge');
  if (!(await participantIfInReach(tx, actor, intoId))) throw await mergedOn(tx, actor, intoId);
  await theirsToMerge(tx, actor, intoId);
  const [answer] = await tx.query<{ became: string }[]>('SELECT undo_merge($1, $2) AS became', [
    mergeId,
    actor.now,
  ]);
  const became = answer!.became;
  if (became === 'gone') throw notFound('merge');
  if (became === 'too late') throw tooLate();
  if (became === 'died') throw afterADeath();
  if (became === 'undone') {
    await recomputeStanding(tx, fromId);
    await recomputeStanding(tx, intoId);
    for (const [participantId, subjectId] of [
      [intoId, fromId],
      [fromId, intoId],
    ] as const)
      actor.record({ action: 'participants.told-apart-again', participantId, subjectId });
  }
  return { intoId, fromId };
}

/** It became a part of another one, which the actor reaches or does not. */
async function mergedOn(tx: EntityManager, actor: Actor, intoId: string): Promise<Problem> {
  const [row] = await tx.query<{ id: string | null }[]>('SELECT merged_into($1) AS id', [intoId]);
  if (!row?.id || !(await participantIfInReach(tx, actor, row.id))) return notFound('merge');
  return new Problem(
    409,
    'merged-on-since',
    'The record that stayed became a part of another one since. Undo that merge first, then this one.',
  );
}

function tooLate(): Problem {
  return new Problem(
    409,
    'too-late-to-undo',
    'A merge can be undone for seven days. After that too much has grown together: enroll the other person anew, and ' +
      'write with them what is theirs.',
  );
}

function afterADeath(): Problem {
  return new Problem(
    409,
    'one-of-them-died',
    'On this record it stands that they died. If it is the other one who lives, take that back first; then the merge ' +
      'can be undone.',
  );
}
