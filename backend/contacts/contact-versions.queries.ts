import type { EntityManager } from 'typeorm';
import type { Actor } from '../access/door.js';
import type { ContactVersion } from './contact.view.js';

/** What a contact said before each amend, the latest first; what it says now is the contact itself. */
export async function versionsOf(
  tx: EntityManager,
  actor: Actor,
  contactId: string,
): Promise<ContactVersion[]> {
  const rows = await tx.query<
    {
      version: number;
      made_at: Date;
      made_by: string;
      made_by_name: string;
      fields: Record<string, unknown>;
    }[]
  >(
    `SELECT v.version, coalesce(lag(v.replaced_at) OVER (ORDER BY v.version), c.recorded_at) AS made_at, v.made_by, a.name AS made_by_name, v.fields
       FROM contact_versions v
       JOIN contacts c ON c.organization_id = v.organization_id AND c.id = v.contact_id
       JOIN accounts a ON a.organization_id = v.organization_id AND a.id = v.made_by
      WHERE v.organization_id = $1 AND v.contact_id = $2 ORDER BY v.version DESC`,
    [actor.organizationId, contactId],
  );
  return rows.map((row) => ({
    version: row.version,
    madeAt: row.made_at,
    madeBy: { accountId: row.made_by, name: row.made_by_name },
    contact: row.fields,
  }));
}

/** What each of these contacts said on the version that is asked for, by contact; nothing where none replaced it. */
export async function saidOnVersions(
  tx: EntityManager,
  actor: Actor,
  asked: { contactId: string; version: number }[],
): Promise<Map<string, Record<string, unknown>>> {
  if (asked.length === 0) return new Map();
  const rows = await tx.query<{ contact_id: string; fields: Record<string, unknown> }[]>(
    `SELECT v.contact_id, v.fields
       FROM unnest($2::uuid[], $3::integer[]) AS asked (contact_id, version)
       JOIN contact_versions v ON v.organization_id = $1 AND v.contact_id = asked.contact_id
        AND v.version = asked.version`,
    [actor.organizationId, asked.map(({ contactId }) => contactId), asked.map(({ version }) => version)],
  );
  return new Map(rows.map((row) => [row.contact_id, row.fields]));
}
