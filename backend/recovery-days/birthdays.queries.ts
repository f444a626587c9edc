import type { EntityManager } from 'typeorm';
import type { Actor } from '../access/door.js';

/** A birthday as far as the actor may see it; without one `bornOn` is null and the version 0. */
export interface Birthday {
  bornOn: string | null;
  isShared: boolean;
  version: number;
}

interface Row {
  born_on: string;
  is_shared: boolean;
  version: number;
}

export async function birthdayOf(tx: EntityManager, actor: Actor, participantId: string): Promise<Birthday> {
  const [row] = await tx.query<Row[]>(
    'SELECT born_on, is_shared, version FROM birthdays WHERE organization_id = $1 AND participant_id = $2',
    [actor.organizationId, participantId],
  );
  return row
    ? { bornOn: row.born_on, isShared: row.is_shared, version: row.version }
    : { bornOn: null, isShared: false, version: 0 };
}

/**
 * Writes a birthday over the one of this version, 0 for none. @returns false when another stands there, also one that
 * the actor may not see
 */
export async function writeBirthday(
  tx: EntityManager,
  actor: Actor,
  participantId: string,
  version: number,
  { bornOn, isShared }: { bornOn: string; isShared: boolean },
): Promise<boolean> {
  const whose = [actor.organizationId, participantId];
  if (version === 0) {
    const given = await tx.query<unknown[]>(
      `INSERT INTO birthdays (organization_id, participant_id, born_on, is_shared, given_by, given_at)
       VALUES ($1, $2, $3, $4, $5, $6) ON CONFLICT (organization_id, participant_id) DO NOTHING RETURNING version`,
      [...whose, bornOn, isShared, actor.accountId, actor.now],
    );
    return given.length === 1;
  }
  // whether it is shared is the participant's alone to say
  const sharing = actor.role === 'participant' ? ', is_shared = $7' : '';
  const [, count] = await tx.query<[unknown, number]>(
    `UPDATE birthdays SET born_on = $4, given_by = $5, given_at = $6, version = version + 1${sharing}
      WHERE organization_id = $1 AND participant_id = $2 AND version = $3`,
    [...whose, version, bornOn, actor.accountId, actor.now, ...(sharing ? [isShared] : [])],
  );
  return count === 1;
}

/** @returns false when it is no longer at this version */
export async function removeBirthday(
  tx: EntityManager,
  actor: Actor,
  participantId: string,
  version: number,
): Promise<boolean> {
  const [, count] = await tx.query<[unknown, number]>(
    'DELETE FROM birthdays WHERE organization_id = $1 AND participant_id = $2 AND version = $3',
    [actor.organizationId, participantId, version],
  );
  return count === 1;
}
