import type { EntityManager } from 'typeorm';
import { v7 as newId } from 'uuid';
import type { Actor } from '../access/door.js';
import { invalid } from '../http/problem.js';
import type { NextContact } from './contact.dto.js';
import type { Way } from './contacts.rules.js';
import type { PlannedContactView } from './planned-contact.view.js';

/** Plans the next contact; the one planned before is replaced, not lost. */
export async function planNextContact(
  tx: EntityManager,
  actor: Actor,
  participantId: string,
  next: NextContact,
): Promise<void> {
  if (next.plannedOn < actor.today)
    throw invalid(
      'nextContact.plannedOn',
      'in-the-past',
      'The next contact lies in the past. Choose today or a later day.',
    );
  await tx.query(
    `UPDATE planned_contacts SET replaced_at = $3
      WHERE organization_id = $1 AND participant_id = $2 AND replaced_at IS NULL`,
    [actor.organizationId, participantId, actor.now],
  );
  await tx.query(
    `INSERT INTO planned_contacts (organization_id, id, participant_id, coach_id, planned_on, planned_time, way, made_at)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8)`,
    [
      actor.organizationId,
      newId(),
      participantId,
      actor.accountId,
      next.plannedOn,
      next.plannedTime ?? null,
      next.way ?? null,
      actor.now,
    ],
  );
}

/** Reached on the planned day or after it: what was planned has been, and is not what comes next any more. */
export async function settlePlannedContact(
  tx: EntityManager,
  actor: Actor,
  participantId: string,
  reachedOn: string,
): Promise<void> {
  await tx.query(
    `UPDATE planned_contacts SET replaced_at = $3
      WHERE organization_id = $1 AND participant_id = $2 AND replaced_at IS NULL AND planned_on <= $4`,
    [actor.organizationId, participantId, actor.now, reachedOn],
  );
}

interface PlannedContactRow {
  id: string;
  planned_on: string;
  planned_time: string | null;
  way: Way | null;
  coach_name: string;
}

/** What is planned from today on. */
export async function nextContactOf(
  tx: EntityManager,
  actor: Actor,
  participantId: string,
): Promise<PlannedContactView | null> {
  const [row] = await tx.query<PlannedContactRow[]>(
    `SELECT n.id, n.planned_on, to_char(n.planned_time, 'HH24:MI') AS planned_time, n.way, a.name AS coach_name
       FROM planned_contacts n JOIN accounts a ON a.organization_id = n.organization_id AND a.id = n.coach_id
      WHERE n.organization_id = $1 AND n.participant_id = $2 AND n.replaced_at IS NULL AND n.planned_on >= $3`,
    [actor.organizationId, participantId, actor.today],
  );
  return row
    ? {
        plannedContactId: row.id,
        plannedOn: row.planned_on,
        plannedTime: row.planned_time,
        way: row.way,
        coachName: row.coach_name,
      }
    : null;
}
