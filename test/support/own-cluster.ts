import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { databaseUrls } from '../../backend/database/database-urls.js';
import { embeddedDatabaseToServe } from '../../backend/database/embedded-database.js';
import { migrate } from '../../backend/database/migrate.js';
import { startTestServer, type TestServer } from './server.js';

/** A folder that the database's user may pass through, and its removal. */
export async function ownFolder(): Promise<{ path: string; remove(): Promise<void> }> {
  const path = await mkdtemp(join(tmpdir(), 'alongside-own-'));
  await chmod(path, 0o755);
  return { path, remove: () => rm(path, { recursive: true, force: true }) };
}

/**
 * Our server on an embedded PostgreSQL of its own, as `npm start` runs it: for what concerns a whole cluster. It does
 * not wait for the disk, which the cluster keeps to itself: so neither does one that is brought back.
 */
export async function startOnOwnCluster(
  dataFolder: string,
): Promise<{ server: TestServer; close(): Promise<void> }> {
  const database = await embeddedDatabaseToServe(dataFolder, 'http://localhost:3000');
  await letGoOfTheDisk(database.superuserUrl);
  const urls = databaseUrls(database.url);
  await migrate(urls);
  const server = await startTestServer({}, urls);
  return {
    server,
    close: async () => {
      await server.close();
      await database.close();
    },
  };
}

async function letGoOfTheDisk(superuserUrl: string): Promise<void> {
  const client = new pg.Client({ connectionString: superuserUrl });
  await client.connect();
  await client.query('ALTER SYSTEM SET fsync = off');
  await client.query('SELECT pg_reload_conf()');
  await client.end();
}
