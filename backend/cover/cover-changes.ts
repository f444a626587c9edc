import type { EntityManager } from 'typeorm';
import type { Actor } from '../access/door.js';
import type { CoveredRole } from './cover.rules.js';

export interface CoverToAdd {
  coverId: string;
  role: CoveredRole;
  awayId: string;
  coveringId: string;
  fromOn: string;
  throughOn: string;
}

/** Holds from the next request on where it begins today, and whoever covers is told. Once for its id. */
export async function addCover(
  tx: EntityManager,
  { organizationId, accountId, now, record }: Actor,
  { coverId, role, awayId, coveringId, fromOn, throughOn }: CoverToAdd,
  requestHash: Buffer,
): Promise<void> {
  const made = await tx.query<unknown[]>(
    `INSERT INTO covers (organization_id, id, role, away_id, covering_id, from_on, through_on, made_by, made_at,
       request_hash)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10) ON CONFLICT (organization_id, id) DO NOTHING RETURNING id`,
    [organizationId, coverId, role, awayId, coveringId, fromOn, throughOn, accountId, now, requestHash],
  );
  if (made.length === 0) return;
  await tx.query('SELECT cover_begins($1, $2)', [coverId, now]);
  record({ action: 'cover.made', subjectId: coverId });
}

/** @param endedOn the first day without it: today, or its own first day where it never begins */
export async function endCover(tx: EntityManager, actor: Actor, id: string, endedOn: string): Promise<void> {
  await change(tx, actor, id, [endedOn, actor.accountId, actor.now]);
  await tx.query('SELECT cover_is_over($1, $2)', [id, actor.now]);
  actor.record({ action: 'cover.ended', subjectId: id });
}

export async function letGoOn(tx: EntityManager, actor: Actor, id: string): Promise<void> {
  await change(tx, actor, id, [null, null, null]);
  await tx.query('SELECT cover_begins($1, $2), announce_cover($1)', [id, actor.now]);
  actor.record({ action: 'cover.gone-on', subjectId: id });
}

function change(
  tx: EntityManager,
  { organizationId }: Actor,
  id: string,
  ended: [on: string | null, by: string | null, at: Date | null],
): Promise<unknown> {
  return tx.query(
    `UPDATE covers SET ended_on = $3, ended_by = $4, ended_at = $5, given_back_at = NULL, version = version + 1
      WHERE organization_id = $1 AND id = $2`,
    [organizationId, id, ...ended],
  );
}
