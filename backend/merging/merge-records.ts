import type { EntityManager } from 'typeorm';
import { type Actor, found } from '../access/door.js';
import { mayMove } from '../enrollment/assign.js';
import { isId } from '../http/fields.js';
import { invalid, notFound, Problem } from '../http/problem.js';
import { requestHash } from '../http/request-hash.js';
import { assignmentsNow, beginAssignment } from '../participants/assignments.queries.js';
import type { ParticipantName } from '../participants/participant.dto.js';
import { participantIfInReach } from '../participants/participants.queries.js';
import { recomputeStanding } from '../standing/standing.store.js';
import { mergeSides, type Side } from './merge-sides.queries.js';
import { accountThatStays, cannotMerge, coachesThatStay, type OneOfTwo } from './merge.rules.js';
import type { MergeRecords } from './merge.dto.js';

/**
 * Two records of one person become one: what stands in either stands in the one that stays, and what can be there only
 * once is settled by the database's rules, with the rows as they were kept in the merge (docs/decisions/0035).
 * Sent again, it is the same merge.
 *
 * @returns the id of the record that stays
 * @throws Problem 404 when one is out of reach or not the actor's to move; 409 after a death, for two who work here, a
 * taken id, or when they are one already; 422 for one record twice and for choices that are neither of theirs.
 */
export async function mergeRecords(tx: EntityManager, actor: Actor, asked: MergeRecords): Promise<string> {
  const hash = requestHash(asked);
  const earlier = await mergeOfId(tx, actor, asked.mergeId);
  if (earlier && !earlier.request_hash.equals(hash))
    throw new Problem(409, 'merge-id-taken', 'This id already stands for another merge. Load the page anew.');
  if (earlier) return (await whoTheyAreNow(tx, actor, earlier.into_id)) ?? earlier.into_id;

  const intoName = await theirsToMerge(tx, actor, asked.intoId);
  const fromName = await theirsToMerge(tx, actor, asked.fromId).catch(async (problem: unknown) => {
    const now = isId(asked.fromId) && (await whoTheyAreNow(tx, actor, asked.fromId));
    if (now === intoName.participantId) throw oneAlready();
    throw problem;
  });
  if (intoName.participantId === fromName.participantId)
    throw invalid('fromId', 'same-record', 'This is one record. Choose the other one of the two.');

  const [into, from] = await mergeSides(tx, actor, [intoName, fromName]);
  const [kept, other] = [ofSide(into), ofSide(from)];
  const problem = cannotMerge(kept, other);
  if (problem) throw problem;
  const accountId = accountThatStays(kept, other, asked);
  const coaches = coachesThatStay(kept, other, asked.coachId);

  const { preferredName, legalName, pronouns, language } = asked;
  const [answer] = await tx.query<{ became: string }[]>(
    'SELECT merge_participants($1, $2, $3, $4, $5, $6, $7, $8, $9) AS became',
    [
      asked.mergeId,
      from.participantId,
      into.participantId,
      JSON.stringify({ preferredName, legalName, pronouns, language }),
      accountId,
      asked.why.trim(),
      hash,
      actor.today,
      actor.now,
    ],
  );
  // somebody else changed one of the two between the look and the merge
  if (answer?.became !== 'merged') throw answer?.became === 'gone' ? oneAlready() : changedMeanwhile();
  await walkOn(tx, actor, into.participantId, coaches);
  await tx.query('SELECT keep_what_became($1)', [asked.mergeId]);
  await recomputeStanding(tx, into.participantId);
  actor.record({
    action: 'participants.merged',
    participantId: into.participantId,
    subjectId: from.participantId,
    why: asked.why.trim(),
  });
  return into.participantId;
}

/** Within reach and the actor's to move. @throws Problem 404 */
export async function theirsToMerge(
  tx: EntityManager,
  actor: Actor,
  participantId: string,
): Promise<ParticipantName> {
  const name = found(await participantIfInReach(tx, actor, participantId), 'participant');
  if (!(await mayMove(tx, actor, participantId))) throw notFound('participant');
  return name;
}

/** Whom the record of this id became; undefined when it never was merged, or into one out of reach. */
export async function whoTheyAreNow(
  tx: EntityManager,
  actor: Actor,
  participantId: string,
): Promise<string | undefined> {
  const [row] = await tx.query<{ id: string | null }[]>('SELECT merged_into($1) AS id', [participantId]);
  return row?.id ? (await participantIfInReach(tx, actor, row.id))?.participantId : undefined;
}

/** The chosen coach is the primary one; the other walks on beside them where nobody does, or ends today. */
async function walkOn(
  tx: EntityManager,
  actor: Actor,
  participantId: string,
  { primary, other }: { primary: string | null; other: string | null },
): Promise<void> {
  const reason = 'Two records became one';
  const now = await assignmentsNow(tx, actor, participantId);
  if (primary && now.primary?.accountId !== primary) {
    await beginAssignment(tx, actor, participantId, { kind: 'primary', coachId: primary, reason });
    await tx.query('SELECT tell_of_new_coach($1, $2)', [participantId, actor.now]);
    actor.record({ action: 'assignment.changed', participantId, subjectId: primary, why: reason });
  }
  if (!other) return;
  const { second } = await assignmentsNow(tx, actor, participantId);
  if (second) return;
  await beginAssignment(tx, actor, participantId, { kind: 'second', coachId: other, reason });
  actor.record({ action: 'second-assignment.changed', participantId, subjectId: other, why: reason });
}

export function ofSide(side: Side): OneOfTwo {
  return { ...side, coachId: side.coach?.accountId ?? null };
}

async function mergeOfId(
  tx: EntityManager,
  actor: Actor,
  mergeId: string,
): Promise<{ into_id: string; request_hash: Buffer } | undefined> {
  const [row] = await tx.query<{ into_id: string; request_hash: Buffer }[]>(
    'SELECT into_id, request_hash FROM merges WHERE organization_id = $1 AND id = $2',
    [actor.organizationId, mergeId],
  );
  return row;
}

function oneAlready(): Problem {
  return new Problem(
    409,
    'records-merged-already',
    'These two records are one already. Open the one that stayed to see it.',
  );
}

function changedMeanwhile(): Problem {
  return new Problem(
    409,
    'records-changed-meanwhile',
    'Somebody changed one of these records at this moment. Look at both again.',
  );
}
