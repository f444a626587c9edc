import type { Level } from './risk.rules.js';

/** An urgent note is answered within so many minutes at any hour (ours, domain rule 3). */
export const URGENT_MINUTES = 60;

/** When an answer to a note is due; null where it waits for working hours or the next supervision. */
export function answerBy(level: Level, raisedAt: Date): Date | null {
  return level === 'urgent' ? new Date(raisedAt.getTime() + URGENT_MINUTES * 60_000) : null;
}
