import type { EntityManager } from 'typeorm';
import { type Actor, found } from '../access/door.js';
import { isId } from '../http/fields.js';
import { notFound } from '../http/problem.js';
import type { PauseReason } from '../standing/standing-facts.js';
import type { PauseView } from './pause.dto.js';
import { outOn, pauseState } from './pauses.rules.js';

interface PauseRow {
  id: string;
  participant_id: string;
  reason: PauseReason;
  from_on: string;
  through_on: string;
  made_by: string | null;
  made_by_name: string | null;
  made_at: Date | null;
  ended_at: Date | null;
  undone_at: Date | null;
  request_hash: Buffer | null;
  version: number;
}

/** A pause with what its view does not say. */
export interface KnownPause {
  view: PauseView;
  participantId: string;
  isUndone: boolean;
  requestHash: Buffer | null;
}

/** Somebody expected out is asked about for so many days, unless it is said that they came; ours. */
const ASKED_ABOUT_DAYS = 14;

const SELECT = `
  SELECT u.id, u.participant_id, u.reason, u.from_on, u.through_on, u.made_by, a.name AS made_by_name, u.made_at,
         u.ended_at, u.undone_at, u.request_hash, u.version
    FROM pauses u LEFT JOIN accounts a ON a.organization_id = u.organization_id AND a.id = u.made_by`;

/** What holds now or is to come, and times away whose expected end went by lately with nobody saying that it was so. */
export async function pausesOf(tx: EntityManager, actor: Actor, participantId: string): Promise<PauseView[]> {
  const rows = await tx.query<PauseRow[]>(
    `${SELECT} WHERE u.organization_id = $1 AND u.participant_id = $2 AND u.undone_at IS NULL
        AND (u.through_on >= $3
             OR (u.ended_at IS NULL AND u.reason <> 'wish' AND u.through_on + ${ASKED_ABOUT_DAYS} >= $3::date))
      ORDER BY u.from_on, u.id`,
    [actor.organizationId, participantId, actor.today],
  );
  return rows.map((row) => viewOf(row, actor.today));
}

/** @throws Problem 404, the same for missing, out of reach and malformed. */
export async function pauseInReach(tx: EntityManager, actor: Actor, id: string): Promise<KnownPause> {
  if (!isId(id)) throw notFound('pause');
  const [row] = await tx.query<PauseRow[]>(`${SELECT} WHERE u.organization_id = $1 AND u.id = $2`, [
    actor.organizationId,
    id,
  ]);
  const { participant_id, undone_at, request_hash } = found(row, 'pause');
  return {
    view: viewOf(row!, actor.today),
    participantId: participant_id,
    isUndone: undone_at !== null,
    requestHash: request_hash,
  };
}

/** How many days ahead a wish for quiet may reach here. */
export async function mostQuietDays(tx: EntityManager, actor: Actor): Promise<number> {
  const [row] = await tx.query<{ most_quiet_days: number }[]>(
    'SELECT most_quiet_days FROM organizations WHERE id = $1',
    [actor.organizationId],
  );
  return found(row, 'organization').most_quiet_days;
}

function viewOf(row: PauseRow, today: string): PauseView {
  return {
    pauseId: row.id,
    reason: row.reason,
    state: pauseState({ fromOn: row.from_on, throughOn: row.through_on }, today),
    fromOn: row.from_on,
    throughOn: row.through_on,
    outOn: outOn(row.through_on),
    isEndKnown: row.ended_at !== null,
    madeBy: row.made_by ? { accountId: row.made_by, name: row.made_by_name ?? '' } : null,
    madeAt: row.made_at,
    version: row.version,
  };
}
