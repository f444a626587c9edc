import type { Client } from 'pg';
import { setTimeout as pause } from 'node:timers/promises';
import { startEmbeddedPostgres } from './embedded-postgres.js';
import { UnusableDatabase } from './migrate.js';

const OWNER = 'alongside_owner';
const DATABASE = 'alongside';

/** Any numbers. The first is held for as long as a server runs on the folder, and goes with it however it ends. */
const SERVING_LOCK = 4_206_991;
const MAKING_LOCK = 4_206_990;

const PATIENCE_MS = 3_000;

export interface EmbeddedDatabase {
  /** Signs in as a plain owner that may make roles, not as superuser: migrations get no further than elsewhere. */
  url: string;
  /** For what concerns the whole cluster, such as a copy of it. */
  superuserUrl: string;
  /** Stops PostgreSQL, unless a server still uses it. */
  close(): Promise<void>;
}

/**
 * The database in the data folder, for one server at a time.
 *
 * @param servingAt the address the server will answer on, told to a second one that tries
 * @throws UnusableDatabase when a server already runs on the folder
 */
export async function embeddedDatabaseToServe(folder: string, servingAt: string): Promise<EmbeddedDatabase> {
  let address = '';
  for (const giveUpAt = Date.now() + PATIENCE_MS; Date.now() < giveUpAt; await pause(100)) {
    try {
      const database = await open(folder);
      // the name shows who holds the lock: see below
      await database.holder.query(`SELECT set_config('application_name', $1, false)`, [servingAt]);
      if (await mayServe(database.holder)) return database;
      address = await servedAt(database.holder);
      await database.holder.end();
    } catch (error) {
      // the server before is on its way out, and its PostgreSQL with it
      if (!isConnectionLost(error)) throw error;
    }
  }
  throw new UnusableDatabase(
    `Alongside already runs on the data folder ${folder}, at ${address}. ` +
      `Stop that one first, or give this one a port and a folder of its own: PORT=3001 DATA_DIR=./data-2 npm start`,
  );
}

/** The database in the data folder for a short piece of work, whether a server uses it or not. */
export async function embeddedDatabase(folder: string): Promise<EmbeddedDatabase> {
  const database = await open(folder);
  const close = async (): Promise<void> => {
    if (await mayServe(database.holder)) await database.close();
    else await database.holder.end();
  };
  return { url: database.url, superuserUrl: database.superuserUrl, close };
}

async function open(folder: string): Promise<EmbeddedDatabase & { holder: Client }> {
  const postgres = await startEmbeddedPostgres(folder);
  const holder = await postgres.superuser();
  // when PostgreSQL goes away, every request says so: the loss of this connection adds nothing
  holder.on('error', () => undefined);
  const password = postgres.folder.secrets.ownerPassword;
  await makeDatabase(holder, password);
  const at = `127.0.0.1:${postgres.port}/${DATABASE}`;
  const url = `postgres://${OWNER}:${password}@${at}`;
  const superuserUrl = `postgres://postgres:${postgres.folder.secrets.superuserPassword}@${at}`;
  const close = async (): Promise<void> => {
    await postgres.stop();
    await holder.end().catch(() => undefined);
  };
  return { url, superuserUrl, holder, close };
}

/** Each step finds what an interrupted start has left. */
async function makeDatabase(superuser: Client, ownerPassword: string): Promise<void> {
  await superuser.query('SELECT pg_advisory_lock($1)', [MAKING_LOCK]);
  const { rows } = await superuser.query<{ owners: number; databases: number }>(
    `SELECT (SELECT count(*) FROM pg_roles WHERE rolname = $1)::integer AS owners,
            (SELECT count(*) FROM pg_database WHERE datname = $2)::integer AS databases`,
    [OWNER, DATABASE],
  );
  if (rows[0]?.owners === 0)
    await superuser.query(
      `CREATE ROLE ${OWNER} LOGIN CREATEROLE PASSWORD ${superuser.escapeLiteral(ownerPassword)}`,
    );
  if (rows[0]?.databases === 0) await superuser.query(`CREATE DATABASE ${DATABASE} OWNER ${OWNER}`);
  await superuser.query('SELECT pg_advisory_unlock($1)', [MAKING_LOCK]);
}

async function mayServe(holder: Client): Promise<boolean> {
  const { rows } = await holder.query<{ mine: boolean }>('SELECT pg_try_advisory_lock($1) AS mine', [
    SERVING_LOCK,
  ]);
  return rows[0]?.mine === true;
}

async function servedAt(holder: Client): Promise<string> {
  const { rows } = await holder.query<{ address: string }>(
    `SELECT a.application_name AS address FROM pg_locks l JOIN pg_stat_activity a USING (pid)
      WHERE l.locktype = 'advisory' AND l.objid = $1 AND l.granted`,
    [SERVING_LOCK],
  );
  return rows[0]?.address ?? 'an address that is not known yet';
}

function isConnectionLost(error: unknown): boolean {
  const { code, message } = error as { code?: string; message?: string };
  return (
    /^(57P0[123]|ECONN(RESET|REFUSED)|EPIPE)$/.test(code ?? '') ||
    /^Connection terminated/.test(message ?? '')
  );
}
