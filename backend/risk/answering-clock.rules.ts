import type { Level } from './risk.rules.js';
import { closingAfter, lastClosingWithin, localDay, type WorkingTime } from './working-hours.rules.js';

/** Within how long a note of each level is answered: settings of the organization. */
export interface AnsweringTimes {
  /** Minutes, at any hour of day and night. */
  urgentMinutes: number;
  /** By closing time of the so-manieth working day after the day it was raised. */
  concernWorkingDays: number;
  /** Within so many days, or by the end of the next supervision session when that comes first. */
  watchDays: number;
}

/** Domain rule 3; ours. */
export const DEFAULT_TIMES: AnsweringTimes = { urgentMinutes: 60, concernWorkingDays: 1, watchDays: 14 };

/** What the clocks are set by. */
export interface AnsweringTerms extends WorkingTime {
  times: AnsweringTimes;
}

export const STEPS = [1, 2, 3] as const;
export type Step = (typeof STEPS)[number];

/** One step's clock, as far as setting the next needs to know it. */
export interface ClockFacts {
  dueAt: Date;
  rungAt: Date | null;
}

/**
 * When whoever was told at `toldAt` should have answered. Each step of the ladder is given the same time again, so the
 * clock of a step is set by the step before: by when it rang, or by when it will.
 *
 * @param supervisionEnds when sessions of the participant's primary coach end, planned and held, the earliest first
 */
export function answerBy(
  level: Level,
  toldAt: Date,
  { times, ...working }: AnsweringTerms,
  supervisionEnds: readonly Date[] = [],
): Date {
  if (level === 'urgent') return new Date(toldAt.getTime() + times.urgentMinutes * 60_000);
  const day = localDay(working, toldAt);
  if (level === 'concern') return closingAfter(working, day, times.concernWorkingDays);
  const within = lastClosingWithin(working, day, times.watchDays);
  const supervision = supervisionEnds.find((end) => end > toldAt);
  return supervision && supervision < within ? supervision : within;
}

/**
 * The due times of a note's steps by the terms that hold now. A step that has rung stays as it was.
 *
 * @param clocks of step 1, 2 and 3, in this order
 */
export function dueTimes(
  level: Level,
  clocks: readonly ClockFacts[],
  terms: AnsweringTerms,
  supervisionEnds: readonly Date[] = [],
): Date[] {
  const dues: Date[] = [];
  let toldAt: Date | undefined;
  for (const { dueAt, rungAt } of clocks) {
    const due = rungAt || !toldAt ? dueAt : answerBy(level, toldAt, terms, supervisionEnds);
    dues.push(due);
    toldAt = rungAt ?? due;
  }
  return dues;
}
