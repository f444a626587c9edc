import type { EntityManager } from 'typeorm';
import type { Actor } from '../access/door.js';
import { certificationFor, type CertificationSpan } from '../coaches/certification.rules.js';
import type { ContactView } from '../contacts/contact.view.js';
import { contactsOfIds } from '../contacts/contacts.queries.js';
import { isId } from '../http/fields.js';
import { notFound } from '../http/problem.js';
import type { Released, ReleaseHeld, StillHeld } from './held-contacts.dto.js';

/**
 * Releases held contacts, each as it stood on the page: under the certification that covers its day, else under the
 * acting supervisor's own word, with the reason. What changed meanwhile, or somebody else released, is handed back.
 *
 * @throws Problem 404 when one of them is missing, out of reach or of another team; then none is released.
 */
export async function releaseHeld(
  tx: EntityManager,
  actor: Actor,
  { contacts, reason = '' }: ReleaseHeld,
): Promise<Released> {
  const ids = [...new Set(contacts.map(({ contactId }) => contactId.toLowerCase()))];
  const versions = new Map(contacts.map((each) => [each.contactId.toLowerCase(), each.version]));
  await holdOfTeam(tx, ids);
  const views = await contactsOfIds(tx, actor, ids);
  const spans = await certificationsFor(tx, actor, [...new Set(views.map(({ coach }) => coach.accountId))]);
  const releasedIds: string[] = [];
  const left: StillHeld[] = [];
  for (const contact of views) {
    const { contactId, occurredOn } = contact;
    const leave = (why: StillHeld['why']): void => void left.push({ contactId, why, contact });
    if (!contact.isHeld || contact.voided) leave('not held');
    else if (contact.version !== versions.get(contactId)) leave('changed');
    else {
      const certification = certificationFor(spans.get(contact.coach.accountId) ?? [], occurredOn);
      if (!certification && reason.trim() === '') leave('not covered');
      else {
        await release(tx, actor, contact, certification?.id ?? null, certification ? '' : reason);
        releasedIds.push(contactId);
      }
    }
  }
  return { releasedIds, left };
}

/** Held first, so that an amend or another release comes before or after, never between. */
async function holdOfTeam(tx: EntityManager, ids: string[]): Promise<void> {
  if (!ids.every(isId)) throw notFound('contact');
  const rows = await tx.query<unknown[]>(
    `SELECT c.id FROM contacts c
      WHERE c.organization_id = acting_organization() AND c.id = ANY ($1::uuid[])
        AND c.coach_id = ANY (coaches_of_acting_supervisor()) ORDER BY c.id FOR NO KEY UPDATE`,
    [ids],
  );
  if (rows.length !== ids.length) throw notFound('contact');
}

export async function certificationsFor(
  tx: EntityManager,
  actor: Actor,
  coachIds: string[],
): Promise<Map<string, (CertificationSpan & { name: string })[]>> {
  const rows = await tx.query<
    { coach_id: string; id: string; first_on: string; last_on: string; name: string }[]
  >(
    `SELECT coach_id, id, first_on, last_on, kind || ' ' || number AS name FROM certifications
      WHERE organization_id = $1 AND coach_id = ANY ($2)`,
    [actor.organizationId, coachIds],
  );
  const spans = new Map<string, (CertificationSpan & { name: string })[]>();
  for (const { coach_id: coachId, id, first_on: firstOn, last_on: lastOn, name } of rows)
    spans.set(coachId, [...(spans.get(coachId) ?? []), { id, firstOn, lastOn, name }]);
  return spans;
}

async function release(
  tx: EntityManager,
  actor: Actor,
  { contactId, participantId, coach }: ContactView,
  certificationId: string | null,
  reason: string,
): Promise<void> {
  await tx.query(
    `UPDATE contacts SET is_held = false, certification_id = $3, training_supervisor_id = $4, version = version + 1
      WHERE organization_id = $1 AND id = $2`,
    [actor.organizationId, contactId, certificationId, certificationId ? null : actor.accountId],
  );
  await tx.query(
    `INSERT INTO held_releases (organization_id, contact_id, participant_id, coach_id, certification_id, reason,
       released_by, released_at)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8)`,
    [
      actor.organizationId,
      contactId,
      participantId,
      coach.accountId,
      certificationId,
      reason,
      actor.accountId,
      actor.now,
    ],
  );
  // who released it has read it
  await tx.query(
    `UPDATE contact_reviews SET is_to_read = false, seen_at = $3, seen_by = $4, seen_version = contact_version
      WHERE organization_id = $1 AND contact_id = $2 AND is_to_read`,
    [actor.organizationId, contactId, actor.now, actor.accountId],
  );
  actor.record({
    action: 'contact.released',
    participantId,
    subjectId: contactId,
    why: certificationId ? 'certified meanwhile' : reason,
  });
}
