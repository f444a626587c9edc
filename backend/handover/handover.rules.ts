import { closingAfter, localDay, type WorkingTime } from '../risk/working-hours.rules.js';

export const HANDOVER_STATES = ['asked', 'waiting', 'declined', 'accepted', 'ended'] as const;
export type HandoverState = (typeof HANDOVER_STATES)[number];

/** `handed over`: what was asked for was done; `moved on`: they were given to somebody else by another way. */
export const HANDOVER_ENDINGS = ['undone', 'called off', 'handed over', 'moved on'] as const;
export type HandoverEnding = (typeof HANDOVER_ENDINGS)[number];

/** A handover that nobody has accepted for so many working days shows to the supervisor (ours). */
export const WORKING_DAYS_TO_ACCEPT = 2;

/** What a handover is, from its moments. */
export interface HandoverMoments {
  madeAt: Date | null;
  acceptedAt: Date | null;
  declinedAt: Date | null;
  endedAt: Date | null;
}

export function handoverState({ madeAt, acceptedAt, declinedAt, endedAt }: HandoverMoments): HandoverState {
  if (endedAt) return 'ended';
  if (acceptedAt) return 'accepted';
  if (!madeAt) return 'asked';
  return declinedAt ? 'declined' : 'waiting';
}

/** Until when it is in good time: the end of the second working day after the day it was made. */
export function acceptBy(madeAt: Date, time: WorkingTime): Date {
  return closingAfter(time, localDay(time, madeAt), WORKING_DAYS_TO_ACCEPT);
}

const MOST_HANDED_WORDS = 20_000;

/** What somebody typed in the form of a contact, without the rest of the form; empty when nothing was. */
export function wordsOfDraft(body: Record<string, unknown>): string {
  return ['teamNote', 'sharedNote']
    .map((field) => body[field])
    .filter((value): value is string => typeof value === 'string' && value.trim() !== '')
    .join('\n\n')
    .slice(0, MOST_HANDED_WORDS)
    .toWellFormed();
}
