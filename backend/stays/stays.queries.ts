import type { EntityManager } from 'typeorm';
import type { Actor } from '../access/door.js';
import { isId } from '../http/fields.js';
import { mayTakeBackClosing, type StayEnd } from './closing.rules.js';
import type { Companion, StayView } from './stay.dto.js';

export interface StayRow {
  id: string;
  participant_id: string;
  program_id: string;
  program_name: string;
  enrolled_on: string;
  closed_on: string | null;
  closing_reason: StayEnd | null;
  closing_id: string | null;
  closed_by: string;
  closed_by_name: string | null;
  closed_at: Date;
  words: string | null;
}

/** An administrator is granted no word of a closing. */
export const wordsFor = (actor: Actor): string => (actor.role === 'administrator' ? 'NULL' : 'c.words');

/** @param more columns of participant `p` */
export const selectStays = (actor: Actor, more = ''): string => `
  SELECT e.id, e.participant_id, e.program_id, r.name AS program_name, e.enrolled_on, e.closed_on, e.closing_reason,
         c.id AS closing_id, c.closed_by, a.name AS closed_by_name, c.closed_at, ${wordsFor(actor)} AS words${more}
    FROM enrollments e
    JOIN participants p ON p.organization_id = e.organization_id AND p.id = e.participant_id
    JOIN programs r ON r.organization_id = e.organization_id AND r.id = e.program_id
    LEFT JOIN closings c ON c.organization_id = e.organization_id AND c.enrollment_id = e.id AND c.undone_at IS NULL
    LEFT JOIN accounts a ON a.organization_id = c.organization_id AND a.id = c.closed_by`;

/** Every stay of this participant within reach, the open ones first, then the latest. */
export async function staysOf(tx: EntityManager, actor: Actor, participantId: string): Promise<StayView[]> {
  const rows = await tx.query<StayRow[]>(
    `${selectStays(actor)} WHERE e.organization_id = $1 AND e.participant_id = $2
      ORDER BY (e.closed_on IS NOT NULL), e.enrolled_on DESC, e.id`,
    [actor.organizationId, participantId],
  );
  return rows.map((row) => stayView(row, actor));
}

/** One stay within reach; undefined when missing, out of reach or malformed. */
export async function stayOfId(tx: EntityManager, actor: Actor, id: string): Promise<StayView | undefined> {
  if (!isId(id)) return undefined;
  const [row] = await tx.query<StayRow[]>(
    `${selectStays(actor)} WHERE e.organization_id = $1 AND e.id = $2`,
    [actor.organizationId, id],
  );
  return row && stayView(row, actor);
}

export interface KnownClosing {
  participantId: string;
  enrollmentId: string;
  closedBy: string;
  closedAt: Date;
  closedOn: string;
  reason: StayEnd;
  requestHash: Buffer;
  undoneAt: Date | null;
}

/** A closing that this reader made or reaches, taken back or not. */
export async function closingOfId(
  tx: EntityManager,
  actor: Actor,
  id: string,
): Promise<KnownClosing | undefined> {
  if (!isId(id)) return undefined;
  const [row] = await tx.query<KnownClosing[]>(
    `SELECT participant_id AS "participantId", enrollment_id AS "enrollmentId", closed_by AS "closedBy",
            closed_at AS "closedAt", closed_on AS "closedOn", reason, request_hash AS "requestHash", undone_at AS "undoneAt"
       FROM closings WHERE organization_id = $1 AND id = $2`,
    [actor.organizationId, id],
  );
  return row;
}

export interface OpenBefore {
  has_risk_notes: boolean;
  has_promises: boolean;
  who_can: string[];
}

/** Whether anything is open, and who can see to it: not what. */
export async function openBeforeClosing(tx: EntityManager, participantId: string): Promise<OpenBefore> {
  const [row] = await tx.query<OpenBefore[]>('SELECT * FROM open_before_closing($1)', [participantId]);
  return row ?? { has_risk_notes: false, has_promises: false, who_can: [] };
}

/** Whoever walked with this participant, since when and until when. The caller has looked at reach. */
export async function companionsOf(tx: EntityManager, participantId: string): Promise<Companion[]> {
  return tx.query<Companion[]>(
    `SELECT coach_id AS "accountId", coach_name AS name, from_on AS "fromOn", until_on AS "untilOn"
       FROM companions_of($1)`,
    [participantId],
  );
}

/** By name, to whom those report who walk with somebody now. */
export async function supervisorsOf(
  tx: EntityManager,
  actor: Actor,
  companions: readonly Companion[],
): Promise<string[]> {
  const coaches = companions.filter(({ untilOn }) => untilOn === null).map(({ accountId }) => accountId);
  const rows = await tx.query<{ name: string }[]>(
    `SELECT DISTINCT a.name FROM coaches c
       JOIN accounts a ON a.organization_id = c.organization_id AND a.id = c.supervisor_id
      WHERE c.organization_id = $1 AND c.id = ANY ($2) AND a.disabled_at IS NULL ORDER BY a.name`,
    [actor.organizationId, coaches],
  );
  return rows.map(({ name }) => name);
}

/** Whether a handover is asked for, or was made and is not accepted. The caller has looked at reach. */
export async function handoverWaits(
  tx: EntityManager,
  actor: Actor,
  participantId: string,
): Promise<boolean> {
  const rows = await tx.query<unknown[]>(
    `SELECT 1 FROM handovers
      WHERE organization_id = $1 AND participant_id = $2 AND accepted_at IS NULL AND ended_at IS NULL`,
    [actor.organizationId, participantId],
  );
  return rows.length > 0;
}

/** Whether somebody has died, also one whose stay had ended before. */
export async function hasDied(tx: EntityManager, participantId: string): Promise<boolean> {
  const [row] = await tx.query<{ has_died: boolean }[]>('SELECT has_died($1)', [participantId]);
  return row?.has_died ?? false;
}

export function stayView(row: StayRow, actor: Actor): StayView {
  return {
    enrollmentId: row.id,
    participantId: row.participant_id,
    programId: row.program_id,
    programName: row.program_name,
    enrolledOn: row.enrolled_on,
    closedOn: row.closed_on,
    reason: row.closing_reason,
    closing:
      row.closing_id === null
        ? null
        : {
            closingId: row.closing_id,
            by: { accountId: row.closed_by, name: row.closed_by_name ?? '' },
            at: row.closed_at,
            words: row.words,
            mayTakeBack: mayTakeBackClosing({ closedBy: row.closed_by, closedAt: row.closed_at }, actor),
          },
  };
}
