import type { Organization } from '../given/organization.js';

/** Where a refusal leaves its line, and where every request may. */
const WRITTEN_ANYWAY = ['trail', 'looks', 'sessions'];

/** How many rows of the organization each table holds, to see that a refusal left none and took none. */
export async function rowCounts({ server, organizationId }: Organization): Promise<Record<string, number>> {
  const { rows: tables } = await server.database.query<{ name: string }>(
    `SELECT c.relname AS name FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid AND a.attname = 'organization_id'
      WHERE c.relnamespace = 'public'::regnamespace AND c.relkind = 'r' AND NOT c.relname = ANY ($1)`,
    [WRITTEN_ANYWAY],
  );
  const counts = tables.map(
    ({ name }) =>
      `SELECT '${name}' AS name, count(*)::integer AS count FROM ${name} WHERE organization_id = $1`,
  );
  const { rows } = await server.database.query<{ name: string; count: number }>(counts.join(' UNION ALL '), [
    organizationId,
  ]);
  return Object.fromEntries(rows.map(({ name, count }) => [name, count]));
}
