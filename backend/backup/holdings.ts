import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import type pg from 'pg';
import type { BackupAbout, Holdings } from './backup-about.js';
import { CannotBackUp } from './unusable-backup.js';

type Found = Pick<BackupAbout, 'postgres' | 'migrationCount' | 'newestMigration' | 'holds'>;

/**
 * What a database holds, as a login that sees all of it.
 *
 * @throws CannotBackUp when it is not Alongside's
 */
export async function holdingsOf(client: pg.Client): Promise<Found> {
  const { rows: tables } = await client.query<{ is_ours: boolean }>(
    `SELECT to_regclass('public.migrations') IS NOT NULL AND to_regclass('public.contacts') IS NOT NULL AS is_ours`,
  );
  if (!tables[0]?.is_ours) throw new CannotBackUp('There is nothing of Alongside in this database yet.');
  const { rows } = await client.query<Holdings & Omit<Found, 'holds'>>(`
    SELECT split_part(current_setting('server_version'), ' ', 1) AS postgres,
           (SELECT count(*) FROM migrations)::integer AS "migrationCount",
           (SELECT max("timestamp")::text FROM migrations) AS "newestMigration",
           (SELECT count(*) FROM organizations)::integer AS organizations,
           (SELECT count(*) FROM participants)::integer AS participants,
           (SELECT to_char(max(recorded_at) AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') FROM contacts)
             AS "newestContactAt"`);
  const { organizations, participants, newestContactAt, ...rest } = rows[0]!;
  return { ...rest, holds: { organizations, participants, newestContactAt } };
}

/**
 * Migrations only go forward: this version would start on a newer database without knowing what is in it.
 *
 * @throws CannotBackUp
 */
export async function refuseNewer({ newestMigration }: BackupAbout): Promise<void> {
  const files = await readdir(join(import.meta.dirname, '../../migrations'));
  const newest = files.map((file) => file.split('-')[0] ?? '').reduce((a, b) => (a > b ? a : b));
  if (newestMigration > newest)
    throw new CannotBackUp(
      'This backup was made by a newer version of Alongside: restore it with that version or a later one.',
    );
}
