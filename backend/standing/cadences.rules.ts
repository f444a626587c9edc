import { dayNumber } from './day-number.js';
import { type StandingFacts, countedFrom } from './standing-facts.js';

/** Reached at least every so many days, unless a participant and coach agree otherwise. */
export const DEFAULT_CADENCE_DAYS = 7;

/**
 * The weeks after a release, discharge, overdose or stopped medication, by days since. That the first two weeks
 * are the deadliest is known (Binswanger 2007, NEJM: 129 times the general population's risk of dying by overdose
 * after prison); the cadences are ours.
 */
export const WINDOW_STAGES = [
  { fromDay: 0, throughDay: 14, days: 2 },
  { fromDay: 15, throughDay: 30, days: 7 },
  { fromDay: 31, throughDay: 90, days: 10 },
] as const;

/** How often an open risk note asks for contact; ours. A watch note asks for none of its own. */
export const NOTE_CADENCE_DAYS = { urgent: 1, concern: 3, watch: null } as const;

export const DUE_REASONS = ['agreed', 'window', 'urgent note', 'concern note', 'end of pause'] as const;
export type DueReason = (typeof DUE_REASONS)[number];

/** A day (as a number) on which contact falls due, and what asks for it. */
export interface DueDay {
  kind: DueReason;
  /** Days of the cadence that asks, 0 for the end of a pause. */
  days: number;
  beganOn: number;
  dueOn: number;
  /** The last day it asks. */
  throughOn: number;
}

/**
 * Every day on which contact falls due since last reached: for each cadence max(the day it began, last reached day +
 * its days), and the day after each pause. Left out is a cadence that ended before its own due day; one that ended on
 * it or later is kept, for a day missed stays missed until reached.
 */
export function dueDays(facts: StandingFacts): DueDay[] {
  const since = dayNumber(countedFrom(facts).day);
  const due: DueDay[] = [];
  const ask = (kind: DueReason, days: number, beganOn: number, throughOn: number) => {
    const dueOn = Math.max(beganOn, since + days);
    if (dueOn <= throughOn) due.push({ kind, days, beganOn, dueOn, throughOn });
  };

  ask('agreed', facts.agreedCadence.days, dayNumber(facts.agreedCadence.beganOn), Infinity);
  for (const { days, beganOn, endedOn } of facts.earlierCadences)
    ask('agreed', days, dayNumber(beganOn), dayNumber(endedOn));
  for (const { beganOn, closedOn } of facts.windows) {
    const began = dayNumber(beganOn);
    const closed = closedOn === null ? Infinity : dayNumber(closedOn);
    for (const { fromDay, throughDay, days } of WINDOW_STAGES)
      ask('window', days, began + fromDay, Math.min(began + throughDay, closed));
  }
  for (const { level, raisedOn, resolvedOn } of facts.riskNotes)
    if (level !== 'watch') {
      const resolved = resolvedOn === null ? Infinity : dayNumber(resolvedOn);
      ask(`${level} note`, NOTE_CADENCE_DAYS[level], dayNumber(raisedOn), resolved);
    }
  for (const { throughOn } of facts.pauses) {
    const dueOn = dayNumber(throughOn) + 1;
    if (dueOn > since) due.push({ kind: 'end of pause', days: 0, beganOn: dueOn, dueOn, throughOn: dueOn });
  }
  return due;
}
