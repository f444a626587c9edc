import pg from 'pg';
import { DataSource, type EntityTarget, type ObjectLiteral } from 'typeorm';
import { PreparingClient } from './preparing-client.js';
import { SnakeNames } from './snake-names.js';

// Civil dates stay the text they are (a Date would move them by the server's zone); counts are numbers.
const DATE = 1082;
const DATE_ARRAY = 1182;
const BIGINT = 20;
const NUMERIC = 1700;
pg.types.setTypeParser(DATE, (text) => text);
pg.types.setTypeParser(DATE_ARRAY as number, (text: string) =>
  text === '{}' ? [] : text.slice(1, -1).split(','),
);
pg.types.setTypeParser(BIGINT, Number);
pg.types.setTypeParser(NUMERIC, Number);

/**
 * How statements are planned, for these connections alone. Every statement is prepared and its policies make planning
 * it ten times as dear as running it, so it is planned once, without waiting for five runs; and as on any disk of
 * today, reading a page out of turn costs little more than in turn, so a small table is not read whole for one row.
 * Without bitmaps the latest of somebody's contacts is the first row of an index: a policy with OR would else be
 * answered by gathering all of their history and sorting it.
 */
const PLANNING =
  '-c plan_cache_mode=force_generic_plan -c random_page_cost=1.1 -c enable_bitmapscan=off -c jit=off';

/** The runtime connection pool: a login that owns nothing and reads nothing until it takes a role. */
export function dataSourceFor(
  url: string,
  entities: EntityTarget<ObjectLiteral>[],
  poolSize = 12,
): DataSource {
  return new DataSource({
    type: 'postgres',
    url,
    entities: entities as never[],
    namingStrategy: new SnakeNames(),
    installExtensions: false,
    synchronize: false,
    extra: {
      Client: PreparingClient,
      pipeline: true,
      max: poolSize,
      application_name: 'alongside',
      options: PLANNING,
      // a new connection has every statement still to plan, so one that rests is kept
      idleTimeoutMillis: 15 * 60_000,
    },
  });
}

/** Refuses a runtime login that row-level security would not hold back. */
export async function refusePrivilegedLogin(source: DataSource): Promise<void> {
  const [login] = (await source.query(`
    SELECT rolname AS name, rolsuper OR rolbypassrls OR pg_has_role(current_user, 'caseload_owner', 'MEMBER') AS is_privileged
      FROM pg_roles WHERE rolname = current_user`)) as { name: string; is_privileged: boolean }[];
  if (login?.is_privileged)
    throw new Error(
      `The database login "${login.name}" may pass row-level security by (superuser, BYPASSRLS or owner of the tables). ` +
        'Give the server a plain login in DATABASE_URL and keep the other in MIGRATION_DATABASE_URL.',
    );
}
