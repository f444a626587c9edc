/** Open until kept, or released with a reason. */
export const PROMISE_STATES = ['open', 'kept', 'released'] as const;
export type PromiseState = (typeof PROMISE_STATES)[number];

export type NotADay = 'in-the-past' | 'in-the-future' | 'before-it-was-made';

export function promiseState(keptAt: Date | null, releasedAt: Date | null): PromiseState {
  return keptAt ? 'kept' : releasedAt ? 'released' : 'open';
}

/**
 * Why a promise can't be due on a day, or null. Days are local ones.
 *
 * @param dueBefore the day it was due on so far: one gone by may stay when only the words change
 */
export function whyNotDueOn(dueOn: string, today: string, dueBefore?: string): NotADay | null {
  return dueOn < today && dueOn !== dueBefore ? 'in-the-past' : null;
}

/** Why a promise can't have been kept on a day, or null. Nothing is kept before it is promised, nor ahead of time. */
export function whyNotKeptOn(keptOn: string, madeOn: string, today: string): NotADay | null {
  if (keptOn > today) return 'in-the-future';
  return keptOn < madeOn ? 'before-it-was-made' : null;
}
