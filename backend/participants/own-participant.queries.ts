import type { EntityManager } from 'typeorm';
import { type Actor, found } from '../access/door.js';

/** The acting participant, and the name of who walks with them now. */
export interface OwnParticipant {
  participantId: string;
  coachName: string | null;
}

/** @throws Problem 404 for anybody who is no participant */
export async function ownParticipant(tx: EntityManager, actor: Actor): Promise<OwnParticipant> {
  const [row] = await tx.query<OwnParticipant[]>(
    `SELECT p.id AS "participantId", coach.name AS "coachName" FROM participants p
       LEFT JOIN accounts coach ON coach.organization_id = p.organization_id AND coach.id = p.primary_coach_id
      WHERE p.organization_id = $1 AND p.account_id = $2`,
    [actor.organizationId, actor.accountId],
  );
  return found(row, 'participant');
}

/** The record of the participant who acts; undefined for anybody else. */
export async function ownParticipantId(tx: EntityManager, actor: Actor): Promise<string | undefined> {
  const [row] = await tx.query<{ id: string }[]>(
    'SELECT id FROM participants WHERE organization_id = $1 AND account_id = $2',
    [actor.organizationId, actor.accountId],
  );
  return row?.id;
}
