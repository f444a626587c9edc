import type { EntityManager } from 'typeorm';
import type { Actor } from '../access/door.js';
import { dayIn } from '../clock/clock.js';
import { saidOnVersions } from '../contacts/contact-versions.queries.js';
import { contactsOfIds } from '../contacts/contacts.queries.js';
import type { Place } from '../http/page.js';
import { feedbackOfContacts } from './feedback.queries.js';
import type { AskedBecause } from './feedback.rules.js';
import type { Shows, StreamItem } from './stream.dto.js';

export interface ReviewRow {
  contact_id: string;
  participant_id: string;
  recorded_at: Date;
  contact_version: number;
  asked_because: AskedBecause | null;
  is_to_read: boolean;
  seen_at: Date | null;
  seen_by: string | null;
  seen_by_name: string | null;
  seen_version: number | null;
}

const COLUMNS = `
  r.contact_id, r.participant_id, r.recorded_at, r.contact_version, r.asked_because, r.is_to_read, r.seen_at, r.seen_by,
  r.seen_version`;

const SEEN_BY = `(SELECT a.name FROM accounts a WHERE a.organization_id = $1 AND a.id = r.seen_by) AS seen_by_name`;

/** As the partial indexes say it, word for word: a text for each, so that each keeps its plan. */
const WHICH: Record<Shows, string> = {
  'to read': 'r.is_to_read',
  asked: 'r.is_to_read AND r.asked_because IS NOT NULL',
  seen: 'NOT r.is_to_read',
};

/** Most that is counted: past it the number tells nothing. */
export const MOST_COUNTED = 999;

/**
 * From each coach's newest, so that it costs the same whatever lies behind them.
 * $1 organization, $2 coaches, $3 and $4 the place before the page, $5 how many.
 */
export const streamOf = (show: Shows): string => `
  SELECT r.*, ${SEEN_BY}
    FROM unnest($2::uuid[]) AS coach (id)
   CROSS JOIN LATERAL (
      SELECT ${COLUMNS} FROM contact_reviews r
       WHERE r.organization_id = $1 AND r.coach_id = coach.id AND ${WHICH[show]}
         AND (r.recorded_at, r.contact_id) < ($3::timestamptz, $4::uuid)
       ORDER BY r.recorded_at DESC, r.contact_id DESC LIMIT $5) r
   ORDER BY r.recorded_at DESC, r.contact_id DESC LIMIT $5`;

/** $1 organization, $2 coaches. */
export const ASKED_COUNT = `
  SELECT count(*) AS count FROM (
    SELECT 1 FROM unnest($2::uuid[]) AS coach (id)
      JOIN contact_reviews r ON r.organization_id = $1 AND r.coach_id = coach.id AND ${WHICH.asked}
     LIMIT ${MOST_COUNTED + 1}) asked`;

/** The coaches whose contacts the acting supervisor reads: their team, and the teams they cover for. */
export async function coachesRead(tx: EntityManager): Promise<string[]> {
  const [row] = await tx.query<{ ids: string[] }[]>('SELECT coaches_of_acting_supervisor() AS ids');
  return row?.ids ?? [];
}

export function reviewsOf(
  tx: EntityManager,
  actor: Actor,
  asked: { show: Shows; coachIds: string[]; before: Place; limit: number },
): Promise<ReviewRow[]> {
  return tx.query(streamOf(asked.show), [
    actor.organizationId,
    asked.coachIds,
    asked.before.at,
    asked.before.id,
    asked.limit,
  ]);
}

export async function askedCount(tx: EntityManager, actor: Actor, coachIds: string[]): Promise<number> {
  const [row] = await tx.query<{ count: number }[]>(ASKED_COUNT, [actor.organizationId, coachIds]);
  return Number(row?.count ?? 0);
}

/** Of these contacts, those within reach, in no order. */
export function reviewsOfContacts(
  tx: EntityManager,
  actor: Actor,
  contactIds: string[],
): Promise<ReviewRow[]> {
  return tx.query(
    `SELECT ${COLUMNS}, ${SEEN_BY} FROM contact_reviews r WHERE r.organization_id = $1 AND r.contact_id = ANY ($2)`,
    [actor.organizationId, contactIds],
  );
}

/** With the contacts and what was said of them, in the order of the rows. */
export async function itemsOf(
  tx: EntityManager,
  actor: Actor,
  rows: ReviewRow[],
  since: Date | null,
): Promise<StreamItem[]> {
  const ids = rows.map((row) => row.contact_id);
  const changed = rows.flatMap(({ contact_id: contactId, seen_version: version, contact_version: now }) =>
    version !== null && version < now ? { contactId, version } : [],
  );
  const [contacts, feedback, whenSeen] = await Promise.all([
    contactsOfIds(tx, actor, ids),
    feedbackOfContacts(tx, actor, ids),
    saidOnVersions(tx, actor, changed),
  ]);
  const byId = new Map(contacts.map((contact) => [contact.contactId, contact]));
  return rows.flatMap((row) => {
    const contact = byId.get(row.contact_id);
    if (!contact) return [];
    return {
      contact,
      recordedOn: dayIn(actor.timeZone, row.recorded_at),
      isNew: since === null || row.recorded_at > since,
      askedBecause: row.asked_because,
      isToRead: row.is_to_read,
      seen:
        row.seen_at && row.seen_by && row.seen_version !== null
          ? {
              by: { accountId: row.seen_by, name: row.seen_by_name ?? '' },
              at: row.seen_at,
              version: row.seen_version,
            }
          : null,
      isChangedSinceSeen: row.seen_version !== null && row.seen_version < contact.version,
      saidWhenSeen: whenSeen.get(row.contact_id) ?? null,
      feedback: feedback.get(row.contact_id) ?? [],
    };
  });
}
