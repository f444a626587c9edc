import type { EntityManager } from 'typeorm';
import { type Actor, found } from '../access/door.js';
import { isId } from '../http/fields.js';
import { notFound, Problem } from '../http/problem.js';
import { wordsOfDraft } from './handover.rules.js';
import { handoverInReach } from './handovers.queries.js';

/**
 * Words of a draft about them go to the next coach; the draft stays with who typed it, to finish or to let go. Given
 * again, the words as they are now take the place of those before.
 *
 * @throws Problem 404 for a handover out of reach, or a draft that is not one's own about them; 422 without words.
 */
export async function giveWords(tx: EntityManager, actor: Actor, id: string, draftId: string): Promise<void> {
  const { view } = await handoverInReach(tx, actor, id);
  if (!isId(draftId) || view.from?.accountId !== actor.accountId) throw notFound('draft');
  const [draft] = await tx.query<{ body: string }[]>(
    'SELECT body FROM drafts WHERE organization_id = $1 AND id = $2 AND account_id = $3 AND participant_id = $4',
    [actor.organizationId, draftId, actor.accountId, view.participantId],
  );
  const words = wordsOfDraft(JSON.parse(found(draft, 'draft').body) as Record<string, unknown>);
  if (words === '')
    throw new Problem(
      422,
      'draft-without-words',
      'There are no words in this draft yet, so there is nothing to give.',
    );
  await tx.query(
    `INSERT INTO handed_words (organization_id, handover_id, draft_id, participant_id, words, given_by, given_at)
     VALUES ($1, $2, $3, $4, $5, $6, $7)
     ON CONFLICT (organization_id, handover_id, draft_id) DO UPDATE SET words = excluded.words, given_at = excluded.given_at`,
    [actor.organizationId, id, draftId, view.participantId, words, actor.accountId, actor.now],
  );
  actor.record({ action: 'handover.words-given', participantId: view.participantId, subjectId: id });
}
