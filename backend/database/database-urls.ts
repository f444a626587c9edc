import { createHmac } from 'node:crypto';

/** Two connections' worth of rights: one owns and migrates, the other only signs in. */
export interface DatabaseUrls {
  migration: string;
  runtime: string;
}

/**
 * With `MIGRATION_DATABASE_URL` the two are separate. With one URL alone it must be able to make roles: it migrates,
 * and the server signs in as a plain role beside it, `<user>_app`, whose password follows from that URL's own, so that
 * every process arrives at the same one and none has to be told.
 */
export function databaseUrls(databaseUrl: string, migrationDatabaseUrl?: string): DatabaseUrls {
  if (migrationDatabaseUrl) return { migration: migrationDatabaseUrl, runtime: databaseUrl };
  const runtime = new URL(databaseUrl);
  const secret = decodeURIComponent(runtime.password) || databaseUrl;
  runtime.username = `${runtime.username || 'postgres'}_app`;
  runtime.password = createHmac('sha256', secret).update('alongside runtime login').digest('hex');
  return { migration: databaseUrl, runtime: runtime.href };
}
