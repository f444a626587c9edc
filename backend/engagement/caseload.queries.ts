import type { EntityManager } from 'typeorm';
import type { Actor } from '../access/door.js';
import type { Way } from '../contacts/contacts.rules.js';
import { isMissed } from '../contacts/planned-contacts.rules.js';
import { COVERED_ASSIGNMENTS, coveredToday, isCovering } from '../cover/covered.queries.js';
import type { Level } from '../risk/risk.rules.js';
import {
  isMoreInNeed,
  NEED_ORDER,
  type StandingRow,
  standingColumns,
  standingView,
} from '../standing/standing.view.js';
import type { CaseloadItem } from './caseload.dto.js';

interface CaseloadRow extends StandingRow {
  participant_id: string;
  preferred_name: string;
  legal_name: string;
  pronouns: string;
  program_name: string;
  is_primary: boolean;
  risk_note_id: string | null;
  risk_level: Level;
  risk_raised_at: Date;
  risk_is_acknowledged: boolean;
  planned_contact_id: string | null;
  planned_on: string;
  planned_time: string | null;
  planned_way: Way | null;
  planned_coach_name: string;
  planned_version: number;
}

/** @param assignments a table, or a query in brackets, of `organization_id, participant_id, kind` */
const itemsOf = (assignments: string): string => `
  SELECT p.id AS participant_id, p.preferred_name, p.legal_name, p.pronouns, pr.name AS program_name,
         a.kind = 'primary' AS is_primary, ${standingColumns('$3')},
         r.id AS risk_note_id, r.level AS risk_level, r.raised_at AS risk_raised_at,
         r.acknowledged_at IS NOT NULL AS risk_is_acknowledged,
         n.id AS planned_contact_id, n.planned_on, to_char(n.planned_time, 'HH24:MI') AS planned_time,
         n.way AS planned_way, planner.name AS planned_coach_name, n.version AS planned_version
    FROM ${assignments} a
    JOIN participants p ON p.organization_id = a.organization_id AND p.id = a.participant_id
    JOIN standings s ON s.organization_id = a.organization_id AND s.participant_id = a.participant_id
    JOIN enrollments e ON e.organization_id = s.organization_id AND e.id = s.enrollment_id
    JOIN programs pr ON pr.organization_id = e.organization_id AND pr.id = e.program_id
    LEFT JOIN LATERAL (
      SELECT r.id, r.level, r.raised_at, r.acknowledged_at FROM risk_notes r
       WHERE r.organization_id = a.organization_id AND r.participant_id = a.participant_id AND r.resolved_at IS NULL
       ORDER BY array_position(ARRAY['urgent', 'concern', 'watch'], r.level), r.raised_at LIMIT 1) r ON true
    LEFT JOIN planned_contacts n ON n.organization_id = a.organization_id AND n.participant_id = a.participant_id
      AND n.replaced_at IS NULL
    LEFT JOIN accounts planner ON planner.organization_id = n.organization_id AND planner.id = n.coach_id`;

const CASELOAD = `${itemsOf('assignments')} WHERE a.organization_id = $1 AND a.coach_id = $2 AND a.until_on IS NULL`;

/** Of whom the actor covers for, without who is their own. */
const COVERED = `${itemsOf(COVERED_ASSIGNMENTS).replace('SELECT p.id', 'SELECT a.coach_id, p.id')}
   WHERE a.coach_id <> acting_account()`;

const OF_PARTICIPANTS = itemsOf(`(
  SELECT organization_id, id AS participant_id, 'primary' AS kind
    FROM participants WHERE organization_id = $1 AND id = ANY ($2))`);

/**
 * Everyone now assigned to a coach with an open enrollment, most in need first: one query, one row a person. Somebody
 * in two programs stands once, with the standing most in need.
 */
export async function caseloadOf(tx: EntityManager, actor: Actor, coachId: string): Promise<CaseloadItem[]> {
  return onePerPerson(
    await tx.query<CaseloadRow[]>(CASELOAD, [actor.organizationId, coachId, actor.today]),
    actor.today,
  ).sort(byNeed);
}

/** The same about those the actor covers for, by who is away and then by need. */
export async function caseloadCovered(tx: EntityManager, actor: Actor): Promise<CaseloadItem[]> {
  if (!isCovering(actor)) return [];
  const [covered, rows] = await Promise.all([
    coveredToday(tx, actor),
    tx.query<(CaseloadRow & { coach_id: string })[]>(COVERED, [
      actor.organizationId,
      actor.actingFor,
      actor.today,
    ]),
  ]);
  return [...covered.values()]
    .sort((one, other) => compare(one.name, other.name))
    .flatMap((coverFor) =>
      onePerPerson(
        rows.filter((row) => row.coach_id === coverFor.accountId),
        actor.today,
      )
        .sort(byNeed)
        .map((item) => ({ ...item, coverFor })),
    );
}

/** The same about these participants, whoever walks with them, in no order; out of reach or closed are left out. */
export async function caseloadItemsOf(
  tx: EntityManager,
  actor: Actor,
  participantIds: string[],
): Promise<CaseloadItem[]> {
  if (participantIds.length === 0) return [];
  return onePerPerson(
    await tx.query<CaseloadRow[]>(OF_PARTICIPANTS, [actor.organizationId, participantIds, actor.today]),
    actor.today,
  );
}

function onePerPerson(rows: CaseloadRow[], today: string): CaseloadItem[] {
  const people = new Map<string, CaseloadItem>();
  for (const row of rows) {
    const item = itemOf(row, today);
    const other = people.get(item.participantId);
    if (!other || isMoreInNeed(item.standing, other.standing)) people.set(item.participantId, item);
  }
  return [...people.values()];
}

function byNeed(one: CaseloadItem, other: CaseloadItem): number {
  return (
    Number(other.openRiskNote?.level === 'urgent') - Number(one.openRiskNote?.level === 'urgent') ||
    NEED_ORDER.indexOf(one.standing.is) - NEED_ORDER.indexOf(other.standing.is) ||
    compare(one.standing.dueOn, other.standing.dueOn) ||
    compare(one.preferredName, other.preferredName) ||
    compare(one.participantId, other.participantId)
  );
}

const compare = (one: string, other: string): number => (one < other ? -1 : one > other ? 1 : 0);

function itemOf(row: CaseloadRow, today: string): CaseloadItem {
  return {
    participantId: row.participant_id,
    preferredName: row.preferred_name,
    legalName: row.legal_name,
    pronouns: row.pronouns,
    programName: row.program_name,
    isPrimary: row.is_primary,
    standing: standingView(row),
    openRiskNote: row.risk_note_id
      ? {
          riskNoteId: row.risk_note_id,
          level: row.risk_level,
          raisedAt: row.risk_raised_at,
          isAcknowledged: row.risk_is_acknowledged,
        }
      : null,
    nextContact: row.planned_contact_id
      ? {
          plannedContactId: row.planned_contact_id,
          plannedOn: row.planned_on,
          plannedTime: row.planned_time,
          way: row.planned_way,
          coachName: row.planned_coach_name,
          isMissed: isMissed(row.planned_on, today),
          version: row.planned_version,
        }
      : null,
  };
}
