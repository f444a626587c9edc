import type { QueryResult } from 'pg';

/** Asks as the bare login: only the functions granted to it answer. */
export type Asking = (sql: string, values: unknown[]) => Promise<QueryResult>;

/** As many events of one organization at a time; when there are more, the rest is asked for next. */
const MOST_AT_A_TIME = 500;

export interface LiveEvent {
  id: number;
  /** Null where it is about no participant. */
  participantId: string | null;
  accountIds: string[];
}

export interface News {
  organizationId: string;
  /** The oldest event that is kept, null when there are none. */
  firstId: number | null;
  /** The newest, 0 when there are none. */
  lastId: number;
  /** After the cursor that was asked for, in order. */
  events: LiveEvent[];
  /** Up to here these events are all there are. */
  upToId: number;
}

interface NewsRow {
  organization_id: string;
  first_id: number | null;
  last_id: number;
  events: LiveEvent[];
}

/** @param cursors by organization */
export async function newsAfter(ask: Asking, cursors: ReadonlyMap<string, number>): Promise<News[]> {
  const { rows } = await ask('SELECT * FROM live_events_after($1, $2, $3)', [
    [...cursors.keys()],
    [...cursors.values()],
    MOST_AT_A_TIME,
  ]);
  return (rows as NewsRow[]).map((row) => ({
    organizationId: row.organization_id,
    firstId: row.first_id,
    lastId: row.last_id,
    events: row.events,
    upToId: row.events.length < MOST_AT_A_TIME ? row.last_id : row.events.at(-1)!.id,
  }));
}

/** Those of these sessions that still hold, as their hashes in hex. Asking is no activity. */
export async function sessionsStillOpen(ask: Asking, hashes: string[], now: Date): Promise<Set<string>> {
  const { rows } = await ask('SELECT sessions_still_open($1, $2) AS hash', [
    hashes.map((hash) => Buffer.from(hash, 'hex')),
    now,
  ]);
  return new Set((rows as { hash: Buffer }[]).map(({ hash }) => hash.toString('hex')));
}
