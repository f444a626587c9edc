import type { EntityManager } from 'typeorm';
import type { Actor } from '../access/door.js';
import type { Wanted } from './export-kind.js';
import type { AskForExport, Export, ExportFormat, ExportKindName, ExportState } from './export.dto.js';

/** What is asked for and never made, as nobody made it, goes after so long. */
const FORGOTTEN_AFTER_MS = 4 * 24 * 60 * 60 * 1000;
const MOST = 50;

export interface ExportRow {
  id: string;
  kind: ExportKindName;
  format: ExportFormat;
  from_on: string | null;
  through_on: string | null;
  program_id: string | null;
  program_name: string | null;
  is_for_outside: boolean;
  request_hash: Buffer;
  state: ExportState;
  done_count: number;
  row_count: number | null;
  byte_count: string | number | null;
  asked_at: Date;
  made_at: Date | null;
  taken_at: Date | null;
  expires_at: Date;
}

const COLUMNS = `e.id, e.kind, e.format, e.from_on, e.through_on, e.program_id, r.name AS program_name, e.is_for_outside,
  e.request_hash, e.state, e.done_count, e.row_count, e.byte_count, e.asked_at, e.made_at, e.taken_at, e.expires_at`;

/** Under the policies: one's own, asked for in the role one acts in. One whose time is over is not there any more. */
const OWN = `SELECT ${COLUMNS} FROM exports e
  LEFT JOIN programs r ON r.organization_id = e.organization_id AND r.id = e.program_id
 WHERE e.organization_id = $1 AND e.expires_at > $2`;

export async function newestExports(tx: EntityManager, actor: Actor): Promise<Export[]> {
  const rows = await tx.query<ExportRow[]>(`${OWN} ORDER BY e.asked_at DESC, e.id DESC LIMIT ${MOST}`, [
    actor.organizationId,
    actor.now,
  ]);
  return rows.map(exportView);
}

export async function ownExport(
  tx: EntityManager,
  actor: Actor,
  exportId: string,
): Promise<ExportRow | undefined> {
  const [row] = await tx.query<ExportRow[]>(`${OWN} AND e.id = $3`, [
    actor.organizationId,
    actor.now,
    exportId,
  ]);
  return row;
}

/** Of exactly the same, one that is not made yet. */
export async function sameUnderWay(
  tx: EntityManager,
  actor: Actor,
  requestHash: Buffer,
): Promise<ExportRow | undefined> {
  const [row] = await tx.query<ExportRow[]>(
    `${OWN} AND e.request_hash = $3 AND e.state IN ('waiting', 'working')`,
    [actor.organizationId, actor.now, requestHash],
  );
  return row;
}

export async function underWayCount(tx: EntityManager, actor: Actor): Promise<number> {
  const [row] = await tx.query<{ count: number }[]>(
    `SELECT count(*)::integer AS count FROM exports WHERE organization_id = $1 AND state IN ('waiting', 'working')`,
    [actor.organizationId],
  );
  return row!.count;
}

/** @returns false where the same is under way already, or the id is taken */
export async function insertExport(
  tx: EntityManager,
  { organizationId, accountId, role, now }: Actor,
  { exportId, kind, format }: AskForExport,
  wanted: Wanted,
  requestHash: Buffer,
): Promise<boolean> {
  const rows = await tx.query<unknown[]>(
    `INSERT INTO exports (organization_id, id, account_id, role, kind, format, from_on, through_on, program_id,
                          is_for_outside, request_hash, asked_at, expires_at)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13) ON CONFLICT DO NOTHING RETURNING id`,
    [
      ...[organizationId, exportId, accountId, role, kind, format, wanted.from, wanted.through],
      ...[wanted.programId, wanted.isForOutside, requestHash, now],
      new Date(now.getTime() + FORGOTTEN_AFTER_MS),
    ],
  );
  return rows.length === 1;
}

/** @returns whom the file tells of */
export async function markTaken(tx: EntityManager, actor: Actor, exportId: string): Promise<string[]> {
  const [row] = await tx.query<{ people: string[] }[]>('SELECT people_in_export($1) AS people', [exportId]);
  await tx.query('UPDATE exports SET taken_at = $3 WHERE organization_id = $1 AND id = $2', [
    actor.organizationId,
    exportId,
    actor.now,
  ]);
  return row!.people;
}

/** @returns undefined behind the last one, and where the file was forgotten meanwhile */
export async function partOf(
  tx: EntityManager,
  actor: Actor,
  exportId: string,
  part: number,
): Promise<Buffer | undefined> {
  const [row] = await tx.query<{ body: Buffer }[]>(
    'SELECT body FROM export_parts WHERE organization_id = $1 AND export_id = $2 AND part = $3',
    [actor.organizationId, exportId, part],
  );
  return row?.body;
}

export async function deleteExport(tx: EntityManager, actor: Actor, exportId: string): Promise<void> {
  await tx.query('DELETE FROM exports WHERE organization_id = $1 AND id = $2', [
    actor.organizationId,
    exportId,
  ]);
}

/** What it was asked for. */
export function wantedOf(
  row: Pick<ExportRow, 'from_on' | 'through_on' | 'program_id' | 'is_for_outside'>,
): Wanted {
  return {
    ...{ from: row.from_on, through: row.through_on, programId: row.program_id },
    isForOutside: row.is_for_outside,
  };
}

export function exportView(row: ExportRow): Export {
  return {
    exportId: row.id,
    ...{ kind: row.kind, format: row.format, from: row.from_on, through: row.through_on },
    ...{
      programId: row.program_id,
      programName: row.program_name,
      isForOutside: row.is_for_outside,
      state: row.state,
    },
    ...{ doneCount: row.done_count, rowCount: row.row_count },
    byteCount: row.byte_count === null ? null : Number(row.byte_count),
    ...{ askedAt: row.asked_at, madeAt: row.made_at, takenAt: row.taken_at, expiresAt: row.expires_at },
  };
}
