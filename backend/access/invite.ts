import type { EntityManager } from 'typeorm';
import { v7 as newId } from 'uuid';
import type { Actor } from './door.js';
import { hashOf, newToken } from './session-cookie.js';

/** Days that a link works (ours: long enough for a weekend, short enough to be lost in a drawer). */
export const INVITATION_DAYS = 7;

export interface NewInvitation {
  /** The path on this server; told once, only its hash is kept. */
  invitationLink: string;
  invitationExpiresAt: Date;
}

/**
 * A link that opens an account once. An earlier link of the same account stops working.
 * @param madeBy who invites; null for the first administrator of an organization.
 */
export async function invite(
  tx: Pick<EntityManager, 'query'>,
  by: Pick<Actor, 'organizationId' | 'now'>,
  accountId: string,
  madeBy: string | null,
): Promise<NewInvitation> {
  const token = newToken();
  const expiresAt = invitationEnd(by.now);
  await tx.query(
    'DELETE FROM invitations WHERE organization_id = $1 AND account_id = $2 AND used_at IS NULL',
    [by.organizationId, accountId],
  );
  await tx.query(
    `INSERT INTO invitations (organization_id, id, account_id, token_hash, made_by, made_at, expires_at)
     VALUES ($1, $2, $3, $4, $5, $6, $7)`,
    [by.organizationId, newId(), accountId, hashOf(token), madeBy, by.now, expiresAt],
  );
  return { invitationLink: `/invitation/${token}`, invitationExpiresAt: expiresAt };
}

export function invitationEnd(now: Date): Date {
  return new Date(now.getTime() + INVITATION_DAYS * 24 * 60 * 60 * 1000);
}
