import type { EntityManager } from 'typeorm';
import type { HeldAccount } from '../access/accounts.queries.js';
import { type Actor, found } from '../access/door.js';
import type { Role } from '../access/roles.js';
import { supervisorInReach } from '../coaches/coaches.queries.js';
import { COVERED_ROLES, type CoveredRole } from '../cover/cover.rules.js';
import { type CoverToCome, coverInstead, coversToComeOf, endCovers } from '../cover/leaving-covers.js';
import { invalid, Problem } from '../http/problem.js';
import type { Disabling } from './account-roles.dto.js';
import { takeOver, whatIsWith } from './leaving.queries.js';
import { whyNotLeave } from './leaving.rules.js';

/** Who takes what is with somebody who leaves: see `Disabling`. */
interface ToWhom extends Disabling {
  isDisabling: boolean;
}

/**
 * Before somebody leaves some of their roles: nothing is left with nobody, and what was a supervisor's goes to whoever
 * takes over, in the same transaction. What they cover is covered by somebody else from today on, and what others cover
 * for them ends.
 *
 * @param leaves all of them, when the account is disabled
 * @throws Problem 409 with what to do first, or where who covers would close a circle; 404 for no supervisor to take
 *   over, or no coach to cover; 422 for themself
 */
export async function leave(
  tx: EntityManager,
  actor: Actor,
  account: HeldAccount,
  leaves: readonly Role[],
  toWhom: ToWhom,
): Promise<void> {
  const takenOverBy = leaves.includes('supervisor') ? (toWhom.takenOverBy ?? null) : null;
  const coveredInsteadBy = leaves.includes('coach') ? toWhom.coveredInsteadBy : null;
  refuseThemself(account, { takenOverBy, coveredInsteadBy });
  const withThem = await whatIsWith(tx, actor, account.accountId);
  const covers = await coversToComeOf(
    tx,
    actor,
    account.accountId,
    COVERED_ROLES.filter((role) => leaves.includes(role)),
  );
  const coveredBy = (role: CoveredRole): CoverToCome[] =>
    covers.filter((cover) => cover.role === role && cover.coveringId === account.accountId);
  const namesOf = (role: CoveredRole): string[] => [
    ...new Set(coveredBy(role).map(({ awayName }) => awayName)),
  ];
  const why = whyNotLeave({
    ...account,
    ...withThem,
    covers: { coach: namesOf('coach'), supervisor: namesOf('supervisor') },
    isDisabling: toWhom.isDisabling,
    leaves,
    hasSomebodyToTakeOver: takenOverBy !== null,
    hasSaidWhoCovers: coveredInsteadBy !== undefined,
  });
  if (why) {
    const { team, isOnCall, waitingNoteCount } = withThem;
    throw new Problem(409, why.code, why.detail, { facts: { coachNames: team, isOnCall, waitingNoteCount } });
  }
  await endCovers(
    tx,
    actor,
    covers.filter(({ awayId }) => awayId === account.accountId),
  );
  if (takenOverBy !== null) {
    await supervisorInReach(tx, actor, takenOverBy);
    const name = await refuseUnableSuccessor(tx, actor, account, takenOverBy);
    // first, so that a note of somebody who is away is told as theirs, and theirs again when they are back
    await coverInstead(tx, actor, coveredBy('supervisor'), takenOverBy);
    await takeOver(tx, actor, account.accountId, takenOverBy);
    actor.record({ action: 'account.team-taken-over', subjectId: account.accountId, why: name });
  }
  if (coveredInsteadBy && coveredBy('coach').length > 0) {
    const name = await coverInstead(tx, actor, coveredBy('coach'), coveredInsteadBy);
    actor.record({ action: 'account.covers-taken-over', subjectId: account.accountId, why: name });
  }
}

function refuseThemself(
  { accountId }: HeldAccount,
  asked: Pick<Disabling, 'coveredInsteadBy'> & { takenOverBy: string | null },
): void {
  for (const field of ['takenOverBy', 'coveredInsteadBy'] as const)
    if (asked[field]?.toLowerCase() === accountId)
      throw invalid(field, 'themself', 'Choose somebody else to take over.');
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
  const { name: who, is_opened: isOpened, is_on_team: isOnTeam } = found(row, 'supervisor');
  if (!isOpened)
    throw new Problem(
      409,
      'successor-has-not-opened',
      `${who} has not opened the account yet. Choose a supervisor who can sign in.`,
    );
  if (isOnTeam)
    throw new Problem(
      409,
      'successor-is-on-the-team',
      `${who} coaches too and reports to ${name}. First choose whom ${who} reports to, then who takes over.`,
    );
  return who;
}
