import { setTimeout as pause } from 'node:timers/promises';
import type { Client } from 'pg';

/** The application's roles are the database's: a session takes exactly one of them for one transaction. */
export const ACTING_ROLES = [
  'caseload_coach',
  'caseload_supervisor',
  'caseload_administrator',
  'caseload_participant',
  'caseload_jobs',
  'caseload_keeper',
] as const;

/** "tuple concurrently updated", and a unique key of the catalog: somebody else changes the same role right now. */
const AT_THE_SAME_TIME = ['XX000', '23505'];
const TRIES = 20;

/**
 * Makes the cluster's roles where they are missing, and lets the runtime login take the acting ones. Idempotent.
 * Roles belong to the cluster, so nothing here ever drops one, and the migration lock, which is one database's, does
 * not keep the server of another database away: what meets it is tried again.
 *
 * `caseload_owner` owns every table; `caseload_login` may call the few functions that come before a role is known.
 * The acting roles are granted WITH INHERIT FALSE: a login that has not taken one reads nothing.
 */
export async function makeRoles(owner: Client, runtimeUrl: string): Promise<void> {
  for (let left = TRIES; ; left -= 1) {
    try {
      return await makeRolesOnce(owner, runtimeUrl);
    } catch (error) {
      const { code = '' } = error as { code?: string };
      if (left === 1 || !AT_THE_SAME_TIME.includes(code)) throw error;
      await pause(50 + Math.random() * 100);
    }
  }
}

async function makeRolesOnce(owner: Client, runtimeUrl: string): Promise<void> {
  const { username, password } = new URL(runtimeUrl);
  const login = owner.escapeIdentifier(decodeURIComponent(username));
  const database = owner.escapeIdentifier(owner.database ?? '');

  for (const role of ['caseload_owner', 'caseload_login', ...ACTING_ROLES])
    await owner.query(
      `DO $$ BEGIN CREATE ROLE ${role} NOLOGIN; EXCEPTION WHEN duplicate_object THEN NULL; END $$`,
    );
  await owner.query(
    `DO $$ BEGIN CREATE ROLE ${login} LOGIN; EXCEPTION WHEN duplicate_object THEN NULL; END $$`,
  );

  const { rows } = await owner.query<{ is_privileged: boolean }>(
    `SELECT rolsuper OR rolbypassrls OR rolname = current_user AS is_privileged FROM pg_roles WHERE rolname = $1`,
    [decodeURIComponent(username)],
  );
  if (!rows[0]?.is_privileged && password)
    await owner.query(`ALTER ROLE ${login} PASSWORD ${owner.escapeLiteral(decodeURIComponent(password))}`);

  await owner.query(`GRANT caseload_owner TO current_user WITH INHERIT TRUE, SET TRUE`);
  await owner.query(`GRANT CREATE, CONNECT ON DATABASE ${database} TO caseload_owner`);
  await owner.query(`GRANT CREATE, USAGE ON SCHEMA public TO caseload_owner`);
  await owner.query(`GRANT USAGE ON SCHEMA public TO caseload_login, ${ACTING_ROLES.join(', ')}`);
  await owner.query(`GRANT caseload_login TO ${login} WITH INHERIT TRUE, SET FALSE`);
  for (const role of ACTING_ROLES)
    await owner.query(`GRANT ${role} TO ${login} WITH INHERIT FALSE, SET TRUE`);
}
