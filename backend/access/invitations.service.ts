import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { v7 as newId } from 'uuid';
import { Clock } from '../clock/clock.js';
import { notFound } from '../http/problem.js';
import type { Actor } from './door.js';
import { hashPassword } from './passwords.js';
import { hashOf, newToken } from './session-cookie.js';
import type { Language, Role } from './roles.js';
import type { InvitationView } from './sign-in.dto.js';

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
  const expiresAt = new Date(by.now.getTime() + INVITATION_DAYS * 24 * 60 * 60 * 1000);
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

/** Opening an account with a link. Wrong, used and expired are one answer. */
@Injectable()
export class InvitationsService {
  constructor(
    private readonly source: DataSource,
    private readonly clock: Clock,
  ) {}

  async look(token: string): Promise<InvitationView> {
    const [row] = (await this.source.query('SELECT * FROM invitation_by_token($1, $2)', [
      hashOf(token),
      this.clock.now(),
    ])) as {
      name: string;
      sign_in_name: string;
      organization_name: string;
      short_name: string;
      role: Role;
      language: Language;
    }[];
    if (!row) throw notFound('invitation');
    return {
      name: row.name,
      signInName: row.sign_in_name,
      organizationName: row.organization_name,
      organization: row.short_name,
      role: row.role,
      language: row.language,
    };
  }

  async accept(token: string, password: string): Promise<{ organization_id: string; account_id: string }> {
    await this.look(token);
    const [account] = (await this.source.query('SELECT * FROM accept_invitation($1, $2, $3)', [
      hashOf(token),
      await hashPassword(password),
      this.clock.now(),
    ])) as { organization_id: string; account_id: string }[];
    if (!account) throw notFound('invitation');
    return account;
  }
}
