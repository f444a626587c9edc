import type { EntityManager } from 'typeorm';
import { type Actor, found } from '../access/door.js';
import { isId } from '../http/fields.js';
import { notFound } from '../http/problem.js';
import type { Move, MoveColumn, MoveDays, MoveLine, MoveState, MoveTold } from './move.dto.js';
import { fieldsOf } from './matched.rules.js';
import type { DayOrder } from './reading/day-typed.rules.js';
import type { MoveKind } from './reading/fields.js';

export interface MoveRecord {
  id: string;
  kind: MoveKind;
  file_name: string;
  byte_count: number;
  sha256: Buffer;
  sheet_asked: string | null;
  told: MoveTold;
  columns: MoveColumn[];
  row_count: number;
  days: MoveDays;
  day_order: DayOrder;
  program_id: string | null;
  are_new_people: boolean;
  leaves_out_refused: boolean;
  state: MoveState;
  done_count: number;
  tried: Move['tried'];
  moved: Omit<NonNullable<Move['moved']>, 'at'> | null;
  moved_at: Date | null;
  stopped: Move['stopped'];
  sent_by: string;
  sent_by_name: string;
  sent_at: Date;
  expires_at: Date;
  version: number;
}

const SELECT = `
  SELECT m.*, a.name AS sent_by_name FROM moves m
    JOIN accounts a ON a.organization_id = m.organization_id AND a.id = m.sent_by
   WHERE m.organization_id = $1`;

export async function moveOfId(
  tx: EntityManager,
  actor: Pick<Actor, 'organizationId'>,
  moveId: string,
): Promise<MoveRecord | undefined> {
  if (!isId(moveId)) throw notFound('move');
  const [row] = await tx.query<MoveRecord[]>(`${SELECT} AND m.id = $2`, [actor.organizationId, moveId]);
  return row;
}

/** @throws Problem 404, the same for missing, out of reach and malformed. */
export async function moveInReach(
  tx: EntityManager,
  actor: Pick<Actor, 'organizationId'>,
  moveId: string,
): Promise<MoveRecord> {
  return found(await moveOfId(tx, actor, moveId), 'move');
}

export async function newestMoves(tx: EntityManager, actor: Actor): Promise<MoveLine[]> {
  const rows = await tx.query<MoveRecord[]>(`${SELECT} ORDER BY m.sent_at DESC, m.id DESC LIMIT 50`, [
    actor.organizationId,
  ]);
  return rows.map((row) => ({
    ...lineOf(row),
    refused: row.tried?.refused ?? null,
  }));
}

export function moveView(row: MoveRecord): Move {
  const isUnderWay = row.state === 'trying' || row.state === 'moving';
  return {
    ...lineOf(row),
    version: row.version,
    bytes: row.byte_count,
    told: row.told,
    columns: row.columns,
    fields: fieldsOf(row.kind),
    days: row.days,
    dayOrder: row.day_order,
    programId: row.program_id,
    areNewPeople: row.are_new_people,
    progress: isUnderWay ? { done: Math.min(row.done_count, row.row_count), of: row.row_count } : null,
    tried: row.tried,
    moved: row.moved && row.moved_at && { ...row.moved, at: row.moved_at },
    stopped: row.stopped,
    expiresAt: row.expires_at,
  };
}

function lineOf(row: MoveRecord): Omit<MoveLine, 'refused'> {
  return {
    moveId: row.id,
    kind: row.kind,
    fileName: row.file_name,
    sentAt: row.sent_at,
    sentBy: { accountId: row.sent_by, name: row.sent_by_name },
    state: row.state,
    rowCount: row.row_count,
  };
}

/** What a person chose the last time for each header, by `headerKey`. */
export async function rememberedMatching(
  tx: EntityManager,
  actor: Actor,
  kind: MoveKind,
): Promise<Map<string, MoveColumn['field']>> {
  const rows = await tx.query<{ header: string; field: MoveColumn['field'] }[]>(
    'SELECT header, field FROM move_matchings WHERE organization_id = $1 AND kind = $2',
    [actor.organizationId, kind],
  );
  return new Map(rows.map(({ header, field }) => [header, field]));
}

export async function rememberMatching(
  tx: EntityManager,
  actor: Actor,
  kind: MoveKind,
  fields: ReadonlyMap<string, MoveColumn['field']>,
): Promise<void> {
  await tx.query(
    `INSERT INTO move_matchings (organization_id, kind, header, field, matched_at)
     SELECT $1, $2, m.header, m.field, $5 FROM unnest($3::text[], $4::text[]) AS m (header, field)
     ON CONFLICT (organization_id, kind, header) DO UPDATE SET field = excluded.field, matched_at = excluded.matched_at`,
    [actor.organizationId, kind, [...fields.keys()], [...fields.values()], actor.now],
  );
}
