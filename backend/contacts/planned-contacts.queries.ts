import type { EntityManager } from 'typeorm';
import { v7 as newId } from 'uuid';
import type { Actor } from '../access/door.js';
import { isId } from '../http/fields.js';
import { invalid, notFound } from '../http/problem.js';
import type { Way } from './contacts.rules.js';
import type { NextContact } from './planned-contact.dto.js';
import type { PlannedContactLine, PlannedContactView } from './planned-contact.view.js';
import { isMissed, type NotAPlan, type PlanEnding, whyNoPlan } from './planned-contacts.rules.js';

const WORDS: Record<NotAPlan, (plan: NextContact) => string> = {
  'in-the-past': () => 'The next contact lies in the past. Choose today or a later day.',
  'time-skipped': ({ plannedTime }) =>
    `The clocks change on this day and skip ${plannedTime}. Choose another time.`,
};

/** How a plan comes to be. */
interface PlanMaking {
  plannedContactId?: string;
  /** The contact it was planned with. */
  contactId?: string;
  requestHash?: Buffer;
  /** Why it takes the place of the one before. */
  reason?: string;
  /** Where its fields stand in what was sent. */
  field?: string;
}

/** @throws Problem 422 naming the field, when nothing can be planned for that moment. */
export function refuseNoPlan(next: NextContact, actor: Actor, field: string): void {
  const refusal = whyNoPlan(next, actor.today, actor.timeZone);
  if (refusal)
    throw invalid(
      `${field}${refusal === 'time-skipped' ? 'plannedTime' : 'plannedOn'}`,
      refusal,
      WORDS[refusal](next),
    );
}

/** Plans the next contact; what was planned before is rescheduled to it, not lost. @returns its id */
export async function planNextContact(
  tx: EntityManager,
  actor: Actor,
  participantId: string,
  next: NextContact,
  making: PlanMaking = {},
): Promise<string> {
  const id = making.plannedContactId ?? newId();
  refuseNoPlan(next, actor, making.field ?? 'nextContact.');
  await tx.query(
    `UPDATE planned_contacts SET replaced_at = $3, ended_as = 'rescheduled', ended_by = $4, end_reason = $5,
            replaced_by = $6, version = version + 1
      WHERE organization_id = $1 AND participant_id = $2 AND replaced_at IS NULL`,
    [actor.organizationId, participantId, actor.now, actor.accountId, making.reason ?? '', id],
  );
  await tx.query(
    `INSERT INTO planned_contacts (organization_id, id, participant_id, coach_id, planned_on, planned_time, way, made_at,
       contact_id, request_hash)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)`,
    [
      actor.organizationId,
      id,
      participantId,
      actor.accountId,
      next.plannedOn,
      next.plannedTime ?? null,
      next.way ?? null,
      actor.now,
      making.contactId ?? null,
      making.requestHash ?? null,
    ],
  );
  return id;
}

/**
 * What a contact just logged, amended or voided means for what is planned: reached on the planned day or after it
 * settles it, and what it settles no more comes back. The rules are in the function of the same name (migration 12).
 */
export async function settlePlannedContacts(
  tx: EntityManager,
  actor: Actor,
  contactId: string,
): Promise<void> {
  await tx.query('SELECT settle_planned_contacts($1, $2)', [contactId, actor.now]);
}

interface PlannedRow {
  id: string;
  planned_on: string;
  planned_time: string | null;
  way: Way | null;
  coach_name: string;
  version: number;
}

const PLANNED = `n.id, n.planned_on, to_char(n.planned_time, 'HH24:MI') AS planned_time, n.way, a.name AS coach_name, n.version`;

/** What comes next, or should have: one whose day has gone by stays next until reached, rescheduled or called off. */
export async function nextContactOf(
  tx: EntityManager,
  actor: Actor,
  participantId: string,
): Promise<PlannedContactView | null> {
  const [row] = await tx.query<PlannedRow[]>(
    `SELECT ${PLANNED} FROM planned_contacts n
       JOIN accounts a ON a.organization_id = n.organization_id AND a.id = n.coach_id
      WHERE n.organization_id = $1 AND n.participant_id = $2 AND n.replaced_at IS NULL`,
    [actor.organizationId, participantId],
  );
  return row ? plannedView(row, actor) : null;
}

function plannedView(row: PlannedRow, actor: Actor): PlannedContactView {
  return {
    plannedContactId: row.id,
    plannedOn: row.planned_on,
    plannedTime: row.planned_time,
    way: row.way,
    coachName: row.coach_name,
    isMissed: isMissed(row.planned_on, actor.today),
    version: row.version,
  };
}

interface LineRow extends PlannedRow {
  participant_id: string;
  made_at: Date;
  ended_as: PlanEnding | null;
  replaced_at: Date | null;
  ended_by: string | null;
  ended_by_name: string | null;
  end_reason: string;
  settled_by: string | null;
  moved_to_on: string | null;
  moved_to_time: string | null;
  moved_to_way: Way | null;
  request_hash: Buffer | null;
}

const LINES = `
  SELECT ${PLANNED}, n.participant_id, n.made_at, n.ended_as, n.replaced_at, n.ended_by, ender.name AS ended_by_name,
         n.end_reason, n.settled_by, n.request_hash, t.planned_on AS moved_to_on,
         to_char(t.planned_time, 'HH24:MI') AS moved_to_time, t.way AS moved_to_way
    FROM planned_contacts n
    JOIN accounts a ON a.organization_id = n.organization_id AND a.id = n.coach_id
    LEFT JOIN accounts ender ON ender.organization_id = n.organization_id AND ender.id = n.ended_by
    LEFT JOIN planned_contacts t ON t.organization_id = n.organization_id AND t.id = n.replaced_by
   WHERE n.organization_id = $1`;

const MOST_LINES = 50;

/** Every plan there was for a participant, the latest made first, with what became of it. */
export async function planHistoryOf(
  tx: EntityManager,
  actor: Actor,
  participantId: string,
): Promise<PlannedContactLine[]> {
  const rows = await tx.query<LineRow[]>(
    `${LINES} AND n.participant_id = $2 ORDER BY n.made_at DESC, n.id DESC LIMIT ${MOST_LINES}`,
    [actor.organizationId, participantId],
  );
  return rows.map((row) => lineView(row, actor));
}

/** One plan with the hash of the request that made it; undefined when missing or out of reach. */
export async function plannedContactOfId(
  tx: EntityManager,
  actor: Actor,
  id: string,
): Promise<{ view: PlannedContactLine; requestHash: Buffer | null } | undefined> {
  const [row] = await tx.query<LineRow[]>(`${LINES} AND n.id = $2`, [actor.organizationId, id]);
  return row && { view: lineView(row, actor), requestHash: row.request_hash };
}

/** @throws Problem 404, the same for missing, out of reach and malformed. */
export async function plannedContactInReach(
  tx: EntityManager,
  actor: Actor,
  id: string,
): Promise<PlannedContactLine> {
  const planned = isId(id) ? await plannedContactOfId(tx, actor, id) : undefined;
  if (!planned) throw notFound('planned-contact');
  return planned.view;
}

function lineView(row: LineRow, actor: Actor): PlannedContactLine {
  const ended =
    row.replaced_at && row.ended_as && row.ended_by
      ? {
          as: row.ended_as,
          at: row.replaced_at,
          by: { accountId: row.ended_by, name: row.ended_by_name ?? '' },
          reason: row.end_reason,
          contactId: row.settled_by,
          movedTo: row.moved_to_on
            ? { plannedOn: row.moved_to_on, plannedTime: row.moved_to_time, way: row.moved_to_way }
            : null,
        }
      : null;
  const view = plannedView(row, actor);
  return {
    ...view,
    isMissed: !ended && view.isMissed,
    participantId: row.participant_id,
    madeAt: row.made_at,
    ended,
  };
}
