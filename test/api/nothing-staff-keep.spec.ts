import { hashOf, newToken } from '../../backend/access/session-cookie.js';
import { Client } from '../support/client.js';
import { cloneOf } from '../support/database.js';
import { isForParticipants, routesOf } from '../support/routes-of.js';
import { sampleTemplate } from '../support/sample-template.js';
import { startTestServer, type TestServer } from '../support/server.js';

/** Stands in no text of ours, so that where it is found it came from a row. */
const KEPT = 'zzkept';

interface Column {
  table: string;
  name: string;
  type: string;
  isGranted: boolean;
  isOfParticipant: boolean;
}

let server: TestServer;
let theo: Client;
let participantId: string;
let columns: Column[];
const planted: string[] = [];

beforeAll(async () => {
  server = await startTestServer({}, await cloneOf(await sampleTemplate(), 'nothing_staff_keep'));
  server.clock.set(new Date());
  await signTheoIn();
  columns = await textColumns();
  await plantInWhatStaffKeep();
  await plantInRowsNotShared();
  await plantInTheRowsOfOthers();
});
afterAll(() => server.close());

async function signTheoIn(): Promise<void> {
  const { rows } = await server.database.query<{ id: string; organization_id: string; account_id: string }>(
    `SELECT p.id, p.organization_id, p.account_id FROM participants p
       JOIN accounts a ON a.organization_id = p.organization_id AND a.id = p.account_id AND a.sign_in_name = 'theo'`,
  );
  const { id, organization_id, account_id } = rows[0]!;
  participantId = id;
  const token = newToken();
  await server.database.query('SELECT start_session($1, $2, $3, $4)', [
    organization_id,
    account_id,
    hashOf(token),
    server.clock.now(),
  ]);
  theo = new Client(server.url, `session=${token}`);
}

/** Every column of every tenant's table that can hold words. */
async function textColumns(): Promise<Column[]> {
  const { rows } = await server.database.query<Column>(
    `SELECT c.relname AS "table", a.attname AS name, format_type(a.atttypid, NULL) AS type,
            has_column_privilege('caseload_participant', c.oid, a.attnum, 'SELECT') AS "isGranted",
            EXISTS (SELECT 1 FROM pg_attribute p WHERE p.attrelid = c.oid AND p.attname = 'participant_id')
              AS "isOfParticipant"
       FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped
      WHERE c.relnamespace = 'public'::regnamespace AND c.relkind IN ('r', 'p') AND a.attgenerated = ''
        AND a.atttypid = ANY (ARRAY['text'::regtype, 'text[]'::regtype, 'jsonb'::regtype])
        AND EXISTS (SELECT 1 FROM pg_attribute o WHERE o.attrelid = c.oid AND o.attname = 'organization_id')
      ORDER BY 1, 2`,
  );
  return rows;
}

/** @returns in how many rows, or undefined where the database takes no free words: a choice, a key, a cipher */
async function plant({ table, name, type }: Column, where: string): Promise<number | undefined> {
  const word = `${KEPT} ${table} ${name}`;
  const inType: Record<string, string> = {
    text: `'${word}'`,
    'text[]': `ARRAY['${word}']`,
    jsonb: `CASE jsonb_typeof(${name}) WHEN 'array' THEN ${name} ELSE ${name} || '{"teamNote": "${word}"}' END`,
  };
  try {
    const { rowCount } = await server.database.query(
      `UPDATE ${table} SET ${name} = ${inType[type]} WHERE ${where}`,
    );
    return rowCount ?? 0;
  } catch (error) {
    expect((error as { code: string }).code).toMatch(/^(23514|23505|23503|42501)$/);
    return undefined;
  }
}

async function plantInWhatStaffKeep(): Promise<void> {
  for (const column of columns)
    if (!column.isGranted && !column.table.startsWith('pass')) {
      const isIn = await plant(column, `${column.name} IS NOT NULL`);
      if (isIn) planted.push(`${column.table}.${column.name}`);
    }
}

async function plantInRowsNotShared(): Promise<void> {
  const words = { table: 'contact_addenda', name: 'words', type: 'text' } as Column;
  expect(await plant(words, 'NOT is_shared')).toBeGreaterThan(0);
  const voided = { table: 'contacts', name: 'shared_note', type: 'text' } as Column;
  expect(await plant(voided, 'voided_at IS NOT NULL')).toBeGreaterThan(0);
}

async function plantInTheRowsOfOthers(): Promise<void> {
  let count = 0;
  for (const column of columns)
    if (column.isOfParticipant && column.isGranted)
      count += (await plant(column, `participant_id <> '${participantId}'`)) ?? 0;
  expect(count).toBeGreaterThan(1_000);
}

/** Whatever an address of theirs may name: two of each kind, of their own record and of what staff keep about it. */
async function idsAbout(): Promise<string[]> {
  const { rows: tables } = await server.database.query<{ name: string }>(
    `SELECT c.relname AS name FROM pg_class c WHERE c.relnamespace = 'public'::regnamespace AND c.relkind = 'r'
        AND 2 = (SELECT count(*) FROM pg_attribute a WHERE a.attrelid = c.oid AND a.attname IN ('id', 'participant_id')
                    AND a.atttypid = 'uuid'::regtype)`,
  );
  const ids: string[] = [];
  for (const { name } of tables) {
    const { rows } = await server.database.query<{ id: string }>(
      `SELECT id FROM ${name} WHERE participant_id = $1 ORDER BY id DESC LIMIT 2`,
      [participantId],
    );
    ids.push(...rows.map(({ id }) => id));
  }
  return ids;
}

test('there is something to find: words stand in what staff keep, all over the sample', () => {
  expect(planted).toEqual(
    expect.arrayContaining([
      'contact_team_notes.words',
      'contact_versions.fields',
      'contacts.void_reason',
      'drafts.body',
      'planned_contacts.end_reason',
      'promises.words',
      'risk_notes.what_was_done',
      'supporters.about',
      'ways_to_reach.why_not',
    ]),
  );
});

test('not one word that staff keep, or that is another’s, is in any answer to a participant', async () => {
  await theo.post('/api/record-copies', { copyId: '019e0000-0000-7000-8000-000000000001' });
  await server.jobs.run('record-copies');
  const ids = await idsAbout();
  const places = [...ids, participantId, 'signs', 'people', '1', '2', 'harbor'];
  const routes = routesOf(server).filter((route) => route.method === 'get' && isForParticipants(route));
  const addresses = routes.flatMap(({ path }) =>
    path.includes('{format}')
      ? ids.flatMap((id) =>
          ['html', 'json'].map((format) => path.replace('{id}', id).replace('{format}', format)),
        )
      : path.includes('{')
        ? places.map((place) => path.replace(/\{\w+\}/, place))
        : [path],
  );
  const found: string[] = [];
  let answered = 0;
  for (const address of addresses) {
    const { status, body } = await theo.get(address);
    if (status < 300) answered += 1;
    const words = new RegExp(`${KEPT}[^"<]*`).exec(typeof body === 'string' ? body : JSON.stringify(body));
    if (words) found.push(`${address}: ${words[0]}`);
  }
  expect(found).toEqual([]);
  // all that name nothing, what has an id for some of them, and the copy in both its forms
  expect(answered).toBeGreaterThan(routes.filter(({ path }) => !path.includes('{')).length + 4);
});

test('the copy is theirs to the last word: what they wrote stands in it, next to what was planted in none', async () => {
  const { items } = (await theo.get('/api/record-copies')).body;
  const { body } = await theo.get(`/api/record-copies/${items[0].copyId}/json`);
  expect(body.parts['own-words'].length).toBeGreaterThan(0);
  expect(body.parts.notes.length).toBeGreaterThan(20);
});
