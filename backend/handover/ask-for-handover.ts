import type { EntityManager } from 'typeorm';
import type { Actor } from '../access/door.js';
import { isId } from '../http/fields.js';
import { notFound, Problem } from '../http/problem.js';
import { requestHash } from '../http/request-hash.js';
import { participantInReach } from '../participants/participants.queries.js';
import { holdStanding } from '../standing/standing.store.js';
import type { AskHandover } from './handover.dto.js';
import type { HandoverView } from './handover.view.js';
import { handoverInReach, openHandoverOf } from './handovers.queries.js';
import { handoverSentBefore, handoverThereAlready } from './sent-before.js';

/**
 * A coach prepares the handover of one of theirs: whom they think of, and the line. Nobody moves until a supervisor
 * hands them over.
 *
 * @throws Problem 404 out of reach; 409 for a participant who is not theirs as the primary coach, or with one open.
 */
export async function askForHandover(
  tx: EntityManager,
  actor: Actor,
  asked: AskHandover,
): Promise<HandoverView> {
  const { handoverId, participantId, toId = null } = asked;
  const { primaryCoach } = await participantInReach(tx, actor, participantId);
  await holdStanding(tx, participantId);
  const earlier = await handoverSentBefore(tx, actor, handoverId, requestHash(asked));
  if (earlier) return earlier;
  if (primaryCoach?.accountId !== actor.accountId)
    throw new Problem(
      409,
      'not-their-primary-coach',
      'Only the coach who walks with them can ask to hand them over. Speak with their coach, or your supervisor.',
    );
  if (toId !== null) await colleagueInReach(tx, actor, toId);
  const open = await openHandoverOf(tx, actor, participantId);
  if (open) throw handoverThereAlready(open.view, asked);
  const line = asked.line.trim();
  await tx.query(
    `INSERT INTO handovers (organization_id, id, participant_id, from_id, to_id, line, line_by, line_at, asked_by, asked_at,
       request_hash)
     VALUES ($1, $2, $3, $4, $5, $6, CASE WHEN $6 <> '' THEN $4::uuid END, CASE WHEN $6 <> '' THEN $7::timestamptz END,
             $4, $7, $8)`,
    [
      actor.organizationId,
      handoverId,
      participantId,
      actor.accountId,
      toId,
      line,
      actor.now,
      requestHash(asked),
    ],
  );
  actor.record({ action: 'handover.asked', participantId, subjectId: handoverId });
  return (await handoverInReach(tx, actor, handoverId)).view;
}

async function colleagueInReach(tx: EntityManager, actor: Actor, coachId: string): Promise<void> {
  const rows = isId(coachId)
    ? await tx.query<unknown[]>(
        'SELECT 1 FROM coaches WHERE organization_id = $1 AND id = $2 AND is_coaching AND id <> $3',
        [actor.organizationId, coachId, actor.accountId],
      )
    : [];
  if (rows.length === 0) throw notFound('coach');
}
