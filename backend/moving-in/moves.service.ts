import { Injectable } from '@nestjs/common';
import type { Caller } from '../access/caller.js';
import { type Actor, Door } from '../access/door.js';
import { isId } from '../http/fields.js';
import { notFound, Problem, stale } from '../http/problem.js';
import { programInReach } from '../organization/programs.queries.js';
import type { EntityManager } from 'typeorm';
import { matchedColumns, wrongWithMatching } from './matched.rules.js';
import type { Matching, Move, MoveRows, Moves, MoveSent, RowsAsked } from './move.dto.js';
import { rowsAfter, rowView } from './move-rows.queries.js';
import {
  type MoveRecord,
  moveInReach,
  moveOfId,
  moveView,
  newestMoves,
  rememberMatching,
} from './moves.queries.js';
import { headerKey } from './reading/guess-columns.rules.js';
import { alreadySent, readFile, stage } from './send-move.js';

/** The job that tries files, brings them in, and forgets those whose time is over; a request wakes it. */
export const MOVING_IN = 'moving-in';

const ROWS_A_PAGE = 50;

/** A file on its way in: sent, matched by a person, tried, and brought in as a whole or not at all. */
@Injectable()
export class MovesService {
  constructor(private readonly door: Door) {}

  /**
   * Takes a file. Sent again it is the same; another sheet of the same file takes its place while nothing was begun.
   * @throws Problem 409 for another file under this id, 413, 422 with what is wrong with the file
   */
  async send(
    caller: Caller,
    moveId: string,
    sent: MoveSent,
    bytes: AsyncIterable<Uint8Array>,
  ): Promise<Move> {
    // who may not send one has nothing read of theirs
    await this.door.asActor(caller, () => {
      if (!isId(moveId) || moveId[14] !== '7') throw notFound('move');
      return Promise.resolve();
    });
    const file = await readFile(bytes, sent.sheetName);
    return this.door.asActor(caller, async (tx, actor) => {
      const before = await moveOfId(tx, actor, moveId);
      if (before && !(before.kind === sent.kind && before.sha256.equals(file.sha256))) throw alreadySent();
      if (before && before.sheet_asked === (sent.sheetName ?? null)) return moveView(before);
      if (before) {
        refuseUnless(before, ['read', 'tried', 'stopped']);
        await forget(tx, actor, moveId);
      }
      return moveView(await stage(tx, actor, moveId, sent, file));
    });
  }

  list(caller: Caller): Promise<Moves> {
    return this.door.asActor(caller, async (tx, actor) => ({ items: await newestMoves(tx, actor) }));
  }

  one(caller: Caller, moveId: string): Promise<Move> {
    return this.door.asActor(caller, async (tx, actor) => moveView(await moveInReach(tx, actor, moveId)));
  }

  /** Says which column is what, and has every row tried. Sent again it is tried anew. */
  match(caller: Caller, moveId: string, version: number, asked: Matching): Promise<Move> {
    return this.door.asActor(caller, async (tx, actor) => {
      const move = await moveInReach(tx, actor, moveId);
      if (move.version !== version) throw stale(moveView(move), asked);
      refuseUnless(move, ['read', 'tried', 'stopped']);
      const columns = matchedColumns(move.columns, asked.columns);
      const fields = wrongWithMatching(move.kind, columns);
      if (fields.length > 0)
        throw new Problem(422, 'input-invalid', 'Something needs another look. The file is kept.', {
          fields,
        });
      if (asked.programId) await programInReach(tx, actor, asked.programId);
      await rememberMatching(
        tx,
        actor,
        move.kind,
        new Map(columns.map(({ name, field }) => [headerKey(name), field])),
      );
      await tx.query(
        `UPDATE moves SET columns = $3, day_order = $4, program_id = $5, are_new_people = $6, state = 'trying',
                asked_by = $7, run_id = NULL, try_count = 0, done_count = 0, tried = NULL, stopped = NULL, version = version + 1
          WHERE organization_id = $1 AND id = $2`,
        [
          ...[actor.organizationId, moveId, JSON.stringify(columns), asked.dayOrder],
          ...[asked.programId ?? null, asked.areNewPeople ?? false, actor.accountId],
        ],
      );
      actor.record({ action: 'move.matched', subjectId: moveId });
      return this.wake(tx, actor, moveId);
    });
  }

  rows(caller: Caller, moveId: string, { after, what }: RowsAsked): Promise<MoveRows> {
    return this.door.asActor(caller, async (tx, actor) => {
      await moveInReach(tx, actor, moveId);
      const from = /^\d{1,9}$/.test(after ?? '') ? Number(after) : 0;
      const rows = await rowsAfter(tx, actor, moveId, from, ROWS_A_PAGE + 1, what);
      const items = rows.slice(0, ROWS_A_PAGE).map(rowView);
      return { items, next: rows.length > ROWS_A_PAGE ? String(items.at(-1)!.row) : null };
    });
  }

  /**
   * Has the rows that are ready brought in, all of them together.
   * @throws Problem 409 before every row was tried, or while some are refused and nobody said to leave them out
   */
  go(caller: Caller, moveId: string, version: number, leaveOutRefused: boolean): Promise<Move> {
    return this.door.asActor(caller, async (tx, actor) => {
      const move = await moveInReach(tx, actor, moveId);
      // sent again, the answer to the first may have been lost
      if (move.state === 'moving' || move.state === 'moved') return moveView(move);
      if (move.version !== version) throw stale(moveView(move), { leaveOutRefused });
      if (move.state !== 'tried' || !move.tried)
        throw new Problem(409, 'move-not-tried', 'Not every row was tried yet. Match the columns first.');
      if (move.tried.refused > 0 && !leaveOutRefused)
        throw new Problem(
          409,
          'move-has-refused-rows',
          'Some rows would be refused. Mend them and send the file again, or leave them out.',
        );
      await tx.query(
        `UPDATE moves SET state = 'moving', leaves_out_refused = $3, asked_by = $4, run_id = NULL, try_count = 0,
                done_count = 0, version = version + 1
          WHERE organization_id = $1 AND id = $2`,
        [actor.organizationId, moveId, leaveOutRefused, actor.accountId],
      );
      actor.record({ action: 'move.begun', subjectId: moveId });
      return this.wake(tx, actor, moveId);
    });
  }

  forget(caller: Caller, moveId: string): Promise<void> {
    return this.door.asActor(caller, async (tx, actor) => {
      const move = await moveInReach(tx, actor, moveId);
      refuseUnless(move, ['read', 'trying', 'tried', 'stopped']);
      await forget(tx, actor, moveId);
      actor.record({ action: 'move.forgotten', subjectId: moveId });
    });
  }

  private async wake(tx: EntityManager, actor: Actor, moveId: string): Promise<Move> {
    await tx.query(`SELECT pg_notify('alongside_jobs', $1)`, [MOVING_IN]);
    return moveView(await moveInReach(tx, actor, moveId));
  }
}

/** @throws Problem 409 for a file that is under way, or in */
function refuseUnless({ state }: MoveRecord, states: MoveRecord['state'][]): void {
  if (states.includes(state)) return;
  throw state === 'moved'
    ? new Problem(409, 'move-already-in', 'This file is in already, and what came with it stays.')
    : new Problem(
        409,
        'move-under-way',
        'This file is being worked on at this moment. Wait until that is done.',
      );
}

async function forget(tx: EntityManager, actor: Actor, moveId: string): Promise<void> {
  await tx.query('DELETE FROM moves WHERE organization_id = $1 AND id = $2', [actor.organizationId, moveId]);
}
