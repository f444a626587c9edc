import type pg from 'pg';
import { v7 as newId } from 'uuid';
import { rowsOfRecords } from '../given/record-rows.js';
import { asOwner, cloneOf } from '../support/database.js';
import { sampleTemplate } from '../support/sample-template.js';

let owner: pg.Client;

beforeAll(async () => {
  owner = await asOwner(await cloneOf(await sampleTemplate(), 'merge_undone_any_table'));
});
afterAll(() => owner.end());

test.each([
  ['theo', 'mina'],
  ['mina', 'theo'],
])(
  'a merge of %s into %s undone gives both every row back that they had, in every table there is',
  async (fromName, intoName) => {
    const { rows } = await owner.query<Record<'name' | 'id' | 'account' | 'organization' | 'ada', string>>(
      `SELECT a.sign_in_name AS name, p.id, p.account_id AS account, p.organization_id AS organization, ada.id AS ada
         FROM participants p
         JOIN accounts a ON a.organization_id = p.organization_id AND a.id = p.account_id AND a.sign_in_name IN ('theo', 'mina')
         JOIN accounts ada ON ada.organization_id = p.organization_id AND ada.sign_in_name = 'ada'`,
    );
    const [from, into] = [fromName, intoName].map((name) => rows.find((row) => row.name === name)!);
    const both = [from!.id, into!.id];
    const before = await rowsOfRecords(owner, both);
    expect(Object.keys(before).length).toBeGreaterThan(20);
    const mergeId = newId();
    const step = async (sql: string, values: unknown[]): Promise<unknown[]> => {
      await owner.query('BEGIN');
      await owner.query(
        `SELECT set_config('app.organization_id', $1, true), set_config('app.account_id', $2, true)`,
        [into!.organization, into!.ada],
      );
      const answer = await owner.query(sql, values);
      await owner.query('COMMIT');
      return answer.rows;
    };
    await step(
      `SELECT merge_participants($1, $2, $3, '{"preferredName":"T","legalName":"L","pronouns":"","language":"en"}', $4, '',
                                 '', current_date, now()) AS became`,
      [mergeId, from!.id, into!.id, from!.account],
    );
    await step('SELECT keep_what_became($1)', [mergeId]);
    expect((await rowsOfRecords(owner, [from!.id]))['participants']).toBeUndefined();
    expect(await step('SELECT undo_merge($1, now()) AS became', [mergeId])).toEqual([{ became: 'undone' }]);
    expect(await rowsOfRecords(owner, both)).toEqual(before);
  },
);
