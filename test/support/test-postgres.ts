/**
 * The PostgreSQL of a test run, as a process of its own: it says where it is, and when its input ends, however that
 * came (the run is over, interrupted or killed), it leaves nothing behind.
 */
import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { databaseUrls } from '../../backend/database/database-urls.js';
import { startEmbeddedPostgres } from '../../backend/database/embedded-postgres.js';
import { migrate } from '../../backend/database/migrate.js';
import { OWNER, TEMPLATE } from './database-names.js';

/** Losing a test database with the power costs nothing, waiting for a disk does. */
const FAST = { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off', max_connections: '200' };

const folder = await mkdtemp(join(tmpdir(), 'alongside-test-'));
await chmod(folder, 0o755);
const inputEnds = new Promise((resolve) => process.stdin.once('end', resolve).resume());

try {
  const postgres = await startEmbeddedPostgres(join(folder, 'data'), FAST);
  try {
    const superuser = await postgres.superuser();
    await superuser.query(`CREATE ROLE ${OWNER} LOGIN CREATEROLE CREATEDB PASSWORD 'owner'`);
    await superuser.query(`CREATE DATABASE ${TEMPLATE} OWNER ${OWNER}`);
    await superuser.end();
    const url = `postgres://${OWNER}:owner@127.0.0.1:${postgres.port}/${TEMPLATE}`;
    await migrate(databaseUrls(url));
    process.stdout.write(`${url}\n`);
    await inputEnds;
  } finally {
    await postgres.stop();
  }
} finally {
  await rm(folder, { recursive: true, force: true });
}
