import type { EntityManager } from 'typeorm';
import type { Actor } from '../access/door.js';
import type { Move, MoveDays, MoveStopped } from './move.dto.js';

export interface MoveToWorkOn {
  id: string;
  state: 'trying' | 'moving';
  asked_by: string;
  try_count: number;
}

/**
 * Takes the file sent longest ago, as `caseload_jobs`: one that nobody works on, or one whose pass was killed. Passes of
 * one job never run side by side; should one only have slept, it finds its run is over and writes no more.
 *
 * @param not those this pass has seen to
 */
export async function takeMove(
  tx: EntityManager,
  organizationId: string,
  runId: string,
  not: string[],
): Promise<MoveToWorkOn | undefined> {
  const [rows] = await tx.query<[MoveToWorkOn[], number]>(
    `UPDATE moves SET run_id = $2, done_count = 0, try_count = try_count + 1
      WHERE organization_id = $1 AND id = (
        SELECT id FROM moves WHERE organization_id = $1 AND state IN ('trying', 'moving') AND NOT id = ANY ($3)
         ORDER BY sent_at, id LIMIT 1)
     RETURNING id, state, asked_by, try_count`,
    [organizationId, runId, not],
  );
  return rows[0];
}

/** So that a page shows it while the rows are not yet there: in a transaction of its own, as `caseload_jobs`. */
export async function tellDone(
  tx: EntityManager,
  organizationId: string,
  moveId: string,
  runId: string,
  doneCount: number,
): Promise<void> {
  await tx.query(`UPDATE moves SET done_count = $4 WHERE organization_id = $1 AND id = $2 AND run_id = $3`, [
    organizationId,
    moveId,
    runId,
    doneCount,
  ]);
}

/** As `caseload_jobs`: nothing came in, and a person is told why. The file is kept. */
export async function stopMove(
  tx: EntityManager,
  organizationId: string,
  moveId: string,
  runId: string,
  stopped: MoveStopped,
): Promise<void> {
  await tx.query(
    `UPDATE moves SET state = 'stopped', stopped = $4, version = version + 1
      WHERE organization_id = $1 AND id = $2 AND run_id = $3 AND state IN ('trying', 'moving')`,
    [organizationId, moveId, runId, JSON.stringify(stopped)],
  );
}

/** As `caseload_jobs`: what was never brought in goes, rows and all. */
export async function forgetExpired(tx: EntityManager, organizationId: string, now: Date): Promise<void> {
  await tx.query(
    `DELETE FROM moves WHERE organization_id = $1 AND state IN ('read', 'tried', 'stopped') AND expires_at <= $2`,
    [organizationId, now],
  );
}

/** @returns false when another pass has taken it over */
export async function finishTrying(
  tx: EntityManager,
  actor: Actor,
  moveId: string,
  runId: string,
  tried: NonNullable<Move['tried']>,
  days: MoveDays,
): Promise<boolean> {
  const [, count] = await tx.query<[unknown, number]>(
    `UPDATE moves SET state = 'tried', tried = $4, days = $5, done_count = row_count, version = version + 1
      WHERE organization_id = $1 AND id = $2 AND run_id = $3 AND state = 'trying'`,
    [actor.organizationId, moveId, runId, JSON.stringify(tried), JSON.stringify(days)],
  );
  return count === 1;
}

/** Of the file stays its name and what came of it. @returns false when another pass has taken it over */
export async function finishMoving(
  tx: EntityManager,
  actor: Actor,
  moveId: string,
  runId: string,
  moved: Omit<NonNullable<Move['moved']>, 'at'>,
): Promise<boolean> {
  const [, count] = await tx.query<[unknown, number]>(
    `UPDATE moves SET state = 'moved', moved = $4, moved_at = $5, done_count = row_count, version = version + 1,
            columns = (SELECT jsonb_agg(c.one || '{"samples": []}' ORDER BY c.place)
                         FROM jsonb_array_elements(columns) WITH ORDINALITY AS c (one, place))
      WHERE organization_id = $1 AND id = $2 AND run_id = $3 AND state = 'moving'`,
    [actor.organizationId, moveId, runId, JSON.stringify(moved), actor.now],
  );
  return count === 1;
}
