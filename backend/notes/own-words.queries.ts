import type { EntityManager } from 'typeorm';
import type { Actor } from '../access/door.js';

/** Writes the first words beside a contact the participant may see. @returns false when there are some already. */
export async function insertOwnWords(
  tx: EntityManager,
  actor: Actor,
  contactId: string,
  words: string,
): Promise<boolean> {
  const rows = await tx.query<unknown[]>(
    `INSERT INTO contact_own_words (organization_id, contact_id, participant_id, words, occurred_on, happened_at, written_at)
     SELECT c.organization_id, c.id, c.participant_id, $3, c.occurred_on, c.happened_at, $4 FROM contacts c
      WHERE c.organization_id = $1 AND c.id = $2
     ON CONFLICT (organization_id, contact_id) DO NOTHING RETURNING contact_id`,
    [actor.organizationId, contactId, words, actor.now],
  );
  return rows.length === 1;
}

/** Says it in other words, or in none, and keeps what was said. @returns false when it is no longer at this version. */
export async function replaceOwnWords(
  tx: EntityManager,
  actor: Actor,
  contactId: string,
  version: number,
  words: string,
): Promise<boolean> {
  const [, count] = await tx.query<[unknown, number]>(
    `WITH before AS (
       SELECT w.* FROM contact_own_words w
        WHERE w.organization_id = $1 AND w.contact_id = $2 AND w.version = $3 FOR UPDATE),
     kept AS (
       INSERT INTO contact_own_words_versions (organization_id, contact_id, version, participant_id, words, written_at)
       SELECT organization_id, contact_id, version, participant_id, words, written_at FROM before RETURNING 1)
     UPDATE contact_own_words w SET words = $4, written_at = $5, version = w.version + 1 FROM before
      WHERE w.organization_id = before.organization_id AND w.contact_id = before.contact_id`,
    [actor.organizationId, contactId, version, words, actor.now],
  );
  return count === 1;
}
