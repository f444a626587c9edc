import type { Step } from './answering-clock.rules.js';

/** Why somebody heard of a note. */
export const TOLD_AS = [
  'own supervisor',
  'covers',
  'on call',
  'every supervisor',
  'administrator',
  'named',
] as const;
export type ToldAs = (typeof TOLD_AS)[number];

/** Who could hear of a note: accounts that can sign in, and no others. */
export interface Circle {
  raisedBy: string;
  /** Of the primary coach; null with no coach, no supervisor, or one who can't sign in. */
  ownSupervisorId: string | null;
  /** Who stands for that supervisor today; who answers is first. Empty when nobody is away. */
  coveringIds: readonly string[];
  onCallId: string | null;
  supervisorIds: readonly string[];
  administratorIds: readonly string[];
}

export interface Told {
  accountId: string;
  as: ToldAs;
}

/** What happens when a step's clock rings: who is told, and through which step the ladder has gone with it. */
export interface Rung {
  told: Told[];
  throughStep: Step;
}

/**
 * Whom a step tells (decision 10). Each is told once, and never of what they raised themselves. A step that finds
 * nobody new passes to the next at once, because waiting for nobody helps nobody. While their own supervisor is away,
 * whoever covers is the first to hear.
 *
 * @param isUrgentAtNight urgent, and raised outside the organization's hours: then whoever is on call is told at once
 */
export function whomToTell(
  step: Step,
  circle: Circle,
  alreadyTold: ReadonlySet<string>,
  isUrgentAtNight = false,
): Rung {
  const isNew = ({ accountId }: Told): boolean =>
    accountId !== circle.raisedBy && !alreadyTold.has(accountId);
  const told = once(candidates(step, circle, isNew, isUrgentAtNight)).filter(isNew);
  if (told.length > 0 || step === 3) return { told, throughStep: step };
  return whomToTell((step + 1) as Step, circle, alreadyTold, isUrgentAtNight);
}

function candidates(
  step: Step,
  { ownSupervisorId, coveringIds, onCallId, supervisorIds, administratorIds }: Circle,
  isNew: (one: Told) => boolean,
  isUrgentAtNight: boolean,
): Told[] {
  if (step === 3) return administratorIds.map((accountId) => ({ accountId, as: 'administrator' }));
  const onCall: Told[] = onCallId ? [{ accountId: onCallId, as: 'on call' }] : [];
  const own: Told[] = ownSupervisorId ? [{ accountId: ownSupervisorId, as: 'own supervisor' }] : [];
  const covering: Told[] = coveringIds.map((accountId) => ({ accountId, as: 'covers' }));
  // who is away hears of it too, but nothing waits for them
  const waitsFor = covering.length > 0 ? covering : own;
  const first = [...covering, ...own];
  if (step === 1 && waitsFor.some(isNew)) return isUrgentAtNight ? [...first, ...onCall] : first;
  if (onCall.some(isNew)) return onCall;
  return supervisorIds.map((accountId) => ({ accountId, as: 'every supervisor' }));
}

function once(told: readonly Told[]): Told[] {
  return told.filter(
    ({ accountId }, index) => told.findIndex((other) => other.accountId === accountId) === index,
  );
}
