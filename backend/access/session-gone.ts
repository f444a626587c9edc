import type { PoolClient } from 'pg';
import { Problem } from '../http/problem.js';
import type { Role } from './roles.js';

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

/** The page is of a role that this session acted in before: somebody changed it in another tab. */
export function actsAsAnother(role: Role): Problem {
  return new Problem(
    409,
    'acting-role-changed',
    `You now act as ${role} here, changed in another tab. What you typed is kept; the page starts anew.`,
  );
}
