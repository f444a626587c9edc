import { Injectable, type OnApplicationBootstrap, type OnModuleDestroy } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { DataSource } from 'typeorm';
import type { Caller } from '../access/caller.js';
import { Door } from '../access/door.js';
import { Clock } from '../clock/clock.js';
import { type Asking, newsAfter, sessionsStillOpen } from './live.queries.js';
import { cursorOf, LiveStream } from './live-stream.js';
import { deliver, earliestCursor, LiveStreams } from './live-streams.js';
import { LiveTimes } from './live-times.js';
import { ListenerConnection } from './listener-connection.js';

/**
 * Tells open pages that something changed: one connection that listens, one query for each wake, however many streams
 * are open. What a page missed it gets by its cursor, and a process that was deaf for a while by those of its streams.
 */
@Injectable()
export class LiveService implements OnApplicationBootstrap, OnModuleDestroy {
  private readonly streams = new LiveStreams();
  private readonly listener: ListenerConnection;
  private readonly timers: NodeJS.Timeout[] = [];
  /** Organizations of which there may be news. */
  private readonly due = new Set<string>();
  private isReading = false;

  constructor(
    source: DataSource,
    private readonly door: Door,
    private readonly clock: Clock,
    private readonly times: LiveTimes,
  ) {
    this.listener = new ListenerConnection((source.options as { url: string }).url, {
      news: (organizationId) => this.look([organizationId]),
      connected: () => this.look(this.streams.organizations()),
    });
  }

  onApplicationBootstrap(): void {
    void this.listener.listen();
    const { heartbeatMs, sessionsMs } = this.times;
    this.timers.push(
      setInterval(() => this.beat(), heartbeatMs).unref(),
      setInterval(() => void this.endWhatIsOver(), sessionsMs).unref(),
    );
  }

  /** Streams end with the process at once; their pages come back to another one, or to the next. */
  onModuleDestroy(): void {
    this.timers.forEach(clearInterval);
    this.listener.stop();
    for (const stream of this.streams.each()) stream.response.end();
  }

  /**
   * Opens a stream and returns; it stays open until either side ends it. Opening one keeps no session awake.
   *
   * @param lastEventId where the page left off; without it the stream begins with what happens next
   * @throws Problem 401 without a live session
   */
  async open(caller: Caller, reply: FastifyReply, lastEventId: string | undefined): Promise<void> {
    const { organizationId, accountId } = await this.door.asActor(
      { ...caller, isActivity: false },
      (_, actor) => Promise.resolve(actor),
    );
    reply.hijack();
    const { raw } = reply;
    const who = { organizationId, accountId, sessionHash: caller.sessionHash.toString('hex') };
    const stream = new LiveStream(who, raw, cursorOf(lastEventId));
    raw.writeHead(200, {
      ...reply.getHeaders(),
      'content-type': 'text/event-stream; charset=utf-8',
      'cache-control': 'no-store, no-transform',
      // a proxy that collects what it passes on would keep events to itself
      'x-accel-buffering': 'no',
    } as Record<string, string>);
    raw.once('close', () => this.streams.remove(stream));
    // the page had gone while the session was looked up
    if (raw.destroyed) return;
    this.streams.add(stream);
    stream.begin();
    this.look([organizationId]);
  }

  private look(organizationIds: Iterable<string>): void {
    for (const organizationId of organizationIds) this.due.add(organizationId);
    void this.read();
  }

  /** One read at a time, each for all that is due: what comes meanwhile goes with the next. */
  private async read(): Promise<void> {
    if (this.isReading || !this.listener.isConnected()) return;
    this.isReading = true;
    try {
      while (this.due.size > 0) await this.readOnce();
    } catch {
      // the connection is gone; the next one looks everywhere
    } finally {
      this.isReading = false;
    }
  }

  private async readOnce(): Promise<void> {
    const asked = new Map(
      [...this.due].map((organizationId) => [organizationId, this.streams.of(organizationId)] as const),
    );
    this.due.clear();
    const cursors = [...asked]
      .filter(([, streams]) => streams.length > 0)
      .map(([organizationId, streams]) => [organizationId, earliestCursor(streams)] as const);
    if (cursors.length === 0) return;
    for (const news of await newsAfter(this.ask, new Map(cursors))) {
      deliver(news, asked.get(news.organizationId) ?? []);
      if (news.upToId < news.lastId) this.due.add(news.organizationId);
    }
  }

  private readonly ask: Asking = (sql, values) => this.listener.ask(sql, values);

  private beat(): void {
    for (const stream of this.streams.each()) stream.beat();
  }

  /**
   * Ends the streams of sessions that ended: signed out, idle, twelve hours old, disabled. It also finds out that the
   * connection no longer answers, and looks for news that nobody was woken for.
   */
  private async endWhatIsOver(): Promise<void> {
    if (!this.listener.isConnected()) return;
    const asked = [...this.streams.each()];
    const hashes = [...new Set(asked.map(({ who }) => who.sessionHash))];
    try {
      const open = await sessionsStillOpen(this.ask, hashes, this.clock.now());
      for (const stream of asked) if (!open.has(stream.who.sessionHash)) stream.over();
      this.look(this.streams.organizations());
    } catch {
      // asked again when the connection is back
    }
  }
}
