import type { INestApplication } from '@nestjs/common';
import type pg from 'pg';
import type { DataSource } from 'typeorm';
import { hashOf, newToken } from '../../backend/access/session-cookie.js';
import type { DatabaseUrls } from '../../backend/database/database-urls.js';
import type { Jobs } from '../../backend/jobs/jobs.js';
import { startServer, type ServerOptions } from '../../backend/main.js';
import { Client } from './client.js';
import { asOwner, workerDatabase } from './database.js';
import { TestClock } from './test-clock.js';

/** Someone with an account. */
export interface SignedIn {
  organizationId: string;
  accountId: string;
}

export interface TestServer {
  url: string;
  clock: TestClock;
  /** The owner's connection, past the server: for builders, and to see what stands. */
  database: pg.Client;
  app: INestApplication;
  /** The server's own connections. */
  source: DataSource;
  /** They do not run by themselves here: `await server.jobs.run('messages')` is one pass, through the queue. */
  jobs: Jobs;
  /** A browser in which this person has just signed in, by the server's clock. */
  as(person: SignedIn): Promise<Client>;
  /** A browser in which nobody is signed in. */
  asNobody(): Client;
  close(): Promise<void>;
}

/**
 * Our real server, in this process, on this worker's database unless the test has its own, with a clock to set. Once for a test file:
 * `beforeAll(async () => { server = await startTestServer(); })` and `afterAll(() => server.close())`.
 */
export async function startTestServer(
  options: Pick<ServerOptions, 'liveTimes' | 'messages'> = {},
  urls?: DatabaseUrls,
): Promise<TestServer> {
  urls ??= await workerDatabase();
  const clock = new TestClock();
  const server = await startServer({
    databaseUrl: urls.runtime,
    port: 0,
    host: '127.0.0.1',
    clock,
    // LOG_LEVEL=warn shows what is behind a 500
    logLevel: (process.env['LOG_LEVEL'] as 'info' | 'warn' | undefined) ?? 'silent',
    poolSize: 6,
    ...options,
  });
  const database = await asOwner(urls);
  // who tried to sign in too often in another file keeps nobody waiting in this one
  await database.query('DELETE FROM sign_in_delays');
  return {
    url: server.url,
    clock,
    database,
    app: server.app,
    source: server.source,
    jobs: server.jobs,
    as: async ({ organizationId, accountId }) => {
      const token = newToken();
      const { rows } = await database.query('SELECT start_session($1, $2, $3, $4) AS started', [
        organizationId,
        accountId,
        hashOf(token),
        clock.now(),
      ]);
      if (rows[0]?.started !== true) throw new Error(`No open account ${accountId} to sign in with.`);
      return new Client(server.url, `session=${token}`);
    },
    asNobody: () => new Client(server.url),
    close: async () => {
      await database.end();
      await server.close();
    },
  };
}
