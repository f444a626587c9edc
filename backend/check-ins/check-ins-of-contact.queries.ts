import type { EntityManager } from 'typeorm';
import type { Actor } from '../access/door.js';
import { checkInsOfIds } from './check-ins.queries.js';
import type { CheckInView } from './check-in.view.js';

/** What was entered in the form of a contact, if it was. */
export async function checkInOfContact(
  tx: EntityManager,
  actor: Actor,
  contactId: string,
): Promise<CheckInView | undefined> {
  const rows = await tx.query<{ id: string }[]>(
    'SELECT id FROM check_ins WHERE organization_id = $1 AND contact_id = $2',
    [actor.organizationId, contactId],
  );
  const [checkIn] = await checkInsOfIds(
    tx,
    actor,
    rows.map(({ id }) => id),
  );
  return checkIn;
}

/** What was said in a contact just voided was not said there. */
export async function takeBackCheckInsOfVoided(
  tx: EntityManager,
  actor: Actor,
  contactId: string,
): Promise<void> {
  await tx.query('SELECT take_back_check_ins_of_voided($1, $2)', [contactId, actor.now]);
}
