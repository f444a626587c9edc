import { join } from 'node:path';
import pg from 'pg';
import { DataSource } from 'typeorm';
import type { DatabaseUrls } from './database-urls.js';
import { keepJobsSchema } from './jobs-schema.js';
import { makeRoles } from './roles.js';

/** Any number, the same for every process: two that start at once migrate one after the other. */
const MIGRATION_LOCK = 4_206_988;

/** A database this version cannot run on, in words for the person who started it. */
export class UnusableDatabase extends Error {}

/**
 * Brings a database to this version: roles, migrations and the schema of the jobs, under one advisory lock. Safe to call at every start and
 * from any number of processes.
 *
 * @throws UnusableDatabase when the server is older than PostgreSQL 16.
 */
export async function migrate(urls: DatabaseUrls): Promise<void> {
  const owner = new pg.Client({ connectionString: urls.migration });
  await owner.connect();
  try {
    const { rows } = await owner.query<{ number: number; version: string }>(
      `SELECT current_setting('server_version_num')::integer AS number, current_setting('server_version') AS version`,
    );
    if (rows[0] && rows[0].number < 160000)
      throw new UnusableDatabase(
        `PostgreSQL ${rows[0].version} is too old: Alongside needs PostgreSQL 16 or later.`,
      );
    await owner.query('SELECT pg_advisory_lock($1)', [MIGRATION_LOCK]);
    await makeRoles(owner, urls.runtime);
    const migrations = migrationSource(urls.migration);
    await migrations.initialize();
    try {
      await migrations.runMigrations({ transaction: 'each' });
    } finally {
      await migrations.destroy();
    }
    await keepJobsSchema(owner);
  } finally {
    await owner.end();
  }
}

/** Every connection acts as the plain role that owns the tables, whoever signed in. */
export function migrationSource(url: string): DataSource {
  return new DataSource({
    type: 'postgres',
    url,
    migrations: [join(import.meta.dirname, '../../migrations/*.{ts,js}')],
    migrationsTableName: 'migrations',
    installExtensions: false,
    extra: { options: '-c role=caseload_owner', max: 1 },
  });
}
