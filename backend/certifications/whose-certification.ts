import type { EntityManager } from 'typeorm';
import type { Actor } from '../access/door.js';
import { isId } from '../http/fields.js';
import { notFound, Problem } from '../http/problem.js';
import type { StaffName } from '../participants/participant.dto.js';
import type { Uncertified } from './certification.dto.js';

/** A coach, as far as certifications ask. */
export interface WhoseCertification {
  coach: StaffName;
  supervisor: StaffName | null;
  training: { supervisor: StaffName | null; throughOn: string | null };
  then: Uncertified;
}

interface Row {
  id: string;
  name: string;
  supervisor_id: string | null;
  supervisor_name: string | null;
  training_supervisor_id: string | null;
  training_name: string | null;
  training_through_on: string | null;
  uncertified_logging: Uncertified;
}

const SELECT = `
  SELECT c.id, a.name, c.supervisor_id, s.name AS supervisor_name, c.training_supervisor_id, t.name AS training_name,
         c.training_through_on, o.uncertified_logging
    FROM coaches c
    JOIN organizations o ON o.id = c.organization_id
    JOIN accounts a ON a.organization_id = c.organization_id AND a.id = c.id
    LEFT JOIN accounts s ON s.organization_id = c.organization_id AND s.id = c.supervisor_id
    LEFT JOIN accounts t ON t.organization_id = c.organization_id AND t.id = c.training_supervisor_id
   WHERE c.organization_id = $1
     AND ($2 = 'administrator' OR $2 = 'supervisor' AND c.supervisor_id = ANY ($3::uuid[]) AND c.id <> $4
       OR $2 = 'coach' AND c.id = $4)`;

const reach = ({ organizationId, role, actingFor, accountId }: Actor): unknown[] => [
  organizationId,
  role,
  actingFor,
  accountId,
];

/**
 * Reached by the coach themself, by their supervisor (and whoever stands in for them) and by administrators.
 *
 * @throws Problem 404, the same for missing, out of reach and malformed.
 */
export async function whoseCertification(
  tx: EntityManager,
  actor: Actor,
  coachId: string,
): Promise<WhoseCertification> {
  if (!isId(coachId)) throw notFound('coach');
  const [row] = await tx.query<Row[]>(`${SELECT} AND c.id = $5`, [...reach(actor), coachId]);
  if (!row) throw notFound('coach');
  return viewOf(row);
}

/** Everybody within reach who coaches and can sign in, in no order. */
export async function allWhoCoach(tx: EntityManager, actor: Actor): Promise<WhoseCertification[]> {
  const rows = await tx.query<Row[]>(`${SELECT} AND c.is_coaching AND a.disabled_at IS NULL`, reach(actor));
  return rows.map(viewOf);
}

/** @throws Problem 403 for one's own: somebody else enters and confirms. */
export function refuseOwn(actor: Actor, coachId: string): void {
  if (coachId === actor.accountId)
    throw new Problem(
      403,
      'certification-own',
      'Nobody enters or confirms their own certification. Ask your supervisor or another administrator.',
    );
}

function viewOf(row: Row): WhoseCertification {
  const named = (accountId: string | null, name: string | null): StaffName | null =>
    accountId ? { accountId, name: name ?? '' } : null;
  return {
    coach: { accountId: row.id, name: row.name },
    supervisor: named(row.supervisor_id, row.supervisor_name),
    training: {
      supervisor: named(row.training_supervisor_id, row.training_name),
      throughOn: row.training_through_on,
    },
    then: row.uncertified_logging,
  };
}
