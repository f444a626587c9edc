import type { Role } from '../access/roles.js';
import { dayNumber } from '../standing/day-number.js';

/** A goal nobody has moved for so many days asks for a word (domain.md 2). */
export const STILL_DAYS = 30;

/** Finishing takes the word of both. */
export type Side = 'participant' | 'staff';

export function sideOf(role: Role): Side {
  return role === 'participant' ? 'participant' : 'staff';
}

export type GoalState = 'open' | 'finished' | 'let go';

export function goalState(finishedOn: string | null, letGoOn: string | null): GoalState {
  return finishedOn ? 'finished' : letGoOn ? 'let go' : 'open';
}

/**
 * Whether a day to get there by has gone by. One that was there before stays when only the words change.
 *
 * @param today the local day in the organization's zone
 */
export function hasGoneBy(byOn: string | null | undefined, today: string, before?: string | null): boolean {
  return !!byOn && byOn < today && byOn !== before;
}

/** What saying "it is reached" does. */
export type FinishMove = 'propose' | 'confirm' | 'finish for both' | 'nothing' | 'not yours to say';

/**
 * @param proposedBy the side that said so first; null while nobody has
 * @param isForBoth staff say that the two agreed on it in person
 * @param hasAccount whether the participant can say so themself
 */
export function finishMove(
  role: Role,
  proposedBy: Side | null,
  isForBoth: boolean,
  hasAccount: boolean,
): FinishMove {
  const side = sideOf(role);
  if (proposedBy && proposedBy !== side) return 'confirm';
  if (role === 'coach' && isForBoth && !hasAccount) return 'finish for both';
  if (proposedBy === side) return 'nothing';
  return role === 'supervisor' ? 'not yours to say' : 'propose';
}

/** Whether an open goal has stood still for a month. Days are local ones. */
export function isStill(lastMovedOn: string, today: string): boolean {
  return dayNumber(today) - dayNumber(lastMovedOn) >= STILL_DAYS;
}
