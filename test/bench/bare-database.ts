import pg from 'pg';
import { dayIn } from '../../backend/clock/clock.js';
// civil dates as the text they are, as in the server
import '../../backend/database/data-source.js';
import { hashOf } from '../../backend/access/session-cookie.js';

/** Who asks, and the connection of their transaction. */
export interface Asker {
  organizationId: string;
  accountId: string;
  timeZone: string;
  now: Date;
  today: string;
  requestId: string;
  role: string;
  query<Row extends pg.QueryResultRow>(statement: Statement, values: unknown[]): Promise<Row[]>;
}

/** A prepared statement: the name is its own on every connection. */
export interface Statement {
  name: string;
  text: string;
}

let count = 0;
export const prepared = (text: string): Statement => ({ name: `bare${(count += 1)}`, text });

/** An answer that is not a success. */
export class Refused extends Error {
  constructor(readonly status: number) {
    super(String(status));
  }
}

const SESSION = prepared(`
  SELECT s.organization_id, s.account_id, a.role, o.time_zone, s.last_seen_at < $2::timestamptz - interval '1 minute' AS is_stale
    FROM sessions s
    JOIN accounts a ON a.organization_id = s.organization_id AND a.id = s.account_id
    JOIN organizations o ON o.id = s.organization_id
   WHERE s.token_hash = $1 AND a.disabled_at IS NULL AND s.started_at > $2::timestamptz - interval '12 hours'
     AND s.last_seen_at > $2::timestamptz - CASE a.role WHEN 'participant' THEN interval '30 minutes' ELSE interval '15 minutes' END`);
const SEEN = prepared('UPDATE sessions SET last_seen_at = $2 WHERE token_hash = $1');
const TRAIL = prepared(`
  INSERT INTO trail (organization_id, at, account_id, role, action, participant_id, participant_ids, subject_id, why,
                     outcome, problem, request_id)
  VALUES ($1, $2, $3, $4, $5, $6, $7, $8, NULL, 'done', NULL, $9)`);

/** As the server's: neither framework nor row-level security. */
const PLANNING =
  '-c plan_cache_mode=force_generic_plan -c random_page_cost=1.1 -c enable_bitmapscan=off -c jit=off';

export const pool = (connectionString: string): pg.Pool =>
  new pg.Pool({
    connectionString,
    max: 12,
    pipeline: true,
    options: PLANNING,
    idleTimeoutMillis: 0,
  } as pg.PoolConfig);

interface Trail {
  action: string;
  participantId?: string;
  participantIds?: string[];
  subjectId?: string;
}

/** What an answer is made of, with what goes out in the last trip, the commit behind it. */
export interface Answer {
  body: unknown;
  trail: Trail;
}

/** One transaction: session, what is asked, trail, commit. `last` is what is still to be written with the commit. */
export async function asAsker(
  connections: pg.Pool,
  token: string,
  role: string,
  requestId: string,
  use: (asker: Asker, last: (sent: Promise<unknown>) => void) => Promise<Answer>,
): Promise<unknown> {
  const client = await connections.connect();
  const now = new Date();
  const query = async <Row extends pg.QueryResultRow>(
    statement: Statement,
    values: unknown[],
  ): Promise<Row[]> => (await client.query<Row>({ ...statement, values })).rows;
  try {
    const tokenHash = hashOf(token);
    const [, [session]] = await Promise.all([
      client.query('BEGIN'),
      query<{
        organization_id: string;
        account_id: string;
        role: string;
        time_zone: string;
        is_stale: boolean;
      }>(SESSION, [tokenHash, now]),
    ]);
    if (!session) throw new Refused(401);
    if (session.role !== role) throw new Refused(403);
    const asker: Asker = {
      organizationId: session.organization_id,
      accountId: session.account_id,
      timeZone: session.time_zone,
      role,
      now,
      today: dayIn(session.time_zone, now),
      requestId,
      query,
    };
    const sent: Promise<unknown>[] = [];
    if (session.is_stale) sent.push(query(SEEN, [tokenHash, now]));
    const { body, trail } = await use(asker, (each) => void sent.push(each));
    await Promise.all([
      ...sent,
      query(TRAIL, [
        ...[asker.organizationId, now, asker.accountId, role, trail.action, trail.participantId ?? null],
        ...[trail.participantIds ?? null, trail.subjectId ?? null, requestId],
      ]),
      client.query('COMMIT'),
    ]);
    return body;
  } catch (error) {
    await client.query('ROLLBACK');
    throw error;
  } finally {
    client.release();
  }
}
