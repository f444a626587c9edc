import type { EntityManager } from 'typeorm';
import type { Actor } from '../access/door.js';
import { contactInReach } from '../contacts/contacts.queries.js';
import { invalid, Problem, stale } from '../http/problem.js';
import { requestHash } from '../http/request-hash.js';
import { answeringTerms } from '../risk/answering.store.js';
import type { FeedbackView, GiveFeedback } from './feedback.dto.js';
import { feedbackInReach, type FeedbackRow, feedbackView } from './feedback.queries.js';
import { subjectOfTelling, toldOutside } from './feedback.rules.js';
import { itemsOf, reviewsOfContacts } from './stream.queries.js';

/**
 * Says thanks, comments or asks for a change, once for its id; the contact is seen with it.
 *
 * @param version of the contact, as it stood on the page
 * @throws Problem 404 out of reach; 412 with the contact as it now is when it was amended meanwhile; 409 when it was
 *   voided, is one's own, a change was asked for already, or its id said something else before; 422 without words.
 */
export async function giveFeedback(
  tx: EntityManager,
  actor: Actor,
  contactId: string,
  version: number,
  asked: GiveFeedback,
): Promise<FeedbackView> {
  const { feedbackId, kind, words = '' } = asked;
  const contact = await contactInReach(tx, actor, contactId);
  const hash = requestHash({ feedbackId, kind, words, contactId: contact.contactId });
  const earlier = await sentBefore(tx, actor, feedbackId, hash);
  if (earlier) return earlier;
  if (kind !== 'thanks' && words.trim() === '')
    throw invalid('words', 'empty', 'A few words are needed here.');
  await refuseUnlessOpen(tx, actor, contact.contactId, version, asked);
  const rows = await tx.query<unknown[]>(
    `INSERT INTO feedback (organization_id, id, contact_id, participant_id, coach_id, kind, words, contact_version,
       given_by, given_at, request_hash)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11) ON CONFLICT (organization_id, id) DO NOTHING RETURNING id`,
    [
      actor.organizationId,
      feedbackId,
      contact.contactId,
      contact.participantId,
      contact.coach.accountId,
      kind,
      words,
      version,
      actor.accountId,
      actor.now,
      hash,
    ],
  );
  if (rows.length === 0) throw idTaken();
  await tx.query(
    `UPDATE contact_reviews SET is_to_read = false, seen_at = $3, seen_by = $4, seen_version = contact_version
      WHERE organization_id = $1 AND contact_id = $2 AND is_to_read`,
    [actor.organizationId, contact.contactId, actor.now, actor.accountId],
  );
  await tellCoach(tx, actor, contact.coach.accountId, asked);
  actor.record({
    action: 'feedback.given',
    participantId: contact.participantId,
    subjectId: feedbackId,
  });
  return feedbackView(await feedbackInReach(tx, actor, feedbackId), actor);
}

/** Takes back what the acting supervisor said, as long as the coach has not seen it. Taken back before: nothing to do. */
export async function takeBackFeedback(tx: EntityManager, actor: Actor, feedbackId: string): Promise<void> {
  const row = await feedbackInReach(tx, actor, feedbackId);
  if (row.given_by !== actor.accountId)
    throw new Problem(
      403,
      'feedback-not-yours',
      `${row.given_by_name} said this. Only they can take it back.`,
    );
  const [, count] = await tx.query<[unknown, number]>(
    'DELETE FROM feedback WHERE organization_id = $1 AND id = $2 AND read_at IS NULL',
    [actor.organizationId, row.id],
  );
  if (count === 0)
    throw new Problem(409, 'feedback-already-read', 'They have seen this already, so it stays as it is.');
  actor.record({ action: 'feedback.taken-back', participantId: row.participant_id, subjectId: row.id });
}

async function sentBefore(
  tx: EntityManager,
  actor: Actor,
  feedbackId: string,
  hash: Buffer,
): Promise<FeedbackView | undefined> {
  const [row] = await tx.query<Pick<FeedbackRow, 'id' | 'request_hash'>[]>(
    'SELECT id, request_hash FROM feedback WHERE organization_id = $1 AND id = $2',
    [actor.organizationId, feedbackId],
  );
  if (!row) return undefined;
  if (!row.request_hash.equals(hash)) throw idTaken();
  return feedbackView(await feedbackInReach(tx, actor, row.id), actor);
}

/** The row is held, so that an amend comes before or after, never between. */
async function refuseUnlessOpen(
  tx: EntityManager,
  actor: Actor,
  contactId: string,
  version: number,
  asked: GiveFeedback,
): Promise<void> {
  const [held] = await tx.query<{ contact_version: number }[]>(
    `SELECT contact_version FROM contact_reviews WHERE organization_id = $1 AND contact_id = $2 FOR UPDATE`,
    [actor.organizationId, contactId],
  );
  const contact = await contactInReach(tx, actor, contactId);
  if (held?.contact_version !== version) {
    const rows = await reviewsOfContacts(tx, actor, [contactId]);
    const [current] = await itemsOf(tx, actor, rows, actor.now);
    throw stale(current, asked);
  }
  if (contact.voided)
    throw new Problem(
      409,
      'contact-already-voided',
      `${contact.voided.by.name} voided this contact, so there is nothing to say about it any more.`,
    );
  if (contact.coach.accountId === actor.accountId)
    throw new Problem(409, 'feedback-on-own-contact', 'You wrote this contact yourself.');
}

/** Outside the app at most once a day; what the message says is that something waits. */
async function tellCoach(
  tx: EntityManager,
  actor: Actor,
  coachId: string,
  { kind }: GiveFeedback,
): Promise<void> {
  const told = toldOutside(kind, await answeringTerms(tx), actor.now);
  if (!told) return;
  await tx.query(`SELECT queue_message($1, 'feedback', $2, $3, $4)`, [
    coachId,
    subjectOfTelling(coachId),
    told.on,
    told.at,
  ]);
}

const idTaken = (): Problem =>
  new Problem(409, 'feedback-id-taken', 'This was already said in other words. Say it as something new.');
