import type { EntityManager } from 'typeorm';
import type { Actor } from '../access/door.js';
import { isId } from '../http/fields.js';
import { notFound } from '../http/problem.js';
import type { SessionKind } from './session-plan.rules.js';
import { sessionState } from './session-state.rules.js';
import type { MoveRequest, SessionLine, SignatureView } from './supervision-session.view.js';

interface CoachOfRow {
  accountId: string;
  name: string;
  attended: boolean;
  isDisabled: boolean;
  reportsTo: string | null;
}

interface SignatureRow {
  accountId: string;
  name: string;
  side: 'supervisor' | 'coach';
  signedAt: string;
}

type MoveRequestRow = Omit<MoveRequest, 'askedAt'> & { askedAt: string };

export interface SessionRow {
  id: string;
  kind: SessionKind;
  supervisor_id: string;
  supervisor_name: string;
  planned_on: string;
  planned_time: string;
  planned_minutes: number;
  every_days: number | null;
  rhythm_on: string;
  begun_at: Date | null;
  held_on: string | null;
  minutes: number | null;
  words: string;
  words_version: number;
  text_version: number;
  called_off_at: Date | null;
  call_off_reason: string | null;
  request_hash: Buffer | null;
  version: number;
  coaches: CoachOfRow[];
  signatures: SignatureRow[];
  move_requests: MoveRequestRow[];
  next: { sessionId: string; plannedOn: string; plannedTime: string } | null;
}

export const SESSIONS = `
  SELECT s.id, s.kind, s.supervisor_id, v.name AS supervisor_name, s.planned_on,
         to_char(s.planned_time, 'HH24:MI') AS planned_time, s.planned_minutes, s.every_days, s.rhythm_on, s.begun_at,
         s.held_on, s.minutes, s.words, s.words_version, s.text_version, s.called_off_at, s.call_off_reason,
         s.request_hash, s.version, (
           SELECT jsonb_agg(jsonb_build_object('accountId', m.coach_id, 'name', a.name, 'attended', m.attended,
                    'isDisabled', a.disabled_at IS NOT NULL OR NOT c.is_coaching, 'reportsTo', c.supervisor_id) ORDER BY lower(a.name), a.id)
             FROM supervision_session_coaches m
             JOIN coaches c ON c.organization_id = m.organization_id AND c.id = m.coach_id
             JOIN accounts a ON a.organization_id = m.organization_id AND a.id = m.coach_id
            WHERE m.organization_id = s.organization_id AND m.session_id = s.id) AS coaches,
         coalesce((
           SELECT jsonb_agg(jsonb_build_object('accountId', g.account_id, 'name', a.name, 'side', g.side,
                    'signedAt', g.signed_at) ORDER BY g.signed_at, a.id)
             FROM supervision_signatures g
             JOIN accounts a ON a.organization_id = g.organization_id AND a.id = g.account_id
            WHERE g.organization_id = s.organization_id AND g.session_id = s.id), '[]') AS signatures,
         CASE WHEN s.begun_at IS NULL AND s.called_off_at IS NULL THEN coalesce((
           SELECT jsonb_agg(jsonb_build_object('requestId', q.id, 'words', q.words, 'askedAt', q.asked_at,
                    'isKept', q.settled_as IS NOT NULL, 'coach', jsonb_build_object('accountId', a.id, 'name', a.name),
                    'times', (SELECT coalesce(jsonb_agg(jsonb_build_object('on', t::date,
                                'time', to_char(t, 'HH24:MI')) ORDER BY t), '[]') FROM unnest(q.times) t))
                  ORDER BY q.asked_at, q.id)
             FROM (SELECT DISTINCT ON (r.coach_id) r.* FROM supervision_move_requests r
                    WHERE r.organization_id = s.organization_id AND r.session_id = s.id
                    ORDER BY r.coach_id, r.asked_at DESC, r.id DESC) q
             JOIN accounts a ON a.organization_id = q.organization_id AND a.id = q.coach_id
            WHERE q.settled_as IS NULL OR q.settled_as = 'kept'), '[]') ELSE '[]' END AS move_requests, (
           SELECT jsonb_build_object('sessionId', n.id, 'plannedOn', n.planned_on,
                                     'plannedTime', to_char(n.planned_time, 'HH24:MI'))
             FROM supervision_sessions n WHERE n.organization_id = s.organization_id AND n.follows_id = s.id) AS next
    FROM supervision_sessions s
    JOIN accounts v ON v.organization_id = s.organization_id AND v.id = s.supervisor_id
   WHERE s.organization_id = $1`;

/** One session; undefined when missing or out of reach. */
export async function sessionRow(
  tx: EntityManager,
  actor: Actor,
  id: string,
): Promise<SessionRow | undefined> {
  const [row] = await tx.query<SessionRow[]>(`${SESSIONS} AND s.id = $2`, [actor.organizationId, id]);
  return row;
}

/** @throws Problem 404, the same for missing, out of reach and malformed. */
export async function sessionInReach(tx: EntityManager, actor: Actor, id: string): Promise<SessionRow> {
  const row = isId(id) ? await sessionRow(tx, actor, id) : undefined;
  if (!row) throw notFound('supervision-session');
  return row;
}

/**
 * The session, held until the transaction ends: whoever writes, signs or moves it comes one after the other, so what
 * is signed is what was read.
 * @throws Problem 404
 */
export async function heldSession(tx: EntityManager, actor: Actor, id: string): Promise<SessionRow> {
  if (!isId(id)) throw notFound('supervision-session');
  await tx.query(
    'SELECT 1 FROM supervision_sessions WHERE organization_id = $1 AND id = $2 FOR NO KEY UPDATE',
    [actor.organizationId, id],
  );
  return sessionInReach(tx, actor, id);
}

export function stateOf(row: SessionRow): SessionLine['state'] {
  return sessionState({
    isBegun: row.begun_at !== null,
    isCalledOff: row.called_off_at !== null,
    coachIds: attending(row).map(({ accountId }) => accountId),
    signatures: row.signatures,
  });
}

export function attending({ coaches }: SessionRow): CoachOfRow[] {
  return coaches.filter(({ attended }) => attended);
}

/** Whether the actor signs for the supervisor's side: they, or whoever stands for them. */
export const isSupervising = (actor: Actor): boolean => actor.role === 'supervisor';

/** Whether a signature of the actor is one of those wanted, signed or not. */
export function isToSign(row: SessionRow, actor: Actor): boolean {
  return isSupervising(actor) || attending(row).some(({ accountId }) => accountId === actor.accountId);
}

/** Whether the actor's side has signed: for the supervisor one signature is enough, whoever's it is. */
export function isSignedBy(row: SessionRow, actor: Actor): boolean {
  return row.signatures.some(({ accountId, side }) =>
    isSupervising(actor) ? side === 'supervisor' : accountId === actor.accountId,
  );
}

export function lineOf(row: SessionRow, actor: Actor): SessionLine {
  const state = stateOf(row);
  const signed = new Set(row.signatures.map(({ accountId }) => accountId));
  const isShutOrOpen = state === 'open' || state === 'signing';
  const supervisor = { accountId: row.supervisor_id, name: row.supervisor_name };
  const hasSupervisor = row.signatures.some(({ side }) => side === 'supervisor');
  return {
    sessionId: row.id,
    kind: row.kind,
    supervisor,
    coaches: row.coaches.map(({ reportsTo, ...coach }) => ({
      ...coach,
      hasMovedOn: reportsTo !== row.supervisor_id,
    })),
    state,
    plannedOn: row.planned_on,
    plannedTime: row.planned_time,
    plannedMinutes: row.planned_minutes,
    everyDays: row.every_days,
    heldOn: row.held_on,
    minutes: row.minutes,
    waitsFor: isShutOrOpen
      ? [
          ...(hasSupervisor ? [] : [supervisor]),
          ...attending(row)
            .filter(({ accountId }) => !signed.has(accountId))
            .map(({ accountId, name }) => ({ accountId, name })),
        ]
      : [],
    moveRequests: row.move_requests.map((each) => ({ ...each, askedAt: new Date(each.askedAt) })),
    maySign: isShutOrOpen && isToSign(row, actor) && !isSignedBy(row, actor),
    version: row.version,
  };
}

export function signaturesOf({ signatures }: SessionRow): SignatureView[] {
  return signatures.map(({ accountId, name, side, signedAt }) => ({
    account: { accountId, name },
    side,
    signedAt: new Date(signedAt),
  }));
}
