import type { EntityManager } from 'typeorm';
import { type Actor, found } from '../access/door.js';
import { dayIn } from '../clock/clock.js';
import { COVERED_ASSIGNMENTS, isCovering } from '../cover/covered.queries.js';
import { isId } from '../http/fields.js';
import { notFound } from '../http/problem.js';
import { readPhone } from './phone.rules.js';
import type { WayToReach, WayToReachVersion } from './way-to-reach.dto.js';

export interface WayToReachRow {
  id: string;
  participant_id: string;
  kind: WayToReach['kind'];
  value: string;
  may_call: boolean;
  may_voicemail: boolean;
  may_text: boolean;
  may_say_who: boolean;
  why_not: string;
  best_hours: string;
  until_on: string | null;
  no_longer_at: Date | null;
  changed_by: string | null;
  changed_by_name: string | null;
  changed_at: Date | null;
  request_hash: Buffer | null;
  version: number;
}

/** The columns of a `WayToReachRow`, from `ways_to_reach w` and `CHANGER` after it. */
export const WAY_COLUMNS = `
  w.id, w.participant_id, w.kind, w.value, w.may_call, w.may_voicemail, w.may_text, w.may_say_who, w.why_not,
  w.best_hours, w.until_on, w.no_longer_at, w.changed_by, changer.name AS changed_by_name, w.changed_at,
  w.request_hash, w.version`;
export const CHANGER = `
  LEFT JOIN accounts changer ON changer.organization_id = w.organization_id AND changer.id = w.changed_by`;
/** What holds today first, and of that what may be called; parameter `today` as `$3`. */
export const wayOrder = (today: string): string =>
  `(w.until_on IS NOT NULL AND w.until_on < ${today}), w.may_call DESC, w.id`;

const SELECT = `SELECT ${WAY_COLUMNS} FROM ways_to_reach w ${CHANGER}`;

/** The ways of one participant, what holds today first; one past its last day is there, and nothing of it is safe. */
export async function waysToReach(
  tx: EntityManager,
  actor: Actor,
  participantId: string,
): Promise<WayToReach[]> {
  return (await waysToReachOf(tx, actor, [participantId])).get(participantId) ?? [];
}

/** The same for many at once, by participant; whoever is out of reach, or has none, is not among them. */
export async function waysToReachOf(
  tx: EntityManager,
  actor: Actor,
  participantIds: string[],
): Promise<Map<string, WayToReach[]>> {
  if (participantIds.length === 0) return new Map();
  const rows = await tx.query<WayToReachRow[]>(
    `${SELECT} WHERE w.organization_id = $1 AND w.participant_id = ANY ($2) AND w.no_longer_at IS NULL
      ORDER BY ${wayOrder('$3')}`,
    [actor.organizationId, participantIds, actor.today],
  );
  return byParticipant(rows, actor);
}

const ON_CASELOAD = (assignments: string): string => `
  SELECT ${WAY_COLUMNS}
    FROM ${assignments}
    JOIN ways_to_reach w ON w.organization_id = s.organization_id AND w.participant_id = s.participant_id
    ${CHANGER}
   WHERE w.kind = 'phone' AND w.no_longer_at IS NULL
   ORDER BY ${wayOrder('$3')}`;
const ON_OWN = ON_CASELOAD(`(
    SELECT * FROM assignments s WHERE s.organization_id = $1 AND s.coach_id = $2 AND s.until_on IS NULL) s`);
const ON_COVERED_TOO = ON_CASELOAD(`${COVERED_ASSIGNMENTS} s`);

/**
 * The numbers of everybody now assigned to the acting coach, or to whom they cover for, by participant, in the order of
 * `waysToReach`.
 */
export async function numbersOnCaseload(tx: EntityManager, actor: Actor): Promise<Map<string, WayToReach[]>> {
  const rows = await tx.query<WayToReachRow[]>(isCovering(actor) ? ON_COVERED_TOO : ON_OWN, [
    actor.organizationId,
    isCovering(actor) ? actor.actingFor : actor.accountId,
    actor.today,
  ]);
  return byParticipant(rows, actor);
}

function byParticipant(rows: WayToReachRow[], actor: Actor): Map<string, WayToReach[]> {
  const ways = new Map<string, WayToReach[]>();
  for (const row of rows) {
    const known = ways.get(row.participant_id);
    if (known) known.push(wayOf(row, actor));
    else ways.set(row.participant_id, [wayOf(row, actor)]);
  }
  return ways;
}

/** @throws Problem 404, the same for missing, out of reach and malformed. */
export async function wayToReachInReach(tx: EntityManager, actor: Actor, id: string): Promise<WayToReachRow> {
  if (!isId(id)) throw notFound('way-to-reach');
  const [row] = await tx.query<WayToReachRow[]>(`${SELECT} WHERE w.organization_id = $1 AND w.id = $2`, [
    actor.organizationId,
    id,
  ]);
  return found(row, 'way-to-reach');
}

export function wayOf(
  row: WayToReachRow,
  { today, timeZone }: Pick<Actor, 'today' | 'timeZone'>,
): WayToReach {
  const isExpired = row.until_on !== null && row.until_on < today;
  const isSafe = !isExpired && row.no_longer_at === null;
  return {
    wayToReachId: row.id,
    kind: row.kind,
    value: row.value,
    dial: row.kind === 'phone' ? dialled(row.value) : null,
    mayCall: isSafe && row.may_call,
    mayVoicemail: isSafe && row.may_voicemail,
    mayText: isSafe && row.may_text,
    maySayWho: isSafe && row.may_say_who,
    whyNot: row.why_not,
    bestHours: row.best_hours,
    untilOn: row.until_on,
    isExpired,
    isNoLonger: row.no_longer_at !== null,
    changedOn: row.changed_at && dayIn(timeZone, row.changed_at),
    changedBy: row.changed_by ? { accountId: row.changed_by, name: row.changed_by_name ?? '' } : null,
    version: row.version,
  };
}

/** What a phone dials for a number as typed, null where it cannot be. */
export function dialled(typed: string): string | null {
  const read = readPhone(typed);
  return 'dial' in read ? read.dial : null;
}

interface VersionRow extends Pick<WayToReachVersion, 'version' | 'at'> {
  fields: Omit<WayToReachVersion, 'version' | 'by' | 'at'>;
  made_by: string | null;
  made_by_name: string | null;
}

/** What it said before, the latest first. */
export async function wayToReachVersions(
  tx: EntityManager,
  actor: Actor,
  id: string,
): Promise<WayToReachVersion[]> {
  const rows = await tx.query<VersionRow[]>(
    `SELECT v.version, v.fields, v.made_at AS at, v.made_by, a.name AS made_by_name
       FROM way_to_reach_versions v
       LEFT JOIN accounts a ON a.organization_id = v.organization_id AND a.id = v.made_by
      WHERE v.organization_id = $1 AND v.way_to_reach_id = $2 ORDER BY v.version DESC`,
    [actor.organizationId, id],
  );
  return rows.map(({ version, fields, at, made_by, made_by_name }) => ({
    version,
    ...fields,
    by: made_by ? { accountId: made_by, name: made_by_name ?? '' } : null,
    at,
  }));
}
