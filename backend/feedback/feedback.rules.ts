import { createHash } from 'node:crypto';
import { dayIn } from '../clock/clock.js';
import { nextOpening, type WorkingTime } from '../risk/working-hours.rules.js';

export const KINDS = ['thanks', 'comment', 'change'] as const;
/** Thanks need no words; a change is asked for in words and answered. */
export type Kind = (typeof KINDS)[number];

export const ANSWERS = ['changed', 'added', 'voided', 'declined'] as const;
/** What the coach did about an asked change: amended the contact, added to it, voided it, or said why not. */
export type AnsweredAs = (typeof ANSWERS)[number];

export const REASONS = ['training', 'held', 'risk note', 'drifting', 'sample', 'answered'] as const;
/** Why a supervisor is asked to read a contact. */
export type AskedBecause = (typeof REASONS)[number];

/** A line or a few: it is read between two visits (ours). */
export const MOST_FEEDBACK_WORDS = 1000;

/** Looking again within this time is the same visit: what was new stays new (ours). */
export const VISIT_MINUTES = 30;

/** Since when contacts are new to somebody who looks now. @returns null when they never looked */
export function newSince(
  looked: { lookedAt: Date; beforeAt: Date | null } | undefined,
  now: Date,
): Date | null {
  if (!looked) return null;
  const isSameVisit = now.getTime() - looked.lookedAt.getTime() < VISIT_MINUTES * 60_000;
  return isSameVisit ? looked.beforeAt : looked.lookedAt;
}

/**
 * When a coach is told outside the app, and for which day: once a day, in the hours in which the organization works.
 * Thanks alone wait in the app: nothing is asked of anybody.
 */
export function toldOutside(kind: Kind, time: WorkingTime, now: Date): { at: Date; on: string } | null {
  if (kind === 'thanks') return null;
  const at = nextOpening(time, now);
  return { at, on: dayIn(time.timeZone, at) };
}

/** What messages about a coach's feedback are about: an id of no row, so that they can be withdrawn together. */
export function subjectOfTelling(coachId: string): string {
  const hash = createHash('sha256').update(`feedback for ${coachId.toLowerCase()}`).digest('hex');
  return `${hash.slice(0, 8)}-${hash.slice(8, 12)}-8${hash.slice(13, 16)}-8${hash.slice(17, 20)}-${hash.slice(20, 32)}`;
}
