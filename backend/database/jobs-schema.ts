import { createRequire } from 'node:module';
import type { Client } from 'pg';

/** Where pg-boss keeps its queues, beside our own tables. */
export const JOBS_SCHEMA = 'pgboss';

/**
 * Makes the schema of pg-boss, or brings it to the version of the installed package, as the owner; the role of the
 * jobs may use it, and nobody else. A running server never changes it: it has no right to.
 *
 * Run under the migration lock.
 */
export async function keepJobsSchema(owner: Client): Promise<void> {
  const { getConstructionPlans, getMigrationPlans } = await import('pg-boss');
  await owner.query('SET ROLE caseload_owner');
  const version = await installedVersion(owner);
  if (version === undefined) await owner.query(getConstructionPlans(JOBS_SCHEMA));
  else if (version < wantedVersion()) await owner.query(getMigrationPlans(JOBS_SCHEMA, version));
  await owner.query(`
    GRANT USAGE ON SCHEMA ${JOBS_SCHEMA} TO caseload_jobs;
    GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA ${JOBS_SCHEMA} TO caseload_jobs;
    GRANT USAGE ON ALL SEQUENCES IN SCHEMA ${JOBS_SCHEMA} TO caseload_jobs;
    GRANT EXECUTE ON ALL FUNCTIONS IN SCHEMA ${JOBS_SCHEMA} TO caseload_jobs`);
  await owner.query('RESET ROLE');
}

async function installedVersion(owner: Client): Promise<number | undefined> {
  const { rows: tables } = await owner.query<{ is_there: boolean }>(
    `SELECT to_regclass('${JOBS_SCHEMA}.version') IS NOT NULL AS is_there`,
  );
  if (!tables[0]?.is_there) return undefined;
  const { rows } = await owner.query<{ version: number }>(`SELECT version FROM ${JOBS_SCHEMA}.version`);
  return rows[0]?.version;
}

function wantedVersion(): number {
  const about = createRequire(import.meta.url)('pg-boss/package.json') as { pgboss: { schema: number } };
  return about.pgboss.schema;
}
