import type { EntityManager } from 'typeorm';
import { isId } from '../http/fields.js';
import { notFound, Problem } from '../http/problem.js';
import type { Actor } from './door.js';
import type { Language, Role } from './roles.js';

/** Roles without which an organization stands still: somebody has to hold each. */
export type NeededRole = 'administrator' | 'supervisor';

/** An account as its administrator holds it while changing it. */
export interface HeldAccount {
  accountId: string;
  name: string;
  /** The role it begins in. */
  role: Role;
  roles: Role[];
  isDisabled: boolean;
  isOpened: boolean;
  version: number;
  /** Nobody besides them has opened an account and can act in these. */
  isOnly: NeededRole[];
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

interface HeldRow {
  id: string;
  name: string;
  role: Role;
  disabled_at: Date | null;
  activated_at: Date | null;
  version: number;
}

const NEEDED: readonly NeededRole[] = ['administrator', 'supervisor'];

/**
 * The account, held against changes until the transaction ends. Every administrator and supervisor is held with it, in
 * the order of their ids, so that two who disable one another wait in turn and the last one stays.
 *
 * @throws Problem 404 when it is missing, of another organization or not an id.
 */
export async function holdAccount(tx: EntityManager, actor: Actor, accountId: string): Promise<HeldAccount> {
  if (!isId(accountId)) throw notFound('account');
  const values = [actor.organizationId, accountId];
  const rows = await tx.query<HeldRow[]>(
    `SELECT a.id, a.name, a.role, a.disabled_at, a.activated_at, a.version FROM accounts a
      WHERE a.organization_id = $1 AND (a.id = $2 OR EXISTS (
        SELECT 1 FROM account_roles r WHERE r.organization_id = a.organization_id AND r.account_id = a.id
           AND r.role IN ('administrator', 'supervisor'))) ORDER BY a.id FOR NO KEY UPDATE`,
    values,
  );
  const row = rows.find(({ id }) => id === accountId.toLowerCase());
  if (!row) throw notFound('account');
  // after they are held: what was committed while this waited counts
  const held = await tx.query<{ account_id: string; role: Role }[]>(
    `SELECT account_id, role FROM account_roles WHERE organization_id = $1 AND (account_id = $2 OR role <> 'participant')
      ORDER BY given_at, role`,
    values,
  );
  const able = new Set(rows.filter((each) => each.activated_at && !each.disabled_at).map(({ id }) => id));
  const holders = (role: Role): string[] =>
    held.filter((each) => each.role === role && able.has(each.account_id)).map((each) => each.account_id);
  return {
    accountId: row.id,
    name: row.name,
    role: row.role,
    roles: held.filter(({ account_id }) => account_id === row.id).map(({ role }) => role),
    isDisabled: row.disabled_at !== null,
    isOpened: row.activated_at !== null,
    version: row.version,
    isOnly: NEEDED.filter((role) => holders(role).length === 1 && holders(role)[0] === row.id),
  };
}

/** Ends every session of the account in a role of the staff at once: the next request of each is answered 401. */
export async function endStaffSessionsOf(tx: EntityManager, actor: Actor, accountId: string): Promise<void> {
  await tx.query(
    `DELETE FROM sessions WHERE organization_id = $1 AND account_id = $2 AND role <> 'participant'`,
    [actor.organizationId, accountId],
  );
}

/** Ends every session of the account at once: the next request of each is answered 401. */
export async function endSessionsOf(tx: EntityManager, actor: Actor, accountId: string): Promise<void> {
  await tx.query('DELETE FROM sessions WHERE organization_id = $1 AND account_id = $2', [
    actor.organizationId,
    accountId,
  ]);
}

/** The account was changed in a way that stands elsewhere, as its roles. */
export async function countOn(tx: EntityManager, actor: Actor, accountId: string): Promise<void> {
  await tx.query('UPDATE accounts SET version = version + 1 WHERE organization_id = $1 AND id = $2', [
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
