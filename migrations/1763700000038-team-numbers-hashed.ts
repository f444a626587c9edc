import type { MigrationInterface, QueryRunner } from 'typeorm';

const ONE_BY_ONE = 's.coach_id = ANY (ARRAY(SELECT id FROM team))';
const HASHED = 's.coach_id IN (SELECT id FROM team)';

/** Each participant's coach is looked up in the team by hashing, and no longer held against one coach after the other. */
export class TeamNumbersHashed1763700000038 implements MigrationInterface {
  up(runner: QueryRunner): Promise<void> {
    return rewrite(runner, ONE_BY_ONE, HASHED);
  }

  down(runner: QueryRunner): Promise<void> {
    return rewrite(runner, HASHED, ONE_BY_ONE);
  }
}

/** Makes the function anew with other words in its text; its grants stay. */
async function rewrite(runner: QueryRunner, from: string, to: string): Promise<void> {
  const [row] = (await runner.query(
    `SELECT pg_get_functiondef(p.oid) AS text FROM pg_proc p
      WHERE p.pronamespace = 'public'::regnamespace AND p.proname = 'team_numbers'`,
  )) as { text: string }[];
  const text = row?.text ?? '';
  if (!text.includes(from)) throw new Error(`team_numbers does not say: ${from}`);
  await runner.query(text.replaceAll(from, to));
}
