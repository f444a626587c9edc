import type { EntityManager } from 'typeorm';
import type { Actor } from '../access/door.js';
import { Problem } from '../http/problem.js';
import type { AddAddendum } from './contact.dto.js';
import type { ContactView } from './contact.view.js';

/** Adds words to a contact by whoever of the team reaches it; sent twice it is one addendum. */
export async function addAddendum(
  tx: EntityManager,
  actor: Actor,
  contact: ContactView,
  asked: AddAddendum,
): Promise<void> {
  if (contact.voided)
    throw new Problem(409, 'contact-already-voided', 'This contact was voided; nothing can be added to it.');
  const rows = await tx.query<unknown[]>(
    `INSERT INTO contact_addenda (organization_id, id, contact_id, participant_id, author_id, words, is_shared, added_at)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8) ON CONFLICT (organization_id, id) DO NOTHING RETURNING id`,
    [
      actor.organizationId,
      asked.addendumId,
      contact.contactId,
      contact.participantId,
      actor.accountId,
      asked.words,
      asked.isShared,
      actor.now,
    ],
  );
  if (rows.length === 1) {
    actor.record({
      action: 'contact.addendum-added',
      participantId: contact.participantId,
      subjectId: contact.contactId,
    });
    return;
  }
  const same = contact.addenda.find((each) => each.addendumId === asked.addendumId);
  if (same?.words !== asked.words || same.isShared !== asked.isShared)
    throw new Problem(409, 'addendum-id-taken', 'This addendum was already added in other words.');
}
