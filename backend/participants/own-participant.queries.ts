import type { EntityManager } from 'typeorm';
import type { Actor } from '../access/door.js';

/** The record of the participant who acts; undefined for anybody else. */
export async function ownParticipantId(tx: EntityManager, actor: Actor): Promise<string | undefined> {
  const [row] = await tx.query<{ id: string }[]>(
    'SELECT id FROM participants WHERE organization_id = $1 AND account_id = $2',
    [actor.organizationId, actor.accountId],
  );
  return row?.id;
}
