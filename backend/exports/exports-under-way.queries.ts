import type { EntityManager } from 'typeorm';
import type { Actor } from '../access/door.js';
import type { ExportFormat, ExportKindName } from './export.dto.js';

export interface ExportToMake {
  id: string;
  account_id: string;
  role: 'administrator' | 'supervisor';
  kind: ExportKindName;
  format: ExportFormat;
  from_on: string | null;
  through_on: string | null;
  program_id: string | null;
  is_for_outside: boolean;
  try_count: number;
}

/**
 * Takes the export asked for longest ago, as `caseload_jobs`: one that nobody works on, or one whose pass was killed.
 * Passes of one job never run side by side; should one only have slept, it finds its run is over and writes no more.
 *
 * @param not those this pass has seen to
 */
export async function takeExport(
  tx: EntityManager,
  organizationId: string,
  runId: string,
  not: string[],
): Promise<ExportToMake | undefined> {
  const [rows] = await tx.query<[ExportToMake[], number]>(
    `UPDATE exports SET state = 'working', run_id = $2, done_count = 0, try_count = try_count + 1
      WHERE organization_id = $1 AND id = (
        SELECT id FROM exports WHERE organization_id = $1 AND state IN ('waiting', 'working') AND NOT id = ANY ($3)
         ORDER BY asked_at, id LIMIT 1)
     RETURNING id, account_id, role, kind, format, from_on, through_on, program_id, is_for_outside, try_count`,
    [organizationId, runId, not],
  );
  return rows[0];
}

/** It did not work several times: whoever asked is told, and may ask anew. */
export async function giveUpExport(
  tx: EntityManager,
  organizationId: string,
  exportId: string,
): Promise<void> {
  await tx.query(`UPDATE exports SET state = 'failed' WHERE organization_id = $1 AND id = $2`, [
    organizationId,
    exportId,
  ]);
}

/** As `caseload_jobs`: those whose time is over, and of those who may not take them any more. */
export async function forgetExports(tx: EntityManager, now: Date): Promise<void> {
  await tx.query('SELECT forget_exports($1)', [now]);
}

/** The pass that works on an export. */
export interface Run {
  exportId: string;
  runId: string;
}

/**
 * As whoever asked, in a transaction of its own, so that a page shows it: how far it is, and the next part.
 *
 * @param next null where rows were written and none is whole yet
 * @returns false when it was called off, or another pass has taken it over
 */
export async function keepPart(
  tx: EntityManager,
  { organizationId }: Actor,
  { exportId, runId }: Run,
  { doneCount, rowCount }: { doneCount: number; rowCount: number },
  next: { part: number; body: Buffer } | null,
): Promise<boolean> {
  const [, count] = await tx.query<[unknown, number]>(
    `UPDATE exports SET done_count = $4, row_count = $5
      WHERE organization_id = $1 AND id = $2 AND run_id = $3 AND state = 'working'`,
    [organizationId, exportId, runId, doneCount, rowCount],
  );
  if (count !== 1) return false;
  // what a pass left that was killed is not of this moment
  if (next?.part === 0)
    await tx.query('DELETE FROM export_parts WHERE organization_id = $1 AND export_id = $2', [
      organizationId,
      exportId,
    ]);
  if (next)
    await tx.query(
      'INSERT INTO export_parts (organization_id, export_id, part, body) VALUES ($1, $2, $3, $4)',
      [organizationId, exportId, next.part, next.body],
    );
  return true;
}

/** As whoever asked: the file is there to take. @returns false as above */
export async function finishExport(
  tx: EntityManager,
  { organizationId, now }: Actor,
  { exportId, runId }: Run,
  made: { rowCount: number; byteCount: number; participantIds: string[]; expiresAt: Date },
): Promise<boolean> {
  const [, count] = await tx.query<[unknown, number]>(
    `UPDATE exports SET state = 'ready', done_count = $4, row_count = $4, byte_count = $5, participant_ids = $6,
            made_at = $7, expires_at = $8
      WHERE organization_id = $1 AND id = $2 AND run_id = $3 AND state = 'working'`,
    [
      ...[organizationId, exportId, runId, made.rowCount, made.byteCount, made.participantIds],
      ...[now, made.expiresAt],
    ],
  );
  return count === 1;
}
