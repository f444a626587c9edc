import { readdir } from 'node:fs/promises';
import pg from 'pg';
import { DataSource } from 'typeorm';
import type { DatabaseUrls } from '../../backend/database/database-urls.js';
import { migrationSource } from '../../backend/database/migrate.js';
import { makeRoles } from '../../backend/database/roles.js';
import { asOwner, cloneOf } from '../support/database.js';
import { TEMPLATE } from '../support/database-names.js';

/** Everything a migration makes, in words that can be compared: columns, constraints, policies, rights and code. */
const SCHEMA = `
  SELECT c.relname || '.' || a.attname || ' ' || format_type(a.atttypid, a.atttypmod) || ' '
         || a.attnotnull || ' ' || coalesce(pg_get_expr(d.adbin, d.adrelid), '') AS line
    FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped
    LEFT JOIN pg_attrdef d ON d.adrelid = c.oid AND d.adnum = a.attnum
   WHERE c.relnamespace = 'public'::regnamespace AND c.relkind IN ('r', 'p', 'v', 'm')
  UNION ALL SELECT conrelid::regclass || ' ' || conname || ' ' || pg_get_constraintdef(oid) FROM pg_constraint
   WHERE connamespace = 'public'::regnamespace
  UNION ALL SELECT indexdef FROM pg_indexes WHERE schemaname = 'public'
  UNION ALL SELECT policyname || ' ' || tablename || ' ' || roles::text || ' ' || cmd || ' ' || coalesce(qual, '') || ' '
         || coalesce(with_check, '') FROM pg_policies
  UNION ALL SELECT tgrelid::regclass || ' ' || pg_get_triggerdef(oid) FROM pg_trigger WHERE NOT tgisinternal
  UNION ALL SELECT relname || ' ' || relrowsecurity || relforcerowsecurity || ' ' || g.grantee::regrole || ' ' || g.privilege_type
    FROM pg_class, aclexplode(relacl) g WHERE relnamespace = 'public'::regnamespace
  UNION ALL SELECT a.attrelid::regclass || '.' || a.attname || ' ' || g.grantee::regrole || ' ' || g.privilege_type
    FROM pg_attribute a, aclexplode(a.attacl) g WHERE a.attrelid >= 16384
  UNION ALL SELECT pg_get_functiondef(p.oid) || ' ' || coalesce(p.proacl::text, '') FROM pg_proc p
   WHERE p.pronamespace = 'public'::regnamespace
     AND NOT EXISTS (SELECT 1 FROM pg_depend d WHERE d.objid = p.oid AND d.deptype = 'e')
  ORDER BY 1`;

async function allMigrations(): Promise<(new () => object)[]> {
  const files = (await readdir('migrations')).filter((file) => file.endsWith('.ts')).sort();
  const modules = await Promise.all(files.map((file) => import(`../../migrations/${file}`)));
  return modules.flatMap((module) => Object.values(module)) as (new () => object)[];
}

/** Rights on a database itself do not come along with a template. */
async function grantAgain({ migration, runtime }: DatabaseUrls): Promise<void> {
  const owner = new pg.Client({ connectionString: migration });
  await owner.connect();
  await makeRoles(owner, runtime);
  await owner.end();
}

test('every migration goes up, down and up again, and leaves nothing behind', async () => {
  const urls = await cloneOf(TEMPLATE, 'up_down_up');
  await grantAgain(urls);
  const migrations = await allMigrations();
  const owner = await asOwner(urls);
  const schema = async (): Promise<string[]> =>
    (await owner.query<{ line: string }>(SCHEMA)).rows.map(({ line }) => line);
  const whole = await schema();
  expect(whole.length).toBeGreaterThan(100);
  /** A database that knows the first of them and no more. */
  const withTheFirst = async (
    count: number,
    use: (source: DataSource) => Promise<unknown>,
  ): Promise<void> => {
    const { options } = migrationSource(urls.migration);
    const source = new DataSource({ ...options, migrations: migrations.slice(0, count) });
    await source.initialize();
    await use(source).finally(() => source.destroy());
  };
  try {
    for (let count = migrations.length; count > 0; count -= 1)
      await withTheFirst(count, async (source) => {
        const before = await schema();
        await source.undoLastMigration();
        await source.runMigrations({ transaction: 'each' });
        expect(await schema()).toEqual(before);
        await source.undoLastMigration();
      });
    expect((await schema()).filter((line) => !/\bmigrations(_|\b)/.test(line) && !/^PK_/.test(line))).toEqual(
      [],
    );
    await withTheFirst(migrations.length, (source) => source.runMigrations({ transaction: 'each' }));
    expect(await schema()).toEqual(whole);
  } finally {
    await owner.end();
  }
});
