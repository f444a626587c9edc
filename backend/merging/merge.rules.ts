import { invalid, Problem } from '../http/problem.js';

/** What decides of two records whether they may become one, and with which account and coach. */
export interface OneOfTwo {
  preferredName: string;
  account: { accountId: string; worksHere: boolean } | null;
  coachId: string | null;
  hasDied: boolean;
}

/** Why these two can't be merged, whoever asks; undefined where they can. */
export function cannotMerge(into: OneOfTwo, from: OneOfTwo): Problem | undefined {
  const died = [into, from].find(({ hasDied }) => hasDied);
  if (died)
    return new Problem(
      409,
      'one-of-them-died',
      `On ${died.preferredName}’s record it stands that they died. If that is right, say it on the other record too, so ` +
        'that nothing there asks for them; if it is not, take it back first. A record of somebody who died is not merged.',
    );
  if (into.account?.worksHere && from.account?.worksHere && into.account.accountId !== from.account.accountId)
    return new Problem(
      409,
      'both-work-here',
      'Both have an account of the staff, so these are two people. If one person has two, disable one of them first.',
    );
  return undefined;
}

/**
 * The account that opens the record from now on. Where there are two, whoever merges chooses and says that both are
 * one person's: the one that stays reads what stood in both.
 *
 * @throws Problem 422 for a choice that is missing or neither of theirs
 */
export function accountThatStays(
  into: OneOfTwo,
  from: OneOfTwo,
  { accountId, areBothTheirs }: { accountId?: string; areBothTheirs?: boolean },
): string | null {
  const [one, other] = [into.account, from.account];
  const theirs = [one, other].flatMap((account) => account?.accountId ?? []);
  const chosen = accountId?.toLowerCase();
  if (chosen && !theirs.includes(chosen))
    throw invalid('accountId', 'not-theirs', 'This sign-in is of neither record. Choose one of theirs.');
  if (!one || !other) return theirs[0] ?? null;
  if (!chosen) throw invalid('accountId', 'missing', 'Both have a sign-in. Choose which of them stays.');
  if (!areBothTheirs)
    throw invalid(
      'areBothTheirs',
      'missing',
      'Ask them first: the sign-in that stays reads what stands in both records.',
    );
  const letGo = chosen === one.accountId ? other : one;
  if (letGo.worksHere)
    throw invalid('accountId', 'works-here', 'The account of who works here stays. Choose that one.');
  return chosen;
}

/** Who walks with them from now on: the primary coach chosen, and the other one beside them if there is another. */
export function coachesThatStay(
  into: OneOfTwo,
  from: OneOfTwo,
  coachId: string | undefined,
): { primary: string | null; other: string | null } {
  const theirs = [into.coachId, from.coachId].flatMap((id) => id ?? []);
  const chosen = coachId?.toLowerCase();
  if (chosen && !theirs.includes(chosen))
    throw invalid('coachId', 'not-theirs', 'This coach walks with neither of them. Choose one who does.');
  const primary = chosen ?? theirs[0] ?? null;
  return { primary, other: theirs.find((id) => id !== primary) ?? null };
}
