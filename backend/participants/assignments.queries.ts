import type { EntityManager } from 'typeorm';
import { v7 as newId } from 'uuid';
import type { Actor } from '../access/door.js';

export const ASSIGNMENT_KINDS = ['primary', 'second'] as const;
export type AssignmentKind = (typeof ASSIGNMENT_KINDS)[number];

/** One who walks with a participant, since when, and who decided it. */
export interface AssignedNow {
  accountId: string;
  name: string;
  fromOn: string;
  /** The last day agreed for it; it ends only when somebody ends it. */
  lastOn: string | null;
  /** Null where it was brought in from elsewhere. */
  madeByName: string | null;
  madeAt: Date;
}

/** Who walks with somebody at this moment, and whether they are in a program at all. */
export interface AssignmentsNow {
  primary: AssignedNow | null;
  second: AssignedNow | null;
  isEnrolled: boolean;
  /** Of the participant; null without one. */
  accountId: string | null;
}

/**
 * Begins an assignment today, or with no coach only ends what there is of its kind. What the coach before did stays
 * theirs; the database keeps `primary_coach_id` of the participant in step (trigger on assignments).
 * The caller holds the participant's standing, or two at once could wait for one another.
 */
export async function beginAssignment(
  tx: EntityManager,
  actor: Actor,
  participantId: string,
  begun: { kind: AssignmentKind; coachId: string | null; lastOn?: string | null; reason?: string },
): Promise<void> {
  const { kind, coachId, lastOn = null, reason = '' } = begun;
  await tx.query(
    `UPDATE assignments SET until_on = greatest(from_on, $3), ended_by = $6, ended_at = $7
      WHERE organization_id = $1 AND participant_id = $2 AND until_on IS NULL AND (kind = $5 OR coach_id = $4)`,
    [actor.organizationId, participantId, actor.today, coachId, kind, actor.accountId, actor.now],
  );
  if (coachId === null) return;
  await tx.query(
    `INSERT INTO assignments (organization_id, id, participant_id, coach_id, kind, from_on, last_on, reason, made_by, made_at)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)`,
    [
      actor.organizationId,
      newId(),
      participantId,
      coachId,
      kind,
      actor.today,
      lastOn,
      reason,
      actor.accountId,
      actor.now,
    ],
  );
}

/** Another last day, or none, for the one who walks with them already. */
export async function setLastDay(
  tx: EntityManager,
  actor: Actor,
  participantId: string,
  { kind, lastOn }: { kind: AssignmentKind; lastOn: string | null },
): Promise<void> {
  await tx.query(
    `UPDATE assignments SET last_on = $4
      WHERE organization_id = $1 AND participant_id = $2 AND kind = $3 AND until_on IS NULL`,
    [actor.organizationId, participantId, kind, lastOn],
  );
}

interface NowRow {
  account_id: string | null;
  is_enrolled: boolean;
  kind: AssignmentKind | null;
  coach_id: string;
  coach_name: string;
  from_on: string;
  last_on: string | null;
  made_by_name: string | null;
  made_at: Date;
}

export async function assignmentsNow(
  tx: EntityManager,
  actor: Actor,
  participantId: string,
): Promise<AssignmentsNow> {
  const rows = await tx.query<NowRow[]>(
    `SELECT p.account_id, EXISTS (
              SELECT 1 FROM enrollments e
               WHERE e.organization_id = p.organization_id AND e.participant_id = p.id AND e.closed_on IS NULL) AS is_enrolled,
            s.kind, s.coach_id, c.name AS coach_name, s.from_on, s.last_on, b.name AS made_by_name, s.made_at
       FROM participants p
       LEFT JOIN assignments s ON s.organization_id = p.organization_id AND s.participant_id = p.id AND s.until_on IS NULL
       LEFT JOIN accounts c ON c.organization_id = s.organization_id AND c.id = s.coach_id
       LEFT JOIN accounts b ON b.organization_id = s.organization_id AND b.id = s.made_by
      WHERE p.organization_id = $1 AND p.id = $2`,
    [actor.organizationId, participantId],
  );
  const of = (kind: AssignmentKind): AssignedNow | null => {
    const row = rows.find((each) => each.kind === kind);
    return row
      ? {
          accountId: row.coach_id,
          name: row.coach_name,
          fromOn: row.from_on,
          lastOn: row.last_on,
          madeByName: row.made_by_name,
          madeAt: row.made_at,
        }
      : null;
  };
  return {
    primary: of('primary'),
    second: of('second'),
    isEnrolled: rows[0]?.is_enrolled ?? false,
    accountId: rows[0]?.account_id ?? null,
  };
}

/** Coaches who walked with somebody at any time up to now, as primary or as second. */
export async function coachesBefore(
  tx: EntityManager,
  actor: Actor,
  participantId: string,
): Promise<Set<string>> {
  const rows = await tx.query<{ coach_id: string }[]>(
    `SELECT DISTINCT coach_id FROM assignments
      WHERE organization_id = $1 AND participant_id = $2 AND until_on IS NOT NULL`,
    [actor.organizationId, participantId],
  );
  return new Set(rows.map((row) => row.coach_id));
}
