import type pg from 'pg';

/** Of these nothing is a person's own: what is told, and where things stand, is worked out anew. */
const NOT_THEIRS = ['trail', 'announcements', 'live_events', 'standings', 'goal_movements'];

/** Every row of every table that names one of these participants, without the numbers of versions. */
export async function rowsOfRecords(
  database: pg.Client | pg.Pool,
  participantIds: string[],
): Promise<Record<string, unknown[]>> {
  const { rows: tables } = await database.query<{ name: string }>(
    `SELECT c.relname AS name FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid AND a.attname = 'participant_id'
      WHERE c.relnamespace = 'public'::regnamespace AND c.relkind = 'r' AND c.relname <> ALL ($1) ORDER BY 1`,
    [NOT_THEIRS],
  );
  const asked = [
    ...tables.map(({ name }) => ({ name, key: 'participant_id' })),
    { name: 'participants', key: 'id' },
  ];
  const found: Record<string, unknown[]> = {};
  for (const { name, key } of asked) {
    const { rows } = await database.query<{ row: unknown }>(
      `SELECT to_jsonb(r) - 'version' AS row FROM ${name} r WHERE ${key} = ANY ($1) ORDER BY (to_jsonb(r) - 'version')::text`,
      [participantIds],
    );
    if (rows.length) found[name] = rows.map(({ row }) => row);
  }
  return found;
}
