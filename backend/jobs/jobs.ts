import { Injectable, Logger } from '@nestjs/common';
import { setTimeout as pause } from 'node:timers/promises';
import type { PgBoss } from 'pg-boss';
import { Clock } from '../clock/clock.js';
import { JobsConnection } from './jobs-connection.js';
import { openQueues, QUEUE } from './open-queues.js';

/**
 * One pass of a job. It is idempotent and looks for itself at what is to be done: a pass may come too often, and after
 * a process was killed the next one finds its work half done.
 *
 * @param now by our clock
 * @param signal aborted when the server stops: begin nothing more
 */
export type Pass = (now: Date, signal: AbortSignal) => Promise<void>;

/** What a transaction sends here, `SELECT pg_notify('alongside_jobs', 'messages')`, wakes that job at its commit. */
const WAKES = 'alongside_jobs';

/** A process that was killed in a pass holds the job until its heartbeat has been missed. */
const PATIENCE_MS = 45_000;

/**
 * What is done without anybody asking. Kept in PostgreSQL by pg-boss, so any number of processes may run them and each
 * pass runs in one of them. Nothing of pg-boss is loaded or asked before the first job runs.
 */
@Injectable()
export class Jobs {
  private readonly log = new Logger('jobs');
  private readonly passes = new Map<string, { cron: string; pass: Pass }>();
  private readonly stopping = new AbortController();
  private url = '';
  private connection: JobsConnection | undefined;
  private opened: Promise<PgBoss> | undefined;
  private isRunning = false;

  constructor(private readonly clock: Clock) {}

  /**
   * Says what is to be done, before the jobs start.
   *
   * @param name also what wakes it
   * @param cron in UTC, to the minute
   */
  every(name: string, cron: string, pass: Pass): void {
    this.passes.set(name, { cron, pass });
  }

  /** Whose database, with the login of the server; done by `startServer`. */
  over(databaseUrl: string): void {
    this.url = databaseUrl;
  }

  /** From now on the jobs run by themselves, here or in another process of the same database. */
  async start(): Promise<void> {
    this.isRunning = true;
    const boss = await this.open();
    await this.connection?.listen(
      WAKES,
      (name) => void this.wake(name).catch(this.tell),
      () => void Promise.all([...this.passes.keys()].map((name) => this.wake(name))).catch(this.tell),
    );
    for (const [name, { cron }] of this.passes) {
      await boss.schedule(name, cron);
      await boss.work(
        name,
        { pollingIntervalSeconds: 15, notifyPollingIntervalSeconds: 60, heartbeatRefreshSeconds: 3 },
        () => this.pass(name),
      );
    }
  }

  /** Has the job run at once instead of at its next minute; what it runs for now is looked at again afterwards. */
  async wake(name: string): Promise<void> {
    if (!this.isRunning || this.stopping.signal.aborted || !this.passes.has(name)) return;
    await (await this.open()).send(name);
  }

  /** One pass, through the queue like any other, for servers whose jobs do not run by themselves: tests. */
  async run(name: string): Promise<void> {
    if (this.isRunning) throw new Error('The jobs of this server run by themselves.');
    const boss = await this.open();
    await boss.send(name);
    for (const end = Date.now() + PATIENCE_MS; Date.now() < end; await pause(100)) {
      const [job] = await boss.fetch(name);
      if (job) {
        await this.pass(name).finally(() => boss.complete(name, job.id));
        return;
      }
      await boss.supervise(name);
    }
    throw new Error(`The job ${name} is still held by another process.`);
  }

  /** Begins nothing more, and lets a pass that runs come to its end for two seconds. */
  async stop(): Promise<void> {
    this.stopping.abort();
    const boss = await this.opened?.catch(() => undefined);
    await boss?.stop({ timeout: 2_000 });
    await this.connection?.close();
  }

  private async pass(name: string): Promise<void> {
    try {
      await this.passes.get(name)?.pass(this.clock.now(), this.stopping.signal);
    } catch (error) {
      this.tell(error);
      throw error;
    }
  }

  private open(): Promise<PgBoss> {
    this.connection ??= new JobsConnection(this.url, this.tell);
    const queues = [...this.passes.keys()].map((name) => ({ name, ...QUEUE }));
    return (this.opened ??= openQueues(this.connection, queues, this.isRunning, this.tell));
  }

  /** pg-boss tells some of its errors as plain objects. */
  private readonly tell = (error: unknown): void =>
    this.log.warn((error as { message?: string } | null)?.message ?? String(error));
}
