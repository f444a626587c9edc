import type { EntityManager } from 'typeorm';
import type { Actor } from '../access/door.js';
import { loadSettings } from '../coaches/load.queries.js';
import { recomputeStandings } from '../standing/all-standings.store.js';
import { ContactsMoving } from './contacts-moving.js';
import { groundOf } from './ground.queries.js';
import type { MoveDays } from './move.dto.js';
import { type MoveRecord, moveInReach } from './moves.queries.js';
import { finishMoving, finishTrying, type MoveToWorkOn } from './moves-under-way.queries.js';
import { deleteRows, rowsAfter, sayNothingOfRows, sayOfRows, type StagedRow } from './move-rows.queries.js';
import type { Moving } from './moving.js';
import { PeopleMoving } from './people-moving.js';
import { seeDay } from './reading/day-order.rules.js';
import { DAY_FIELDS } from './reading/fields.js';
import type { Matched } from './reading/row-typed.rules.js';
import { Stopped, TakenOver } from './stopped.js';
import { Tally } from './tally.js';

const AT_A_TIME = 1_000;

export interface Run {
  runId: string;
  signal: AbortSignal;
  /** In a transaction of its own. */
  tell(done: number): Promise<void>;
}

/**
 * Goes through a file from its first row to its last, in the caller's transaction: tries every row, or writes every row
 * that is ready. The rules are the same, asked anew: what was ready yesterday may not be today, and then nothing comes in.
 *
 * @throws Stopped, TakenOver: the transaction must not be committed
 */
export async function carry(
  tx: EntityManager,
  actor: Actor,
  { id, state }: MoveToWorkOn,
  run: Run,
): Promise<true> {
  // of two files of one organization the second sees what the first brought
  await tx.query(`SELECT pg_advisory_xact_lock(hashtextextended($1, 50))`, [actor.organizationId]);
  const move = await moveInReach(tx, actor, id);
  const moving = await movingOf(tx, actor, move);
  const tally = new Tally();
  const days: MoveDays = { monthFirst: 0, dayFirst: 0, either: 0 };
  const isTrying = state === 'trying';
  if (isTrying) await sayNothingOfRows(tx, actor, id);
  let done = 0;
  for (let after = 0, rows; (rows = await rowsAfter(tx, actor, id, after, AT_A_TIME)).length > 0;) {
    if (run.signal.aborted) throw new TakenOver();
    const decided = await moving.decide(tx, actor, rows);
    for (const each of decided) tally.add(each);
    if (isTrying) {
      lookAtDays(rows, move, days, actor.today);
      await sayOfRows(tx, actor, id, decided);
    } else await moving.bring(tx, actor);
    after = rows.at(-1)!.row;
    done += rows.length;
    await run.tell(done);
  }
  const isOurs = isTrying
    ? await finishTrying(tx, actor, id, run.runId, tally.tried(), days)
    : await finish(tx, actor, move, moving, tally, run.runId);
  if (!isOurs) throw new TakenOver();
  return true;
}

async function movingOf(tx: EntityManager, actor: Actor, move: MoveRecord): Promise<Moving> {
  const matched: Matched = {
    kind: move.kind,
    columns: move.columns.map(({ index, name, field }) => ({ index, name, field })),
    dayOrder: move.day_order,
    today: actor.today,
  };
  const ground = await groundOf(tx, actor);
  if (move.kind === 'contacts') return new ContactsMoving(move.id, ground, matched);
  const { weights } = await loadSettings(tx, actor);
  const { id, sent_at: sentAt, program_id: programId, are_new_people: areNewPeople } = move;
  return new PeopleMoving({ id, sentAt, programId, areNewPeople }, ground, matched, weights);
}

async function finish(
  tx: EntityManager,
  actor: Actor,
  move: MoveRecord,
  { touched, coaches }: Moving,
  tally: Tally,
  runId: string,
): Promise<boolean> {
  if (tally.refused > (move.leaves_out_refused ? (move.tried?.refused ?? 0) : 0))
    throw new Stopped({
      code: 'move-changed-meanwhile',
      words:
        'Something changed since the rows were tried, and more of them would be refused now. Nothing was brought in. Have them tried once more.',
    });
  await recomputeStandings(tx, [...touched.keys()]);
  await tx.query(
    `INSERT INTO trail (organization_id, at, account_id, role, action, participant_id, subject_id, why, outcome, request_id)
     SELECT $1, $2, $3, $4, t.action, t.id, $5, nullif(t.why, ''), 'done', $6
       FROM unnest($7::uuid[], $8::text[], $9::text[]) AS t (id, action, why)`,
    [
      ...[actor.organizationId, actor.now, actor.accountId, actor.role, move.id, actor.requestId],
      [...touched.keys()],
      [...touched.values()].map(({ action }) => action),
      [...touched.values()].map(({ count }) => (move.kind === 'contacts' ? `${count} contacts` : '')),
    ],
  );
  // one word for each coach whose people changed, not one for each row
  await tx.query(
    'SELECT announce(c.participant_id, ARRAY[c.id]) FROM unnest($1::uuid[], $2::uuid[]) AS c (id, participant_id)',
    [[...coaches.keys()], [...coaches.values()]],
  );
  await deleteRows(tx, actor, move.id);
  actor.record({ action: 'move.done', subjectId: move.id });
  return finishMoving(tx, actor, move.id, runId, tally.moved());
}

function lookAtDays(rows: StagedRow[], { columns }: MoveRecord, days: MoveDays, today: string): void {
  for (const { index, field } of columns)
    if (field && DAY_FIELDS.includes(field))
      for (const { cells } of rows) {
        const cell = cells[index];
        if (cell && cell.text !== '')
          seeDay(days, cell, { is: field === 'bornOn' ? 'birth' : 'event', today });
      }
}
