import type { EntityManager } from 'typeorm';
import type { Actor } from '../access/door.js';

/** What was promised in a contact just voided binds nobody any more. */
export async function releasePromisesOfVoided(
  tx: EntityManager,
  actor: Actor,
  contactId: string,
): Promise<void> {
  await tx.query('SELECT release_promises_of_voided($1, $2)', [contactId, actor.now]);
}
