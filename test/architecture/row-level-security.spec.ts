import pg from 'pg';
import { ACTING_ROLES } from '../../backend/database/roles.js';
import { asOwner, workerDatabase } from '../support/database.js';

/** Tables that are no tenant's: what has run, what push services know us by, whom to keep waiting before anyone is known. */
const OF_NO_TENANT = ['migrations', 'passkey_challenges', 'push_keys', 'sign_in_delays'];

let owner: pg.Client;
let login: pg.Client;
let tables: string[];

async function names(sql: string, values: unknown[] = []): Promise<string[]> {
  const { rows } = await owner.query<{ name: string }>(sql, values);
  return rows.map((row) => row.name);
}

beforeAll(async () => {
  const urls = await workerDatabase();
  owner = await asOwner(urls);
  login = new pg.Client({ connectionString: urls.runtime });
  await login.connect();
  tables = await names(
    `SELECT relname AS name FROM pg_class WHERE relnamespace = 'public'::regnamespace AND relkind IN ('r', 'p') ORDER BY 1`,
  );
});
afterAll(() => Promise.all([owner.end(), login.end()]));

test('there are tables to look at', () => {
  expect(tables).toEqual(
    expect.arrayContaining(['organizations', 'accounts', 'participants', 'contacts', 'trail']),
  );
});

test('row-level security is forced on every table', async () => {
  const open = await names(
    `SELECT relname AS name FROM pg_class WHERE relnamespace = 'public'::regnamespace AND relkind IN ('r', 'p')
        AND NOT (relrowsecurity AND relforcerowsecurity) AND relname <> 'migrations'`,
  );
  expect(open).toEqual([]);
});

test('whatever a role is granted, a policy says which rows', async () => {
  const { rows } = await owner.query(
    `SELECT c.relname AS "table", r.rolname AS role, p.verb
       FROM pg_class c, pg_roles r, (VALUES ('SELECT', 'r'), ('INSERT', 'a'), ('UPDATE', 'w'), ('DELETE', 'd')) p (verb, command)
      WHERE c.relnamespace = 'public'::regnamespace AND c.relkind IN ('r', 'p') AND r.rolname = ANY ($1)
        AND (has_table_privilege(r.oid, c.oid, p.verb)
             OR (p.verb IN ('SELECT', 'INSERT', 'UPDATE') AND has_any_column_privilege(r.oid, c.oid, p.verb)))
        AND NOT EXISTS (SELECT 1 FROM pg_policy l WHERE l.polrelid = c.oid AND r.oid = ANY (l.polroles)
                           AND l.polcmd IN ('*', p.command::"char"))`,
    [[...ACTING_ROLES]],
  );
  expect(rows).toEqual([]);
});

test('no policy and no grant is for everyone', async () => {
  const policies = await names(`SELECT polname AS name FROM pg_policy WHERE 0 = ANY (polroles)`);
  const grants = await names(
    `SELECT c.relname AS name FROM pg_class c, aclexplode(c.relacl) g
      WHERE c.relnamespace = 'public'::regnamespace AND g.grantee = 0`,
  );
  const functions = await names(
    `SELECT p.proname AS name FROM pg_proc p WHERE p.pronamespace = 'public'::regnamespace
        AND has_function_privilege('public', p.oid, 'EXECUTE')
        AND NOT EXISTS (SELECT 1 FROM pg_depend d WHERE d.objid = p.oid AND d.deptype = 'e')`,
  );
  expect({ policies, grants, functions }).toEqual({ policies: [], grants: [], functions: [] });
});

test('a function that looks past the policies looks tables up by a path of its own', async () => {
  const open = await names(
    `SELECT proname AS name FROM pg_proc WHERE pronamespace = 'public'::regnamespace AND prosecdef
        AND NOT coalesce(proconfig @> ARRAY['search_path=pg_catalog, public'], false)`,
  );
  expect(open).toEqual([]);
});

test('reach is asked of whom somebody stands for, so that it follows a cover', async () => {
  const alone = await names(
    `SELECT tablename || ': ' || policyname AS name FROM pg_policies WHERE schemaname = 'public'
        AND coalesce(qual, '') || coalesce(with_check, '') ~ '(a\\.coach_id|c\\.supervisor_id) = \\( SELECT acting_account'`,
  );
  expect(alone).toEqual([]);
});

test('a view shows no more than its reader may see', async () => {
  const open = await names(
    `SELECT relname AS name FROM pg_class WHERE relnamespace = 'public'::regnamespace AND relkind IN ('v', 'm')
        AND NOT coalesce(reloptions @> ARRAY['security_invoker=true'], false)`,
  );
  expect(open).toEqual([]);
});

test('every row of a tenant names its organization', async () => {
  const without = await names(
    `SELECT c.relname AS name FROM pg_class c WHERE c.relnamespace = 'public'::regnamespace AND c.relkind IN ('r', 'p')
        AND NOT EXISTS (SELECT 1 FROM pg_attribute a WHERE a.attrelid = c.oid AND a.attname = 'organization_id'
                           AND a.attnotnull) ORDER BY 1`,
  );
  expect(without).toEqual([...OF_NO_TENANT, 'organizations'].sort());
});

test('a row points only into its own organization', async () => {
  const across = await names(
    `SELECT conrelid::regclass || ' ' || conname AS name FROM pg_constraint
      WHERE contype = 'f' AND connamespace = 'public'::regnamespace AND confrelid <> 'organizations'::regclass
        AND NOT EXISTS (
          SELECT 1 FROM unnest(conkey, confkey) k (here, there)
            JOIN pg_attribute h ON h.attrelid = conrelid AND h.attnum = k.here AND h.attname = 'organization_id'
            JOIN pg_attribute t ON t.attrelid = confrelid AND t.attnum = k.there AND t.attname = 'organization_id')`,
  );
  expect(across).toEqual([]);
});

test('the login of the server reads no table before it takes a role', async () => {
  const readable: string[] = [];
  for (const table of tables)
    await login.query(`SELECT 1 FROM ${table} LIMIT 1`).then(
      () => readable.push(table),
      (error: { code: string }) => expect(error.code).toBe('42501'),
    );
  expect(readable).toEqual([]);
});

test('the login of the server may become neither the owner nor anything above', async () => {
  await expect(login.query('SET ROLE caseload_owner')).rejects.toMatchObject({ code: '42501' });
  const { rows } = await login.query(
    `SELECT rolsuper, rolbypassrls, rolcreaterole, rolcreatedb FROM pg_roles WHERE rolname = current_user`,
  );
  expect(rows).toEqual([{ rolsuper: false, rolbypassrls: false, rolcreaterole: false, rolcreatedb: false }]);
});

test.each(ACTING_ROLES)('as %s, a session that names no organization reads not one row', async (role) => {
  await login.query('BEGIN');
  await login.query(`SET LOCAL ROLE ${role}`);
  for (const table of tables) {
    const granted = await login.query(`SELECT has_table_privilege($1, 'SELECT') AS may`, [table]);
    if (!granted.rows[0].may) continue;
    const { rows } = await login.query(`SELECT count(*)::integer AS count FROM ${table}`);
    expect({ table, ...rows[0] }).toEqual({ table, count: 0 });
  }
  await login.query('ROLLBACK');
});
