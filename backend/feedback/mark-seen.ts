import type { EntityManager } from 'typeorm';
import type { Actor } from '../access/door.js';
import { isId } from '../http/fields.js';
import { notFound } from '../http/problem.js';
import type { ContactSeen } from './feedback.dto.js';
import type { MarkedSeen, MarkedUnseen } from './stream.dto.js';
import { itemsOf, reviewsOfContacts } from './stream.queries.js';

/**
 * Marks contacts seen, each as it stood on the page. One that changed meanwhile is not marked but handed back; one that
 * somebody saw already stays theirs. Sent again it changes nothing.
 *
 * @throws Problem 404 when one of them is missing or out of reach; then none is marked.
 */
export async function markSeen(
  tx: EntityManager,
  actor: Actor,
  contacts: ContactSeen[],
): Promise<MarkedSeen> {
  const ids = contacts.map(({ contactId }) => contactId.toLowerCase());
  const before = await allInReach(tx, actor, ids);
  const [marked] = await tx.query<[{ contact_id: string }[], number]>(
    `UPDATE contact_reviews r SET is_to_read = false, seen_at = $4, seen_by = $5, seen_version = r.contact_version
       FROM unnest($2::uuid[], $3::integer[]) AS page (contact_id, version)
      WHERE r.organization_id = $1 AND r.contact_id = page.contact_id AND r.contact_version = page.version
        AND r.is_to_read RETURNING r.contact_id`,
    [actor.organizationId, ids, contacts.map(({ version }) => version), actor.now, actor.accountId],
  );
  const markedIds = new Set(marked.map((row) => row.contact_id));
  const after = await reviewsOfContacts(tx, actor, ids);
  for (const row of before)
    if (markedIds.has(row.contact_id))
      actor.record({
        action: 'contact.seen',
        participantId: row.participant_id,
        subjectId: row.contact_id,
      });
  const changed = after.filter((row) => row.is_to_read);
  return {
    seenIds: after.filter((row) => !row.is_to_read).map((row) => row.contact_id),
    changed: await itemsOf(tx, actor, changed, actor.now),
  };
}

/** Puts back what the acting supervisor marked seen themself and what has not changed since. */
export async function markUnseen(
  tx: EntityManager,
  actor: Actor,
  contactIds: string[],
): Promise<MarkedUnseen> {
  const rows = await allInReach(
    tx,
    actor,
    contactIds.map((id) => String(id).toLowerCase()),
  );
  const [marked] = await tx.query<[{ contact_id: string }[], number]>(
    `UPDATE contact_reviews SET is_to_read = true, seen_at = NULL, seen_by = NULL, seen_version = NULL
      WHERE organization_id = $1 AND contact_id = ANY ($2) AND seen_by = $3 AND NOT is_to_read RETURNING contact_id`,
    [actor.organizationId, rows.map((row) => row.contact_id), actor.accountId],
  );
  const unseenIds = marked.map((row) => row.contact_id);
  for (const row of rows)
    if (unseenIds.includes(row.contact_id))
      actor.record({
        action: 'contact.seen-taken-back',
        participantId: row.participant_id,
        subjectId: row.contact_id,
      });
  return { unseenIds };
}

async function allInReach(
  tx: EntityManager,
  actor: Actor,
  ids: string[],
): Promise<{ contact_id: string; participant_id: string }[]> {
  if (!ids.every(isId)) throw notFound('contact');
  const rows = await reviewsOfContacts(tx, actor, ids);
  if (rows.length !== new Set(ids).size) throw notFound('contact');
  return rows;
}
