import type { EntityManager } from 'typeorm';
import type { HeldAccount } from '../access/accounts.queries.js';
import type { Actor } from '../access/door.js';
import type { Role } from '../access/roles.js';
import { supervisorInReach } from '../coaches/coaches.queries.js';
import { invalid, Problem } from '../http/problem.js';
import { takeOver, whatIsWith } from './leaving.queries.js';
import { whyNotLeave } from './leaving.rules.js';

/**
 * Before somebody leaves some of their roles: nothing is left with nobody, and what was a supervisor's goes to whoever
 * takes over, in the same transaction.
 *
 * @param leaves all of them, when the account is disabled
 * @throws Problem 409 with what to do first; 404 for no supervisor to take over; 422 for themself
 */
export async function leave(
  tx: EntityManager,
  actor: Actor,
  account: HeldAccount,
  leaves: readonly Role[],
  { isDisabling, takenOverBy }: { isDisabling: boolean; takenOverBy: string | null },
): Promise<void> {
  const isSupervisor = leaves.includes('supervisor');
  const successor = isSupervisor ? takenOverBy : null;
  if (successor?.toLowerCase() === account.accountId)
    throw invalid('takenOverBy', 'themself', 'Choose somebody else to take over.');
  const withThem = await whatIsWith(tx, actor, account.accountId);
  const why = whyNotLeave({
    ...account,
    ...withThem,
    isDisabling,
    leaves,
    hasSomebodyToTakeOver: successor !== null,
  });
  if (why) {
    const { team, isOnCall, waitingNoteCount } = withThem;
    throw new Problem(409, why.code, why.detail, { facts: { coachNames: team, isOnCall, waitingNoteCount } });
  }
  if (successor === null) return;
  await supervisorInReach(tx, actor, successor);
  const name = await refuseUnableSuccessor(tx, actor, account, successor);
  await takeOver(tx, actor, account.accountId, successor);
  actor.record({ action: 'account.team-taken-over', subjectId: account.accountId, why: name });
}

/** @returns their name */
async function refuseUnableSuccessor(
  tx: EntityManager,
  actor: Actor,
  { accountId, name }: HeldAccount,
  successor: string,
): Promise<string> {
  const [row] = await tx.query<{ name: string; is_opened: boolean; is_on_team: boolean }[]>(
    `SELECT a.name, a.activated_at IS NOT NULL AS is_opened, coalesce(c.supervisor_id = $3, false) AS is_on_team
       FROM accounts a LEFT JOIN coaches c ON c.organization_id = a.organization_id AND c.id = a.id
      WHERE a.organization_id = $1 AND a.id = $2`,
    [actor.organizationId, successor, accountId],
  );
  if (!row?.is_opened)
    throw new Problem(
      409,
      'successor-has-not-opened',
      `${row?.name ?? 'They'} has not opened the account yet. Choose a supervisor who can sign in.`,
    );
  if (row.is_on_team)
    throw new Problem(
      409,
      'successor-is-on-the-team',
      `${row.name} coaches too and reports to ${name}. First choose whom ${row.name} reports to, then who takes over.`,
    );
  return row.name;
}
