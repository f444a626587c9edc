import type { EntityManager } from 'typeorm';
import type { Actor } from '../access/door.js';
import type { CopyFormat } from './record-copy.dto.js';

export interface CopyToMake {
  id: string;
  account_id: string;
  try_count: number;
}

/**
 * Takes the copy asked for longest ago, as `caseload_jobs`: one that nobody works on, or one whose pass was killed.
 * Passes of one job never run side by side; should one only have slept, it finds its run is over and writes no more.
 *
 * @param not those this pass has seen to
 */
export async function takeCopy(
  tx: EntityManager,
  organizationId: string,
  runId: string,
  not: string[],
): Promise<CopyToMake | undefined> {
  const [rows] = await tx.query<[CopyToMake[], number]>(
    `UPDATE record_copies SET state = 'working', run_id = $2, progress = 0, part = NULL, try_count = try_count + 1
      WHERE organization_id = $1 AND id = (
        SELECT id FROM record_copies WHERE organization_id = $1 AND state IN ('waiting', 'working')
           AND NOT id = ANY ($3) ORDER BY asked_at, id LIMIT 1)
     RETURNING id, account_id, try_count`,
    [organizationId, runId, not],
  );
  return rows[0];
}

/** It did not work several times: its owner is told, and may ask anew. */
export async function giveUpCopy(tx: EntityManager, organizationId: string, copyId: string): Promise<void> {
  await tx.query(`UPDATE record_copies SET state = 'failed' WHERE organization_id = $1 AND id = $2`, [
    organizationId,
    copyId,
  ]);
}

/** Of an account that is not open any more; or, with no id, all whose time is over, files and all. */
export async function deleteCopies(
  tx: EntityManager,
  organizationId: string,
  now: Date,
  copyId: string | null,
): Promise<void> {
  await tx.query(
    'DELETE FROM record_copies WHERE organization_id = $1 AND (id = $2 OR ($2 IS NULL AND expires_at <= $3))',
    [organizationId, copyId, now],
  );
}

/** As the participant. @returns false when another pass has taken it over */
export async function tellProgress(
  tx: EntityManager,
  actor: Actor,
  copyId: string,
  runId: string,
  progress: number,
  part: string | null,
): Promise<boolean> {
  const [, count] = await tx.query<[unknown, number]>(
    `UPDATE record_copies SET progress = $4, part = $5
      WHERE organization_id = $1 AND id = $2 AND run_id = $3 AND state = 'working'`,
    [actor.organizationId, copyId, runId, progress, part],
  );
  return count === 1;
}

/** As the participant: the copy is there to take, and the one before it goes. @returns false when it was taken over */
export async function finishCopy(
  tx: EntityManager,
  actor: Actor,
  copyId: string,
  runId: string,
  files: Record<CopyFormat, Buffer>,
  expiresAt: Date,
): Promise<boolean> {
  const [, count] = await tx.query<[unknown, number]>(
    `UPDATE record_copies SET state = 'ready', progress = 100, part = NULL, made_at = $4, expires_at = $5
      WHERE organization_id = $1 AND id = $2 AND run_id = $3 AND state = 'working'`,
    [actor.organizationId, copyId, runId, actor.now, expiresAt],
  );
  if (count !== 1) return false;
  for (const [format, body] of Object.entries(files))
    await tx.query(
      `INSERT INTO record_copy_files (organization_id, copy_id, format, participant_id, body)
       SELECT c.organization_id, c.id, $3, c.participant_id, $4 FROM record_copies c
        WHERE c.organization_id = $1 AND c.id = $2`,
      [actor.organizationId, copyId, format, body],
    );
  await tx.query(
    `DELETE FROM record_copies c USING record_copies made
      WHERE made.organization_id = $1 AND made.id = $2 AND c.organization_id = $1
        AND c.participant_id = made.participant_id AND c.id <> made.id AND c.state IN ('ready', 'failed')`,
    [actor.organizationId, copyId],
  );
  return true;
}
