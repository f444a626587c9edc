import type { NeededRole } from '../access/accounts.queries.js';
import type { CoveredRole } from '../cover/cover.rules.js';
import type { Role } from '../access/roles.js';

/** What would be left with nobody if somebody no longer acted in some of their roles. */
export interface Leaving {
  name: string;
  /** Disabled: out of every role at once. Otherwise one role is taken and the account stays. */
  isDisabling: boolean;
  roles: readonly Role[];
  leaves: readonly Role[];
  /** Roles that nobody else who can sign in holds. */
  isOnly: readonly NeededRole[];
  /** Coaches who report to them, by name. */
  team: readonly string[];
  isOnCall: boolean;
  /** Risk notes without an answer that no other supervisor was told of. */
  waitingNoteCount: number;
  caseloadCount: number;
  /** For whom they cover, now or on days to come, by name. */
  covers: Readonly<Record<CoveredRole, readonly string[]>>;
  hasSomebodyToTakeOver: boolean;
  /** It was said who covers instead as coach, or that nobody does. */
  hasSaidWhoCovers: boolean;
}

export interface Refusal {
  code: string;
  /** What to do first. */
  detail: string;
}

/** Why they can't leave as asked, the most general first; undefined when nothing would be left with nobody. */
export function whyNotLeave(leaving: Leaving): Refusal | undefined {
  const { name, isDisabling, roles, leaves, isOnly, caseloadCount } = leaving;
  if (!isDisabling && roles.length === 1)
    return {
      code: 'role-is-the-last',
      detail: `This is the only role of ${name}. Give another one first, or disable the account.`,
    };
  if (leaves.includes('administrator') && isOnly.includes('administrator'))
    return {
      code: 'administrator-is-the-last',
      detail:
        'This is the only administrator who can sign in. Invite another and let them open their account first.',
    };
  if (leaves.includes('supervisor') && isOnly.includes('supervisor'))
    return {
      code: 'supervisor-is-the-last',
      detail:
        `${name} is the only supervisor who can sign in: risk notes would be answered by nobody. ` +
        'First give somebody else the role of supervisor, or invite a supervisor and let them open their account.',
    };
  const left = leaves.includes('supervisor') ? leftBehind(leaving) : [];
  if (left.length > 0 && !leaving.hasSomebodyToTakeOver)
    return { code: 'somebody-must-take-over', detail: `${left.join(' ')} Say who takes over from ${name}.` };
  if (leaves.includes('coach') && !isDisabling && caseloadCount > 0)
    return {
      code: 'caseload-would-be-left',
      detail: `${name} walks with ${caseloadCount === 1 ? '1 participant' : `${caseloadCount} participants`}. First assign them to somebody else.`,
    };
  const { coach: coveredCoaches } = leaving.covers;
  if (leaves.includes('coach') && coveredCoaches.length > 0 && !leaving.hasSaidWhoCovers)
    return {
      code: 'somebody-must-cover',
      detail: `${name} covers for ${listed(coveredCoaches)}. Say who covers instead, or that nobody does yet.`,
    };
  return undefined;
}

function leftBehind({ name, team, isOnCall, waitingNoteCount, covers }: Leaving): string[] {
  const sentences: string[] = [];
  if (team.length > 0)
    sentences.push(`${listed(team)} ${team.length === 1 ? 'reports' : 'report'} to ${name}.`);
  if (isOnCall) sentences.push(`${name} is on call for risk notes.`);
  if (waitingNoteCount > 0)
    sentences.push(
      waitingNoteCount === 1
        ? `1 risk note waits for ${name} alone.`
        : `${waitingNoteCount} risk notes wait for ${name} alone.`,
    );
  if (covers.supervisor.length > 0) sentences.push(`${name} covers for ${listed(covers.supervisor)}.`);
  return sentences;
}

const MOST_NAMED = 4;

function listed(names: readonly string[]): string {
  const more = names.length - MOST_NAMED;
  const named = more > 0 ? [...names.slice(0, MOST_NAMED), `${more} more`] : [...names];
  return named.length === 1 ? named[0]! : `${named.slice(0, -1).join(', ')} and ${named.at(-1)}`;
}
