import type { EntityManager } from 'typeorm';
import type { Actor } from '../access/door.js';
import { isId } from '../http/fields.js';
import { notFound } from '../http/problem.js';
import type { StaffName } from '../participants/participant.dto.js';
import { type HandoverEnding, handoverState } from './handover.rules.js';
import type { HandoverView } from './handover.view.js';

interface HandoverRow {
  id: string;
  participant_id: string;
  participant_name: string | null;
  is_reached: boolean;
  from_id: string | null;
  from_name: string | null;
  to_id: string | null;
  to_name: string | null;
  line: string;
  line_by: string | null;
  line_by_name: string | null;
  line_at: Date | null;
  by_id: string;
  by_name: string | null;
  asked_at: Date | null;
  made_at: Date | null;
  made_by: string | null;
  accept_by: Date | null;
  was_second: boolean;
  accepted_at: Date | null;
  declined_at: Date | null;
  declined_words: string | null;
  ended_as: HandoverEnding | null;
  ended_by: string | null;
  ended_by_name: string | null;
  ended_at: Date | null;
  end_reason: string;
  request_hash: Buffer | null;
  version: number;
}

/** A handover with what its view does not say. */
export interface KnownHandover {
  view: HandoverView;
  /** Whether the actor reaches the participant themself. */
  isReached: boolean;
  wasSecond: boolean;
  requestHash: Buffer | null;
}

const SELECT = `
  SELECT h.id, h.participant_id, coalesce(p.preferred_name, handed_name(h.id, $2)) AS participant_name,
         p.id IS NOT NULL AS is_reached, h.from_id, before.name AS from_name, h.to_id, next.name AS to_name, h.line,
         h.line_by, writer.name AS line_by_name, h.line_at, coalesce(h.made_by, h.asked_by) AS by_id,
         maker.name AS by_name, h.asked_at, h.made_at, h.made_by, h.accept_by, h.was_second, h.accepted_at,
         h.declined_at, h.declined_words, h.ended_as, h.ended_by, ender.name AS ended_by_name, h.ended_at,
         h.end_reason, h.request_hash, h.version
    FROM handovers h
    LEFT JOIN participants p ON p.organization_id = h.organization_id AND p.id = h.participant_id
    LEFT JOIN accounts before ON before.organization_id = h.organization_id AND before.id = h.from_id
    LEFT JOIN accounts next ON next.organization_id = h.organization_id AND next.id = h.to_id
    LEFT JOIN accounts writer ON writer.organization_id = h.organization_id AND writer.id = h.line_by
    LEFT JOIN accounts maker ON maker.organization_id = h.organization_id AND maker.id = coalesce(h.made_by, h.asked_by)
    LEFT JOIN accounts ender ON ender.organization_id = h.organization_id AND ender.id = h.ended_by
   WHERE h.organization_id = $1`;

const OPEN = 'h.accepted_at IS NULL AND h.ended_at IS NULL';

export async function handoverOfId(
  tx: EntityManager,
  actor: Actor,
  id: string,
): Promise<KnownHandover | undefined> {
  const [row] = await tx.query<HandoverRow[]>(`${SELECT} AND h.id = $3`, [
    actor.organizationId,
    actor.today,
    id,
  ]);
  return row && known(row, actor);
}

/** @throws Problem 404, the same for missing, out of reach and malformed. */
export async function handoverInReach(tx: EntityManager, actor: Actor, id: string): Promise<KnownHandover> {
  const handover = isId(id) ? await handoverOfId(tx, actor, id) : undefined;
  if (!handover) throw notFound('handover');
  return handover;
}

/** The one that is asked for or waits to be accepted. */
export async function openHandoverOf(
  tx: EntityManager,
  actor: Actor,
  participantId: string,
): Promise<KnownHandover | undefined> {
  const [row] = await tx.query<HandoverRow[]>(`${SELECT} AND h.participant_id = $3 AND ${OPEN}`, [
    actor.organizationId,
    actor.today,
    participantId,
  ]);
  return row && known(row, actor);
}

/** How long a settled handover stays with the two coaches, so that a draft may still be finished. */
const DAYS_AFTER = 7;
const MOST = 100;

/** What is not settled, and of the last week what is; what waits longest first. */
export async function handoversNow(tx: EntityManager, actor: Actor): Promise<KnownHandover[]> {
  const rows = await tx.query<HandoverRow[]>(
    `${SELECT} AND (${OPEN} OR (h.ended_as IS DISTINCT FROM 'handed over'
        AND coalesce(h.accepted_at, h.ended_at) > $3::timestamptz - interval '${DAYS_AFTER} days'))
      -- after a death nobody is asked to take somebody on
      AND NOT EXISTS (SELECT 1 FROM deaths d WHERE d.organization_id = h.organization_id
                         AND d.participant_id = h.participant_id AND d.undone_at IS NULL)
      ORDER BY (coalesce(h.accepted_at, h.ended_at) IS NOT NULL), coalesce(h.made_at, h.asked_at), h.id LIMIT ${MOST}`,
    [actor.organizationId, actor.today, actor.now],
  );
  return rows.map((row) => known(row, actor)).filter(({ view }) => view.participantName !== null);
}

const nameOf = (accountId: string | null, name: string | null): StaffName | null =>
  accountId === null ? null : { accountId, name: name ?? '' };

function known(row: HandoverRow, actor: Actor): KnownHandover {
  const state = handoverState({
    madeAt: row.made_at,
    acceptedAt: row.accepted_at,
    declinedAt: row.declined_at,
    endedAt: row.ended_at,
  });
  const isOpen = state === 'asked' || state === 'waiting' || state === 'declined';
  const isMade = isOpen && state !== 'asked';
  const isSupervisor = actor.role === 'supervisor';
  const view: HandoverView = {
    handoverId: row.id,
    participantId: row.participant_id,
    participantName: row.participant_name,
    from: nameOf(row.from_id, row.from_name),
    to: nameOf(row.to_id, row.to_name),
    state,
    line: row.line_by && row.line_at ? lineOf(row.line, row.line_by, row.line_by_name, row.line_at) : null,
    by: { accountId: row.by_id, name: row.by_name ?? '' },
    at: (row.made_at ?? row.asked_at)!,
    acceptBy: row.accept_by,
    isLate: isMade && row.accept_by !== null && row.accept_by < actor.now,
    acceptedAt: row.accepted_at,
    declined: row.declined_at && { at: row.declined_at, words: row.declined_words ?? '' },
    ended:
      row.ended_at && row.ended_as && row.ended_by
        ? {
            as: row.ended_as,
            at: row.ended_at,
            by: { accountId: row.ended_by, name: row.ended_by_name ?? '' },
            reason: row.end_reason,
          }
        : null,
    mayAccept: isMade && actor.role === 'coach' && row.to_id === actor.accountId,
    mayWriteLine: isOpen && (row.from_id === actor.accountId || isSupervisor),
    mayUndo: isMade && isSupervisor,
    mayCallOff: state === 'asked' && (isSupervisor || row.from_id === actor.accountId),
    version: row.version,
  };
  return { view, isReached: row.is_reached, wasSecond: row.was_second, requestHash: row.request_hash };
}

function lineOf(words: string, by: string, name: string | null, at: Date): HandoverView['line'] {
  return { words, by: { accountId: by, name: name ?? '' }, at };
}
