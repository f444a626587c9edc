import { Injectable } from '@nestjs/common';
import type { Caller } from '../access/caller.js';
import { Door } from '../access/door.js';
import type { Role } from '../access/roles.js';
import { isId } from '../http/fields.js';
import { invalid, notFound } from '../http/problem.js';
import { type AccountChange, type AccountHistory } from './account-roles.dto.js';
import { personNow } from './people.queries.js';

const PAGE = 30;

interface ChangeRow {
  id: string;
  at: Date;
  action: AccountChange['action'];
  why: string | null;
  by_account_id: string;
  by_name: string | null;
  by_role: Role;
}

/** Who changed what about an account: the trail's own lines, which nobody can change. */
@Injectable()
export class AccountHistoryService {
  constructor(private readonly door: Door) {}

  open(caller: Caller, accountId: string, after: string | undefined): Promise<AccountHistory> {
    return this.door.asActor(caller, async (tx, actor) => {
      if (!isId(accountId)) throw notFound('account');
      if (after !== undefined && !/^\d{1,18}$/.test(after))
        throw invalid('after', 'cursor-unknown', 'This list does not go on from there.');
      await personNow(tx, actor, accountId);
      const rows = await tx.query<ChangeRow[]>('SELECT * FROM history_of_account($1, $2, $3)', [
        accountId,
        after ?? null,
        PAGE + 1,
      ]);
      actor.record({ action: 'people.history-opened', subjectId: accountId });
      const items = rows.slice(0, PAGE).map((row) => ({
        at: row.at,
        action: row.action,
        what: row.why ?? '',
        by: { accountId: row.by_account_id, name: row.by_name ?? '' },
        byRole: row.by_role,
      }));
      return { items, next: rows.length > PAGE ? String(rows[PAGE - 1]!.id) : null };
    });
  }
}
