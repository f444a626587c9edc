import { randomInt } from 'node:crypto';
import type { EntityManager } from 'typeorm';
import type { Actor } from '../access/door.js';
import { signInNamesFor } from './sign-in-names.rules.js';
import type { LookedHow, WayIn } from './way-in.dto.js';

export interface WayInRow {
  account_id: string;
  sign_in_name: string;
  is_opened: boolean;
  is_disabled: boolean;
  invitation_id: string | null;
  made_at: Date;
  expires_at: Date;
  made_by_name: string | null;
  is_replacement: boolean;
  looked_how: LookedHow | null;
}

/** The account of a participant within reach, and the invitation to it that is open; undefined without an account. */
export async function wayInRow(tx: EntityManager, participantId: string): Promise<WayInRow | undefined> {
  const [row] = await tx.query<WayInRow[]>('SELECT * FROM way_in_of($1)', [participantId]);
  return row;
}

export async function isEnrolled(tx: EntityManager, actor: Actor, participantId: string): Promise<boolean> {
  const rows = await tx.query<unknown[]>(
    `SELECT 1 FROM enrollments WHERE organization_id = $1 AND participant_id = $2 AND closed_on IS NULL LIMIT 1`,
    [actor.organizationId, participantId],
  );
  return rows.length > 0;
}

/** Whether they work here too: their account is then nobody's to open but an administrator's. */
export async function isColleague(tx: EntityManager, actor: Actor, participantId: string): Promise<boolean> {
  const [row] = await tx.query<{ is_locked: boolean }[]>(
    'SELECT is_locked FROM participants WHERE organization_id = $1 AND id = $2',
    [actor.organizationId, participantId],
  );
  return row?.is_locked ?? false;
}

export async function wayInOf(
  tx: EntityManager,
  actor: Actor,
  { participantId, preferredName }: { participantId: string; preferredName: string },
): Promise<WayIn> {
  const [row, enrolled, signsInAsStaff] = await Promise.all([
    wayInRow(tx, participantId),
    isEnrolled(tx, actor, participantId),
    isColleague(tx, actor, participantId),
  ]);
  return {
    hasAccount: row !== undefined || signsInAsStaff,
    signsInAsStaff,
    signInName: row?.sign_in_name ?? null,
    proposedSignInName: row || signsInAsStaff ? null : await freeSignInName(tx, preferredName),
    isOpened: row?.is_opened ?? false,
    isDisabled: row?.is_disabled ?? false,
    isEnrolled: enrolled,
    invitation: row?.invitation_id
      ? {
          invitationId: row.invitation_id,
          madeAt: row.made_at,
          madeByName: row.made_by_name,
          expiresAt: row.expires_at,
          isExpired: row.expires_at <= actor.now,
          isReplacement: row.is_replacement,
          lookedHow: row.looked_how,
        }
      : null,
  };
}

async function freeSignInName(tx: EntityManager, preferredName: string): Promise<string | null> {
  const names = signInNamesFor(preferredName, (most) => randomInt(most));
  const [row] = await tx.query<{ name: string | null }[]>('SELECT first_free_sign_in_name($1) AS name', [
    names,
  ]);
  return row?.name ?? null;
}
