/** A two-way exchange, or which attempt of ours without one. */
export const OUTCOMES = ['reached', 'no answer', 'left message', 'no-show', 'wrong number'] as const;
export type Outcome = (typeof OUTCOMES)[number];

/** Who reached out. */
export const STARTED_BY = ['coach', 'participant'] as const;
export type StartedBy = (typeof STARTED_BY)[number];

/** How. */
export const WAYS = ['phone', 'text', 'video', 'in person', 'group', 'email'] as const;
export type Way = (typeof WAYS)[number];

/** Where. */
export const PLACES = [
  'office',
  'home',
  'community',
  'street',
  'jail',
  'hospital',
  'emergency room',
  'treatment',
  'online',
] as const;
export type Place = (typeof PLACES)[number];

/** Whole minutes, where somebody says how long: never none, never more than a day holds. */
export const FEWEST_MINUTES = 1;
export const MOST_MINUTES = 24 * 60;

/** A contact may be amended by its author for so long after it was recorded; ours. Later an addendum is added. */
export const AMENDABLE_FOR_MS = 24 * 60 * 60 * 1000;

export function isAttempt(outcome: Outcome): boolean {
  return outcome !== 'reached';
}

/**
 * Whether that is a contact at all. An attempt is ours: a message from the participant that nobody answered is
 * "asked to be called", no attempt.
 */
export function isContact(outcome: Outcome, startedBy: StartedBy | null): boolean {
  return !(isAttempt(outcome) && startedBy === 'participant');
}

/**
 * Whether someone may still amend a contact: its author, within 24 hours of recording.
 *
 * @param recordedAt by the server's clock, as is `now`; the day the contact happened on plays no part
 */
export function mayAmend(authorId: string, recordedAt: Date, accountId: string, now: Date): boolean {
  return authorId === accountId && now.getTime() - recordedAt.getTime() <= AMENDABLE_FOR_MS;
}
