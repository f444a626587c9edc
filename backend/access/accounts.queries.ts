import type { EntityManager } from 'typeorm';
import { isId } from '../http/fields.js';
import { notFound, Problem } from '../http/problem.js';
import type { Actor } from './door.js';
import type { Language, Role } from './roles.js';

/** An account as its administrator holds it while changing it. */
export interface HeldAccount {
  accountId: string;
  role: Role;
  isDisabled: boolean;
  isOpened: boolean;
  version: number;
  /** Somebody besides who has opened their account and can act as administrator. */
  isOnlyAdministrator: boolean;
}

export interface NewAccount {
  accountId: string;
  role: Role;
  name: string;
  signInName: string;
  language: Language;
  /** Of the request that makes it, so that sending it again makes nothing new. */
  requestHash: Buffer | null;
}

/**
 * Adds an account that nobody has opened yet.
 * @returns false when the same request made it before.
 * @throws Problem 409 when the id stands for somebody else, or the sign-in name is taken.
 */
export async function addAccount(
  tx: Pick<EntityManager, 'query'>,
  by: Pick<Actor, 'organizationId' | 'now'>,
  account: NewAccount,
): Promise<boolean> {
  const [added] = (await tx.query(
    `INSERT INTO accounts (organization_id, id, role, sign_in_name, name, language, request_hash, created_at)
     VALUES ($1, $2, $3, lower($4), $5, $6, $7, $8) ON CONFLICT DO NOTHING RETURNING id`,
    [
      by.organizationId,
      account.accountId,
      account.role,
      account.signInName,
      account.name,
      account.language,
      account.requestHash,
      by.now,
    ],
  )) as unknown[];
  if (added) return true;
  const [known] = (await tx.query(
    'SELECT request_hash FROM accounts WHERE organization_id = $1 AND id = $2',
    [by.organizationId, account.accountId],
  )) as { request_hash: Buffer | null }[];
  if (!known) throw signInNameTaken();
  if (!account.requestHash || !known.request_hash?.equals(account.requestHash))
    throw new Problem(
      409,
      'account-id-taken',
      'This id already stands for another account. Reload the page and add them again.',
    );
  return false;
}

export function signInNameTaken(): Problem {
  const detail = 'Somebody here already signs in with this name.';
  return new Problem(409, 'sign-in-name-taken', `${detail} Choose another.`, {
    fields: [{ path: 'signInName', code: 'sign-in-name-taken', detail }],
  });
}

/**
 * The account, held against changes until the transaction ends. Every administrator is held with it, in the order of
 * their ids, so that two who disable one another wait in turn and the last one stays.
 *
 * @throws Problem 404 when it is missing, of another organization or not an id.
 */
export async function holdAccount(tx: EntityManager, actor: Actor, accountId: string): Promise<HeldAccount> {
  if (!isId(accountId)) throw notFound('account');
  const rows = await tx.query<
    { id: string; role: Role; disabled_at: Date | null; activated_at: Date | null; version: number }[]
  >(
    `SELECT id, role, disabled_at, activated_at, version FROM accounts
      WHERE organization_id = $1 AND (id = $2 OR role = 'administrator') ORDER BY id FOR UPDATE`,
    [actor.organizationId, accountId],
  );
  const row = rows.find(({ id }) => id === accountId.toLowerCase());
  if (!row) throw notFound('account');
  const acting = rows.filter(
    (each) => each.role === 'administrator' && each.activated_at && !each.disabled_at,
  );
  return {
    accountId: row.id,
    role: row.role,
    isDisabled: row.disabled_at !== null,
    isOpened: row.activated_at !== null,
    version: row.version,
    isOnlyAdministrator: acting.length === 1 && acting[0] === row,
  };
}

/** Ends every session of the account at once: the next request of each is answered 401. */
export async function endSessionsOf(tx: EntityManager, actor: Actor, accountId: string): Promise<void> {
  await tx.query('DELETE FROM sessions WHERE organization_id = $1 AND account_id = $2', [
    actor.organizationId,
    accountId,
  ]);
}

/** @param disabledAt null opens the account again. */
export async function setDisabled(
  tx: EntityManager,
  actor: Actor,
  accountId: string,
  disabledAt: Date | null,
): Promise<void> {
  await tx.query(
    'UPDATE accounts SET disabled_at = $3, version = version + 1 WHERE organization_id = $1 AND id = $2',
    [actor.organizationId, accountId, disabledAt],
  );
}
