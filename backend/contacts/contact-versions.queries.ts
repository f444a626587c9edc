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
