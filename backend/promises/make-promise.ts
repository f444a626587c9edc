import type { EntityManager } from 'typeorm';
import { type Actor, found } from '../access/door.js';
import { isId } from '../http/fields.js';
import { invalid, notFound, Problem } from '../http/problem.js';
import { requestHash } from '../http/request-hash.js';
import type { NewPromise, PromiseView } from './promise.dto.js';
import { promiseInReach, promiseOfId } from './promises.queries.js';
import { whyNotDueOn } from './promises.rules.js';

/**
 * Makes a promise toward a participant already found within reach, once for its id: the same words again answer it as
 * it now is.
 *
 * @param field where it stands in what was sent, `promises.0.` of a log form
 * @param coachId who promises, when it is written down by somebody else
 * @throws Problem 422 for a day gone by; 409 for other words under its id, 404 when that is out of reach.
 */
export async function makePromise(
  tx: EntityManager,
  actor: Actor,
  participantId: string,
  asked: NewPromise,
  contactId: string | null,
  field = '',
  coachId = actor.accountId,
): Promise<PromiseView> {
  const { promiseId, words, dueOn } = asked;
  const hash = requestHash({ promiseId, words, dueOn, participantId, contactId });
  const [known] = await tx.query<{ is_taken: boolean }[]>('SELECT promise_id_is_taken($1) AS is_taken', [
    promiseId,
  ]);
  if (!known?.is_taken && whyNotDueOn(dueOn, actor.today))
    throw invalid(
      `${field}dueOn`,
      'in-the-past',
      'This day has gone by. Promise it for today or a later day.',
    );
  const rows = await tx.query<unknown[]>(
    `INSERT INTO promises (organization_id, id, participant_id, coach_id, contact_id, words, due_on, made_at, request_hash)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9) ON CONFLICT (organization_id, id) DO NOTHING RETURNING id`,
    [actor.organizationId, promiseId, participantId, coachId, contactId, words, dueOn, actor.now, hash],
  );
  if (rows.length === 1) {
    actor.record({ action: 'promise.made', participantId, subjectId: promiseId });
    return promiseInReach(tx, actor, promiseId);
  }
  const earlier = found(await promiseOfId(tx, actor, promiseId), 'promise');
  if (!earlier.requestHash.equals(hash))
    throw new Problem(
      409,
      'promise-id-taken',
      'This promise was already made in other words. Change it, or make a new one.',
    );
  return earlier.view;
}

/**
 * The contact a promise says it was made in, which must be of this participant and still count.
 * @throws Problem 404 when it is missing or another participant's, 409 when it was voided.
 */
export async function contactOfPromise(
  tx: EntityManager,
  actor: Actor,
  participantId: string,
  contactId: string,
): Promise<string> {
  if (!isId(contactId)) throw notFound('contact');
  const [contact] = await tx.query<{ is_voided: boolean }[]>(
    `SELECT voided_at IS NOT NULL AS is_voided FROM contacts
      WHERE organization_id = $1 AND id = $2 AND participant_id = $3`,
    [actor.organizationId, contactId, participantId],
  );
  if (found(contact, 'contact').is_voided)
    throw new Problem(
      409,
      'contact-already-voided',
      'This contact was voided, so nothing can be promised in it. Make the promise on its own.',
    );
  return contactId;
}
