import pg from 'pg';
import type { Role } from '../../backend/access/roles.js';
import type { Person } from '../given/staff.js';
import { workerDatabase } from './database.js';

/** What the database answers a person in a role, asked past the server; nothing of it is kept. */
export async function pastTheServer(
  role: Role | 'jobs' | 'keeper',
  person: Person,
  sql: string,
  values: unknown[] = [],
): Promise<pg.QueryResult> {
  const login = new pg.Client({ connectionString: (await workerDatabase()).runtime });
  await login.connect();
  try {
    await login.query('BEGIN');
    await login.query(
      `SELECT set_config('role', $1, true), set_config('app.organization_id', $2, true),
              set_config('app.account_id', $3, true)`,
      [`caseload_${role}`, person.organizationId, person.accountId],
    );
    return await login.query(sql, values);
  } finally {
    await login.end();
  }
}
