import type { EntityManager } from 'typeorm';
import type { Actor } from '../access/door.js';
import { FIRST_PLACE, type Place } from '../http/page.js';
import type { CheckInDay, CheckInView } from './check-in.view.js';
import { firstDayShown } from './check-ins.rules.js';

interface CheckInRow {
  id: string;
  checked_in_at: Date;
  checked_in_on: string;
  mood: CheckInView['mood'];
  cravings: number | null;
  sleep: CheckInView['sleep'];
  connection: CheckInView['connection'];
  has_safe_place: boolean | null;
  wants_call: boolean;
  words: string;
  with_name: string | null;
}

const SELECT = `
  SELECT i.id, i.checked_in_at, i.checked_in_on, i.mood, i.cravings, i.sleep, i.connection, i.has_safe_place, i.wants_call,
         i.words, i.made_by, i.recorded_at, i.request_hash, i.participant_id, staff.name AS with_name
    FROM check_ins i
    LEFT JOIN accounts staff ON staff.organization_id = i.organization_id AND staff.id = i.made_by
          AND staff.role <> 'participant' AND staff.id IS DISTINCT FROM (
            SELECT p.account_id FROM participants p
             WHERE p.organization_id = i.organization_id AND p.id = i.participant_id)`;

/** One check-in with what making it again or taking it back needs to know. */
export interface CheckInFound {
  view: CheckInView;
  participantId: string;
  madeBy: string;
  recordedAt: Date;
  requestHash: Buffer | null;
}

/** Undefined when missing or out of reach. */
export async function checkInOfId(
  tx: EntityManager,
  actor: Actor,
  id: string,
): Promise<CheckInFound | undefined> {
  const [row] = await tx.query<
    (CheckInRow & {
      participant_id: string;
      made_by: string;
      recorded_at: Date | null;
      request_hash: Buffer | null;
    })[]
  >(`${SELECT} WHERE i.organization_id = $1 AND i.id = $2`, [actor.organizationId, id]);
  return (
    row && {
      view: view(row),
      participantId: row.participant_id,
      madeBy: row.made_by,
      recordedAt: row.recorded_at ?? row.checked_in_at,
      requestHash: row.request_hash,
    }
  );
}

export async function checkInsOfIds(tx: EntityManager, actor: Actor, ids: string[]): Promise<CheckInView[]> {
  if (ids.length === 0) return [];
  const rows = await tx.query<CheckInRow[]>(`${SELECT} WHERE i.organization_id = $1 AND i.id = ANY ($2)`, [
    actor.organizationId,
    ids,
  ]);
  return rows.map(view);
}

/** The newest first, from a place on; out of reach there are none. */
export async function checkInsOf(
  tx: EntityManager,
  actor: Actor,
  participantId: string,
  after: Place | undefined,
  limit: number,
): Promise<CheckInView[]> {
  const from = after ?? FIRST_PLACE;
  const rows = await tx.query<CheckInRow[]>(
    `${SELECT} WHERE i.organization_id = $1 AND i.participant_id = $2 AND (i.checked_in_at, i.id) < ($3, $4)
      ORDER BY i.checked_in_at DESC, i.id DESC LIMIT $5`,
    [actor.organizationId, participantId, from.at, from.id, limit],
  );
  return rows.map(view);
}

/** The last one there is, or null. */
export async function latestCheckIn(
  tx: EntityManager,
  actor: Actor,
  participantId: string,
): Promise<CheckInView | null> {
  const [latest] = await checkInsOf(tx, actor, participantId, undefined, 1);
  return latest ?? null;
}

/** The days of the last eight weeks that have one, the earliest first. What was skipped later keeps its earlier answer. */
export async function checkInDaysOf(
  tx: EntityManager,
  actor: Actor,
  participantId: string,
): Promise<CheckInDay[]> {
  const last = (column: string): string =>
    `(array_agg(i.${column} ORDER BY i.checked_in_at DESC, i.id DESC) FILTER (WHERE i.${column} IS NOT NULL))[1]`;
  return tx.query<CheckInDay[]>(
    `SELECT i.checked_in_on AS "on", ${last('mood')} AS mood, ${last('cravings')} AS cravings, ${last('sleep')} AS sleep,
            ${last('connection')} AS connection, count(*)::integer AS count
       FROM check_ins i
      WHERE i.organization_id = $1 AND i.participant_id = $2 AND i.checked_in_at >= $3::date - 1 AND i.checked_in_on >= $3
      GROUP BY i.checked_in_on ORDER BY i.checked_in_on`,
    [actor.organizationId, participantId, firstDayShown(actor.today)],
  );
}

function view(row: CheckInRow): CheckInView {
  return {
    checkInId: row.id,
    checkedInAt: row.checked_in_at,
    checkedInOn: row.checked_in_on,
    mood: row.mood,
    cravings: row.cravings,
    sleep: row.sleep,
    connection: row.connection,
    hasSafePlace: row.has_safe_place,
    wantsCall: row.wants_call,
    words: row.words,
    withName: row.with_name,
  };
}
