import pg from 'pg';
import { databaseUrls, type DatabaseUrls } from '../../backend/database/database-urls.js';
import { TEMPLATE } from './database-names.js';

const DUPLICATE_DATABASE = '42P04';

/** The database of this worker: its test files run one after the other, and each makes its own people. */
export function workerDatabase(): Promise<DatabaseUrls> {
  return cloneOf(TEMPLATE, `worker_${process.env['JEST_WORKER_ID'] ?? 1}`);
}

/**
 * A database with this name, made from another one when it is not there yet.
 *
 * Copied as files: with the files in the system's cache that takes a fraction of the time of writing it anew.
 */
export async function cloneOf(original: string, name: string): Promise<DatabaseUrls> {
  await beside(async (client) => {
    try {
      await client.query(
        `CREATE DATABASE ${client.escapeIdentifier(name)} TEMPLATE ${original} STRATEGY file_copy`,
      );
    } catch (error) {
      if ((error as { code?: string }).code !== DUPLICATE_DATABASE) throw error;
    }
  });
  return databaseUrls(urlOf(name));
}

/** Works with the cluster, on a connection to none of its tests' databases. */
export async function beside<T>(work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: urlOf('postgres') });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

/** The URL of a database in which there is nothing yet, not even the application's rights. */
export async function emptyDatabase(name: string): Promise<string> {
  return (await cloneOf('template0', name)).migration;
}

/** Signs in as the owner of the tables, for what a test arranges or looks up behind the server's back. */
export async function asOwner({ migration }: DatabaseUrls): Promise<pg.Client> {
  const client = new pg.Client({
    connectionString: migration,
    options: '-c role=caseload_owner',
    pipeline: true,
  });
  await client.connect();
  return client;
}

function urlOf(database: string): string {
  const given = process.env['TEST_DATABASE_URL'];
  if (!given) throw new Error('Tests run through npm scripts: npm test, or npm run test:api -- contacts');
  const url = new URL(given);
  url.pathname = `/${database}`;
  return url.href;
}
