import pg from 'pg';
import { UnusableDatabase } from './migrate.js';

const PATIENCE_MS = 10_000;

const REASONS: Record<string, string> = {
  ECONNREFUSED: 'nothing listens there',
  ENOTFOUND: 'there is no machine of that name',
  EAI_AGAIN: 'the name of the machine could not be looked up',
  ETIMEDOUT: 'it does not answer',
  EHOSTUNREACH: 'there is no way to that machine',
  ENETUNREACH: 'there is no way to that machine',
  '28P01': 'it refuses the password',
  '28000': 'it refuses this login',
  '3D000': 'it has no database of that name',
  '57P03': 'it is still starting up or shutting down',
  '53300': 'it takes no more connections',
};

/**
 * Signs in once, so that a start on a database that can't be used ends at once and in words.
 *
 * @param setting the environment variable the URL came from
 * @throws UnusableDatabase with the address, never the password
 */
export async function reach(url: string, setting: string): Promise<void> {
  if (!URL.canParse(url) || !/^postgres(ql)?:$/.test(new URL(url).protocol))
    throw new UnusableDatabase(
      `${setting} is not the address of a PostgreSQL. It looks like postgres://user:password@host:5432/database`,
    );
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: PATIENCE_MS });
  client.on('error', () => undefined);
  try {
    await client.connect();
  } catch (error) {
    const { host, pathname, username } = new URL(url);
    const { code, message } = error as { code?: string; message: string };
    throw new UnusableDatabase(
      `The PostgreSQL of ${setting} can't be used: ${REASONS[code ?? ''] ?? message} ` +
        `(${decodeURIComponent(username)} at ${host}${pathname}). Start it or correct ${setting}; ` +
        `without one, Alongside brings its own PostgreSQL.`,
    );
  } finally {
    await client.end().catch(() => undefined);
  }
}
