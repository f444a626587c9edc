import type { EntityManager } from 'typeorm';
import type { Actor } from '../access/door.js';

/** The neutral name of the actor's organization; empty where there is none. */
export async function neutralNameOf(tx: EntityManager, actor: Actor): Promise<string> {
  const [row] = await tx.query<{ neutral_name: string }[]>(
    'SELECT neutral_name FROM organizations WHERE id = $1',
    [actor.organizationId],
  );
  return row?.neutral_name ?? '';
}
