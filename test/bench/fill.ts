import pg from 'pg';
import { hashOf, newToken } from '../../backend/access/session-cookie.js';
import { storeAllStandings } from '../../backend/standing/all-standings.store.js';
import { HAPPENINGS, LOG, PEOPLE } from './fill-statements.js';

export const COACHES = 200;
export const PARTICIPANTS_EACH = 50;

/** Somebody signed in, with whom they walk. */
export interface BenchCoach {
  accountId: string;
  token: string;
  participantIds: string[];
}

export interface Filled {
  coaches: BenchCoach[];
  supervisorToken: string;
}

/**
 * Fills a migrated, empty database: one organization, 200 coaches under one supervisor with 50 participants each, and
 * so many contacts over two years. Written past the triggers, which would take an hour; what they keep is filled in
 * from the rows, standings by the function that stores them in earnest.
 *
 * @param superuserUrl of the database, for a login that may pass the triggers by
 */
export async function fill(superuserUrl: string, contactCount: number): Promise<Filled> {
  const client = new pg.Client({ connectionString: superuserUrl });
  await client.connect();
  try {
    await client.query(`SET session_replication_role = replica`);
    await client.query(`SELECT setseed(0.26)`);
    for (const statement of [...PEOPLE, ...HAPPENINGS])
      await client.query(
        statement.replaceAll(':coaches', String(COACHES)).replaceAll(':each', String(PARTICIPANTS_EACH)),
      );
    await client.query(LOG.contacts, [contactCount]);
    for (const statement of LOG.whatGoesWithThem) await client.query(statement);
    await client.query(`SET session_replication_role = origin`);
    await client.query('VACUUM (ANALYZE)');
    const filled = await signIn(client);
    await client.query('BEGIN');
    const { rows } = await client.query<{ id: string }>('SELECT id FROM organizations');
    await storeAllStandings(client, rows[0]!.id);
    await client.query('COMMIT');
    await client.query('VACUUM (ANALYZE) standings');
    await client.query('CHECKPOINT');
    return filled;
  } finally {
    await client.end();
  }
}

async function signIn(client: pg.Client): Promise<Filled> {
  const { rows } = await client.query<{
    organization_id: string;
    id: string;
    role: string;
    participant_ids: string[];
  }>(
    `SELECT c.organization_id, c.id, c.role, array_agg(a.participant_id) AS participant_ids
       FROM accounts c LEFT JOIN assignments a ON a.organization_id = c.organization_id AND a.coach_id = c.id
      WHERE c.role IN ('coach', 'supervisor') GROUP BY 1, 2, 3 ORDER BY c.id`,
  );
  const filled: Filled = { coaches: [], supervisorToken: '' };
  for (const { organization_id, id, role, participant_ids } of rows) {
    const token = newToken();
    await client.query('SELECT start_session($1, $2, $3, now())', [organization_id, id, hashOf(token)]);
    if (role === 'coach') filled.coaches.push({ accountId: id, token, participantIds: participant_ids });
    else filled.supervisorToken = token;
  }
  return filled;
}
