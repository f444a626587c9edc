import { Injectable } from '@nestjs/common';
import type { Caller } from '../access/caller.js';
import { Door } from '../access/door.js';
import { BYTE_ORDER_MARK, csvLine } from '../http/csv.rules.js';
import { moveInReach } from './moves.queries.js';
import { rowsAfter, type StagedRow } from './move-rows.queries.js';
import { WHY_REFUSED } from './reading/fields.js';

const AT_A_TIME = 1_000;

/**
 * The refused rows as a file to mend and send again: the same headers and cells, and why at the end. Read piece by
 * piece, each in a trip of its own, so that whoever takes long holds nothing up.
 */
@Injectable()
export class RefusedRowsFile {
  constructor(private readonly door: Door) {}

  async open(caller: Caller, moveId: string): Promise<AsyncGenerator<string>> {
    const columns = await this.door.asActor(caller, async (tx, actor) => {
      const move = await moveInReach(tx, actor, moveId);
      actor.record({ action: 'move.refused-rows-taken', subjectId: moveId });
      return move.columns;
    });
    return this.lines(
      caller,
      moveId,
      columns.map(({ name }) => name),
    );
  }

  private async *lines(caller: Caller, moveId: string, headers: string[]): AsyncGenerator<string> {
    yield BYTE_ORDER_MARK + csvLine([...headers, WHY_REFUSED]);
    for (let after = 0; ;) {
      const from = after;
      const rows = await this.door.asActor(caller, (tx, actor) =>
        rowsAfter(tx, actor, moveId, from, AT_A_TIME, 'refused'),
      );
      if (rows.length === 0) return;
      yield rows.map((row) => lineOf(row, headers.length)).join('');
      after = rows.at(-1)!.row;
    }
  }
}

function lineOf({ cells, refusals }: StagedRow, width: number): string {
  const texts = Array.from({ length: width }, (_, index) => cells[index]?.text ?? '');
  const why = (refusals ?? []).map(({ column, words }) => (column ? `${column}: ${words}` : words));
  return csvLine([...texts, why.join(' ')]);
}
