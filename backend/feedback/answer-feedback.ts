import type { EntityManager } from 'typeorm';
import type { Actor } from '../access/door.js';
import { Problem } from '../http/problem.js';
import type { FeedbackView } from './feedback.dto.js';
import { feedbackInReach, feedbackView } from './feedback.queries.js';

/**
 * The coach says why an asked change is not made. The same words again answer it as it is.
 *
 * @throws Problem 404 out of reach; 409 when nothing was asked, or it was answered already.
 */
export async function declineChange(
  tx: EntityManager,
  actor: Actor,
  feedbackId: string,
  words: string,
): Promise<FeedbackView> {
  const before = await feedbackInReach(tx, actor, feedbackId);
  if (before.kind !== 'change')
    throw new Problem(409, 'feedback-asks-nothing', 'Nothing was asked here, so there is nothing to answer.');
  const [, count] = await tx.query<[unknown, number]>(
    `UPDATE feedback SET answered_at = $3, answered_as = 'declined', answer_words = $4, read_at = coalesce(read_at, $3)
      WHERE organization_id = $1 AND id = $2 AND answered_at IS NULL`,
    [actor.organizationId, before.id, actor.now, words],
  );
  const after = await feedbackInReach(tx, actor, feedbackId);
  if (count === 1)
    actor.record({
      action: 'feedback.answered',
      participantId: after.participant_id,
      subjectId: after.id,
    });
  else if (after.answered_as !== 'declined' || after.answer_words !== words)
    throw new Problem(
      409,
      'feedback-already-answered',
      'This was answered already. It stands as it was said.',
    );
  return feedbackView(after, actor);
}
