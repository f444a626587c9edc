import type { EntityManager } from 'typeorm';
import type { Actor } from '../access/door.js';
import { isId } from '../http/fields.js';
import { notFound } from '../http/problem.js';
import type { PutAway, PutAwayView } from './put-away.dto.js';
import type { ReasonKind } from './reasons.js';

interface PutAwayRow {
  id: string;
  participant_id: string;
  reason_kind: ReasonKind;
  because: string;
  until_on: string;
  made_at: Date;
  undone_at: Date | null;
  request_hash: Buffer;
}

const COLUMNS = 'id, participant_id, reason_kind, because, until_on, made_at, undone_at, request_hash';

/** What the acting coach has put away beyond today: the latest word about each participant. */
export async function putAwaysInForce(tx: EntityManager, actor: Actor): Promise<Map<string, PutAwayView>> {
  const rows = await tx.query<PutAwayRow[]>(
    `SELECT ${COLUMNS} FROM put_aways
      WHERE organization_id = $1 AND coach_id = $2 AND until_on > $3 AND undone_at IS NULL
      ORDER BY made_at, id`,
    [actor.organizationId, actor.accountId, actor.today],
  );
  return new Map(rows.map((row) => [row.participant_id, viewOf(row)]));
}

/** @returns whether it was written; not when this id holds one already */
export async function keepPutAway(
  tx: EntityManager,
  actor: Actor,
  asked: PutAway,
  reasonKind: ReasonKind,
  hash: Buffer,
): Promise<boolean> {
  const rows = await tx.query<unknown[]>(
    `INSERT INTO put_aways (organization_id, id, coach_id, participant_id, reason_kind, because, made_on, until_on,
       request_hash, made_at)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10) ON CONFLICT (organization_id, id) DO NOTHING RETURNING id`,
    [
      actor.organizationId,
      asked.putAwayId,
      actor.accountId,
      asked.participantId,
      reasonKind,
      asked.because.trim(),
      actor.today,
      asked.untilOn,
      hash,
      actor.now,
    ],
  );
  return rows.length > 0;
}

/** One of the acting coach's own, with the hash of the request that made it. */
export async function putAwayOfId(
  tx: EntityManager,
  actor: Actor,
  id: string,
): Promise<{ view: PutAwayView; requestHash: Buffer } | undefined> {
  if (!isId(id)) return undefined;
  const [row] = await tx.query<PutAwayRow[]>(
    `SELECT ${COLUMNS} FROM put_aways WHERE organization_id = $1 AND id = $2 AND coach_id = $3`,
    [actor.organizationId, id, actor.accountId],
  );
  return row && { view: viewOf(row), requestHash: row.request_hash };
}

/** @throws Problem 404, the same for missing, another coach's and malformed. */
export async function ownPutAway(tx: EntityManager, actor: Actor, id: string): Promise<PutAwayView> {
  const found = await putAwayOfId(tx, actor, id);
  if (!found) throw notFound('put-away');
  return found.view;
}

/** The card is back: this word and any other of the same coach about the same participant count no more. */
export async function undoPutAways(tx: EntityManager, actor: Actor, participantId: string): Promise<void> {
  await tx.query(
    `UPDATE put_aways SET undone_at = $4
      WHERE organization_id = $1 AND coach_id = $2 AND participant_id = $3 AND undone_at IS NULL`,
    [actor.organizationId, actor.accountId, participantId, actor.now],
  );
}

function viewOf(row: PutAwayRow): PutAwayView {
  return {
    putAwayId: row.id,
    participantId: row.participant_id,
    reasonKind: row.reason_kind,
    because: row.because,
    untilOn: row.until_on,
    madeAt: row.made_at,
    isUndone: row.undone_at !== null,
  };
}
