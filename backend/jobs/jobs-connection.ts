import pg from 'pg';
import type { Db, PgBossEventMap } from 'pg-boss';

type ListenHandle = Awaited<ReturnType<NonNullable<Db['listen']>>>;

/**
 * The one connection a process has for its jobs: what pg-boss asks, and what wakes it, both as `caseload_jobs`. When
 * it breaks, the next question opens another, which listens again and is told that it may have missed something.
 */
export class JobsConnection implements Db {
  private readonly pool: pg.Pool;
  private readonly listening = new Map<string, { heard: (payload: string) => void; missed: () => void }>();

  private readonly hearing = new WeakSet<object>();

  constructor(url: string, tell: (error: PgBossEventMap['error'][0]) => void) {
    this.pool = new pg.Pool({
      connectionString: url,
      options: '-c role=caseload_jobs',
      application_name: 'alongside jobs',
      max: 1,
      idleTimeoutMillis: 0,
      connectionTimeoutMillis: 10_000,
      keepAlive: true,
    });
    this.pool.on('error', tell);
    this.pool.on('connect', (client) => {
      // the pool listens only while a connection rests; one that breaks at work must not end the process
      client.on('error', tell);
      client.on('notification', ({ channel, payload = '' }) => this.listening.get(channel)?.heard(payload));
    });
  }

  async executeSql(text: string, values?: unknown[]): Promise<{ rows: never[] }> {
    const client = await this.pool.connect();
    try {
      if (!this.hearing.has(client)) await this.hearAgain(client);
      return await client.query(text, values);
    } catch (error) {
      // pg-boss writes its own BEGIN: what failed halfway must not stay open for the next question
      await client.query('ROLLBACK').catch(() => undefined);
      throw error;
    } finally {
      client.release();
    }
  }

  async listen(channel: string, heard: (payload: string) => void, missed: () => void): Promise<ListenHandle> {
    await this.executeSql(`LISTEN ${pg.escapeIdentifier(channel)}`);
    this.listening.set(channel, { heard, missed });
    return {
      close: async () => {
        this.listening.delete(channel);
        await this.executeSql(`UNLISTEN ${pg.escapeIdentifier(channel)}`).catch(() => undefined);
      },
    };
  }

  private async hearAgain(client: pg.PoolClient): Promise<void> {
    this.hearing.add(client);
    for (const [channel, { missed }] of this.listening) {
      await client.query(`LISTEN ${pg.escapeIdentifier(channel)}`);
      missed();
    }
  }

  close(): Promise<void> {
    return this.pool.end();
  }
}
