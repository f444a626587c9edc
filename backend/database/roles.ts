import type { Client } from 'pg';

/** The application's roles are the database's: a session takes exactly one of them for one transaction. */
export const ACTING_ROLES = [
  'caseload_coach',
  'caseload_supervisor',
  'caseload_administrator',
  'caseload_participant',
  'caseload_jobs',
] as const;

/**
 * Makes the cluster's roles where they are missing, and lets the runtime login take the acting ones. Idempotent; the
 * caller holds the migration lock. Roles belong to the cluster, so nothing here ever drops one.
 *
 * `caseload_owner` owns every table; `caseload_login` may call the few functions that come before a role is known.
 * The acting roles are granted WITH INHERIT FALSE: a login that has not taken one reads nothing.
 */
export async function makeRoles(owner: Client, runtimeUrl: string): Promise<void> {
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
