import pg from 'pg';
import type { Person } from '../given/staff.js';
import { workerDatabase } from './database.js';

/** How many rows about a participant the database shows this coach, past the server. */
export async function rowsShownTo(coach: Person, participantId: string): Promise<Record<string, number>> {
  const tables = {
    participants: 'id',
    enrollments: 'participant_id',
    ways_to_reach: 'participant_id',
    standings: 'participant_id',
    goals: 'participant_id',
    planned_contacts: 'participant_id',
    contacts: 'participant_id',
    contact_team_notes: 'participant_id',
    contact_addenda: 'participant_id',
    risk_notes: 'participant_id',
    promises: 'participant_id',
  };
  const login = new pg.Client({ connectionString: (await workerDatabase()).runtime });
  await login.connect();
  const seen: Record<string, number> = {};
  await login.query('BEGIN');
  await login.query(
    `SELECT set_config('role', 'caseload_coach', true), set_config('app.organization_id', $1, true),
            set_config('app.account_id', $2, true)`,
    [coach.organizationId, coach.accountId],
  );
  for (const [table, column] of Object.entries(tables)) {
    const { rows } = await login.query<{ count: number }>(
      `SELECT count(*)::integer AS count FROM ${table} WHERE ${column} = $1`,
      [participantId],
    );
    seen[table] = rows[0]!.count;
  }
  await login.end();
  return seen;
}
