import type { News } from './live.queries.js';
import { eventText, type LiveStream } from './live-stream.js';

/** The open streams of this process, by organization and by account. */
export class LiveStreams {
  private readonly byOrganization = new Map<string, Map<string, Set<LiveStream>>>();
  private readonly all = new Set<LiveStream>();

  add(stream: LiveStream): void {
    const { organizationId, accountId } = stream.who;
    const accounts = this.byOrganization.get(organizationId) ?? new Map<string, Set<LiveStream>>();
    this.byOrganization.set(organizationId, accounts);
    accounts.set(accountId, (accounts.get(accountId) ?? new Set()).add(stream));
    this.all.add(stream);
  }

  remove(stream: LiveStream): void {
    const { organizationId, accountId } = stream.who;
    this.all.delete(stream);
    const accounts = this.byOrganization.get(organizationId);
    accounts?.get(accountId)?.delete(stream);
    if (accounts?.get(accountId)?.size === 0) accounts.delete(accountId);
    if (accounts?.size === 0) this.byOrganization.delete(organizationId);
  }

  each(): Iterable<LiveStream> {
    return this.all;
  }

  organizations(): Iterable<string> {
    return this.byOrganization.keys();
  }

  of(organizationId: string): LiveStream[] {
    return [...(this.byOrganization.get(organizationId)?.values() ?? [])].flatMap((streams) => [...streams]);
  }
}

/** From where to read so that none of these streams misses anything; with none to catch up, from nowhere. */
export function earliestCursor(streams: LiveStream[]): number {
  return streams.reduce((least, { cursor }) => Math.min(least, cursor ?? least), Number.MAX_SAFE_INTEGER);
}

/**
 * Tells each of these streams what concerns its account and comes after its cursor.
 *
 * @param streams those that were there when the news was asked for: one that came later may lack what went before
 */
export function deliver(news: News, streams: LiveStream[]): void {
  const listening = new Map<string, LiveStream[]>();
  for (const stream of streams) {
    stream.cursor ??= news.lastId;
    if (isUnknown(stream.cursor, news)) {
      stream.cursor = news.lastId;
      stream.reset();
    }
    const { accountId } = stream.who;
    const others = listening.get(accountId);
    if (others) others.push(stream);
    else listening.set(accountId, [stream]);
  }
  for (const { id, participantId, accountIds } of news.events) {
    const text = eventText(id, participantId);
    for (const accountId of accountIds)
      for (const stream of listening.get(accountId) ?? []) if (id > stream.cursor!) stream.tell(text);
  }
  for (const stream of streams) {
    stream.cursor = Math.max(stream.cursor!, news.upToId);
    if (!stream.isReady && stream.cursor >= news.lastId) stream.ready();
  }
}

/** Something after this cursor is no longer kept, or it is from another life of the database. */
function isUnknown(cursor: number, { firstId, lastId }: News): boolean {
  return cursor > lastId || cursor + 1 < (firstId ?? 1);
}
