import type { EntityManager } from 'typeorm';
import { v7 as newId } from 'uuid';
import { type Actor, found } from '../access/door.js';
import { isId } from '../http/fields.js';
import { notFound, Problem, stale } from '../http/problem.js';
import { holdStanding, recomputeStanding } from '../standing/standing.store.js';
import type { AgreeCadence, AgreedCadence } from './cadence.dto.js';

interface EnrollmentRow {
  participant_id: string;
  agreed_cadence_days: number;
  agreed_cadence_on: string;
  closed_on: string | null;
  version: number;
}

/**
 * Agrees on other days between contacts, from today. The earlier agreement is kept, so that a longer one does not
 * excuse a day missed under it; one made today already is set right, as if it had been said so at first.
 *
 * @throws Problem 404 out of reach; 412 when somebody agreed on other days meanwhile; 409 when the stay is closed.
 */
export async function agreeCadence(
  tx: EntityManager,
  actor: Actor,
  enrollmentId: string,
  version: number,
  asked: AgreeCadence,
): Promise<AgreedCadence> {
  const { participant_id: participantId } = await enrollmentInReach(tx, actor, enrollmentId);
  await holdStanding(tx, participantId);
  const before = await enrollmentInReach(tx, actor, enrollmentId);
  if (before.version !== version) throw stale(viewOf(enrollmentId, before), asked);
  if (before.closed_on !== null)
    throw new Problem(
      409,
      'enrollment-closed',
      'They are no longer in this program, so there is nothing to agree on.',
    );
  if (before.agreed_cadence_days === asked.days) return viewOf(enrollmentId, before);
  if (before.agreed_cadence_on < actor.today)
    await tx.query(
      `INSERT INTO earlier_cadences (organization_id, id, enrollment_id, participant_id, days, began_on, ended_on, ended_by, ended_at)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
      [
        actor.organizationId,
        newId(),
        enrollmentId,
        participantId,
        before.agreed_cadence_days,
        before.agreed_cadence_on,
        actor.today,
        actor.accountId,
        actor.now,
      ],
    );
  await tx.query(
    `UPDATE enrollments SET agreed_cadence_days = $3, agreed_cadence_on = $4, version = version + 1
      WHERE organization_id = $1 AND id = $2`,
    [actor.organizationId, enrollmentId, asked.days, actor.today],
  );
  await recomputeStanding(tx, participantId);
  actor.record({ action: 'cadence.agreed', participantId, subjectId: enrollmentId });
  return viewOf(enrollmentId, await enrollmentInReach(tx, actor, enrollmentId));
}

async function enrollmentInReach(tx: EntityManager, actor: Actor, id: string): Promise<EnrollmentRow> {
  if (!isId(id)) throw notFound('enrollment');
  const [row] = await tx.query<EnrollmentRow[]>(
    `SELECT participant_id, agreed_cadence_days, agreed_cadence_on, closed_on, version
       FROM enrollments WHERE organization_id = $1 AND id = $2`,
    [actor.organizationId, id],
  );
  return found(row, 'enrollment');
}

function viewOf(enrollmentId: string, row: EnrollmentRow): AgreedCadence {
  return {
    enrollmentId,
    days: row.agreed_cadence_days,
    beganOn: row.agreed_cadence_on,
    version: row.version,
  };
}
