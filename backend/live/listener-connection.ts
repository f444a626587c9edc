import { setTimeout as pause } from 'node:timers/promises';
import pg from 'pg';
import type { QueryResult } from 'pg';

/** Waits before trying again, in milliseconds; the last one repeats. */
const TRY_AGAIN_AFTER_MS = [50, 200, 500, 1_000, 2_000];

/** A connection that does not answer within this is as good as gone. */
const PATIENCE_MS = 10_000;

export interface Heard {
  /** Something was written down in this organization. */
  news(organizationId: string): void;
  /** Listening, for the first time or again: what was said meanwhile was not heard. */
  connected(): void;
}

/** The one connection of this process that listens. It comes back by itself, for as long as the process lives. */
export class ListenerConnection {
  private client: pg.Client | undefined;
  /** Says that the connection is lost, also when it is so hung that it would never say so itself. */
  private lose = (): void => undefined;
  private readonly stopped = new AbortController();

  constructor(
    private readonly url: string,
    private readonly heard: Heard,
  ) {}

  /** Until `stop`. */
  async listen(): Promise<void> {
    for (let tries = 0; !this.stopped.signal.aborted; tries += 1) {
      const lasted = await this.listenOnce();
      if (lasted) tries = 0;
      const wait = TRY_AGAIN_AFTER_MS[Math.min(tries, TRY_AGAIN_AFTER_MS.length - 1)];
      await pause(wait, undefined, { signal: this.stopped.signal, ref: false }).catch(() => undefined);
    }
  }

  /** Whether there is somebody to ask at this moment. */
  isConnected(): boolean {
    return this.client !== undefined;
  }

  async ask(sql: string, values: unknown[]): Promise<QueryResult> {
    const { client } = this;
    if (!client) throw new Error('Not listening at the moment.');
    try {
      return await client.query(sql, values);
    } catch (error) {
      // whatever it was, a fresh connection catches up by the cursors
      this.letGo(client);
      throw error;
    }
  }

  stop(): void {
    this.stopped.abort();
    if (this.client) this.letGo(this.client);
  }

  /** @returns whether it had been connected at all, once the connection is lost */
  private async listenOnce(): Promise<boolean> {
    const client = new pg.Client({
      connectionString: this.url,
      application_name: 'alongside live',
      keepAlive: true,
      connectionTimeoutMillis: PATIENCE_MS,
      query_timeout: PATIENCE_MS,
    });
    const lost = new Promise<void>((resolve) => {
      this.lose = resolve;
      client.once('end', resolve);
      client.on('error', () => resolve());
    });
    client.on('notification', ({ payload }) => this.heard.news(payload ?? ''));
    try {
      await client.connect();
      await client.query('LISTEN live_events');
    } catch {
      this.letGo(client);
      return false;
    }
    if (this.stopped.signal.aborted) return this.letGo(client);
    this.client = client;
    this.heard.connected();
    await lost;
    return this.letGo(client);
  }

  private letGo(client: pg.Client): true {
    if (this.client === client) {
      this.client = undefined;
      this.lose();
    }
    void client.end().catch(() => undefined);
    return true;
  }
}
