import type { PoolClient } from 'pg';
import { Problem } from '../http/problem.js';

/** Why there is no live session: it ended by itself, or a participant's account was disabled while they read. */
export async function sessionGone(connection: PoolClient, sessionHash: Buffer): Promise<Problem> {
  const { rows } = await connection.query<{ is_disabled: boolean }>(
    'SELECT is_of_disabled_participant($1) AS is_disabled',
    [sessionHash],
  );
  return rows[0]?.is_disabled
    ? new Problem(401, 'access-ended', 'Your page is closed for now. Nothing of yours is kept on this phone.')
    : new Problem(401, 'session-ended', 'You were signed out. Sign in again; what you typed is kept.');
}
