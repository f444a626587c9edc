import type { EntityManager } from 'typeorm';
import type { Actor } from '../access/door.js';
import type { Cell, SheetRow } from './reading/sheet.js';
import type { MoveRow, SaidOfRow } from './move.dto.js';

/** A row as it was sent, on its way in. */
export interface StagedRow extends SheetRow {
  refusals: SaidOfRow[] | null;
  marks: SaidOfRow[] | null;
}

interface RowRecord {
  row: number;
  cells: Cell[];
  has_more_cells: boolean;
  refusals: SaidOfRow[] | null;
  marks: SaidOfRow[] | null;
}

type Here = Pick<Actor, 'organizationId'>;

export async function stageRows(
  tx: EntityManager,
  actor: Here,
  moveId: string,
  rows: SheetRow[],
): Promise<void> {
  await tx.query(
    `INSERT INTO move_rows (organization_id, move_id, row, cells, has_more_cells)
     SELECT $1, $2, r.row, r.cells, coalesce(r."hasMoreCells", false)
       FROM jsonb_to_recordset($3::jsonb) AS r (row integer, cells jsonb, "hasMoreCells" boolean)`,
    [actor.organizationId, moveId, JSON.stringify(rows)],
  );
}

/** The next rows behind one, in their order. */
export async function rowsAfter(
  tx: EntityManager,
  actor: Here,
  moveId: string,
  after: number,
  most: number,
  which: 'all' | 'refused' | 'marked' = 'all',
): Promise<StagedRow[]> {
  const only = { all: '', refused: 'AND refusals IS NOT NULL', marked: 'AND marks IS NOT NULL' }[which];
  const rows = await tx.query<RowRecord[]>(
    `SELECT row, cells, has_more_cells, refusals, marks FROM move_rows
      WHERE organization_id = $1 AND move_id = $2 AND row > $3 ${only} ORDER BY row LIMIT $4`,
    [actor.organizationId, moveId, after, most],
  );
  return rows.map(({ row, cells, has_more_cells, refusals, marks }) => ({
    row,
    cells,
    ...(has_more_cells ? { hasMoreCells: true as const } : {}),
    refusals,
    marks,
  }));
}

export function rowView({ row, cells, refusals, marks }: StagedRow): MoveRow {
  return { row, cells: cells.map(({ text }) => text), refusals: refusals ?? [], marks: marks ?? [] };
}

/** What is said about rows: kept with those of which there is something to say. */
export async function sayOfRows(
  tx: EntityManager,
  actor: Here,
  moveId: string,
  said: { row: number; refusals: SaidOfRow[]; marks: SaidOfRow[] }[],
): Promise<void> {
  const worth = said.filter(({ refusals, marks }) => refusals.length + marks.length > 0);
  if (worth.length === 0) return;
  await tx.query(
    `UPDATE move_rows m SET refusals = nullif(s.refusals, '[]'), marks = nullif(s.marks, '[]')
       FROM jsonb_to_recordset($3::jsonb) AS s (row integer, refusals jsonb, marks jsonb)
      WHERE m.organization_id = $1 AND m.move_id = $2 AND m.row = s.row`,
    [actor.organizationId, moveId, JSON.stringify(worth)],
  );
}

export async function sayNothingOfRows(tx: EntityManager, actor: Here, moveId: string): Promise<void> {
  await tx.query(
    `UPDATE move_rows SET refusals = NULL, marks = NULL
      WHERE organization_id = $1 AND move_id = $2 AND (refusals IS NOT NULL OR marks IS NOT NULL)`,
    [actor.organizationId, moveId],
  );
}

export async function deleteRows(tx: EntityManager, actor: Here, moveId: string): Promise<void> {
  await tx.query('DELETE FROM move_rows WHERE organization_id = $1 AND move_id = $2', [
    actor.organizationId,
    moveId,
  ]);
}
