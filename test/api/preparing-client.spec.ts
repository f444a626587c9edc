import type pg from 'pg';
import { PreparingClient } from '../../backend/database/preparing-client.js';
import { workerDatabase } from '../support/database.js';

let client: PreparingClient;

beforeAll(async () => {
  client = new PreparingClient({
    connectionString: (await workerDatabase()).runtime,
    pipeline: true,
  } as pg.ClientConfig);
  await client.connect();
});
afterAll(() => client.end());

/** How often this statement is prepared on the connection. */
async function countOf(statement: string): Promise<number> {
  client.actingRole = '';
  const { rows } = await client.query(
    'SELECT count(*)::integer AS count FROM pg_prepared_statements WHERE statement = $1',
    [statement],
  );
  return rows[0].count;
}

test('prepares a statement once, however often it is asked', async () => {
  const statement = 'SELECT $1::integer + 1 AS sum';
  for (const number of [1, 2, 3])
    expect((await client.query(statement, [number])).rows[0].sum).toBe(number + 1);
  expect(await countOf(statement)).toBe(1);
});

test('keeps a plan for each role, so that one role does not undo the plans of another', async () => {
  const statement = 'SELECT $1::integer + 2 AS sum';
  for (const role of ['coach', 'supervisor', 'coach', 'supervisor']) {
    client.actingRole = role;
    await client.query(statement, [1]);
  }
  expect(await countOf(statement)).toBe(2);
});

test('answers in the order in which it was asked', async () => {
  const asked = [1, 2, 3].map((number) => client.query('SELECT $1::integer AS number', [number]));
  const answers = await Promise.all(asked);
  expect(answers.map(({ rows }) => rows[0].number)).toEqual([1, 2, 3]);
});
