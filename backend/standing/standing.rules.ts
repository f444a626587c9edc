import { type DueDay, type DueReason, dueDays } from './cadences.rules.js';
import { dayNumber, dayOf } from './day-number.js';
import { daysInOrder, dueRuns, strongestOn } from './due-runs.rules.js';
import { type OutOfTouch, type OutOfTouchReason, outOfTouch } from './out-of-touch.rules.js';
import { type Pauses, pausesOf } from './pauses.rules.js';
import { type PauseReason, type StandingFacts, countedFrom } from './standing-facts.js';

export const STANDINGS = ['new', 'on track', 'due', 'overdue', 'out of touch', 'paused'] as const;
export type Standing = (typeof STANDINGS)[number];

/** The facts behind a standing, as data: the words are made on the screen. */
export interface StandingReason {
  /** What asks for contact on the due day; `days` is its cadence, 0 for the end of a pause. */
  dueBy: { kind: DueReason; days: number };
  /** Why paused, and the last paused day as far as is known. */
  pause: { reason: PauseReason; throughOn: string } | null;
  /** Why out of touch. */
  outOfTouchBy: OutOfTouchReason | null;
}

/** The answer for one day. */
export interface StandingOfDay {
  standing: Standing;
  /** The day contact is or was due; while paused the first due day after it. */
  dueOn: string;
  reason: StandingReason;
}

/**
 * The answer for today and for every day to come, as long as nothing happens: without an event a standing changes
 * only by days passing. Four lists of one length; what stands at an index holds from the day in `changesOn` until the
 * day before the next.
 *
 * The first day is the enrollment day. A day before the last reached day answers as that day does.
 */
export interface StandingCalendar {
  changesOn: string[];
  standings: Standing[];
  duesOn: string[];
  reasons: StandingReason[];
}

/**
 * The one definition of "are we in touch?". Pure arithmetic on days: it knows no clock and no zone.
 */
export function standingCalendar(facts: StandingFacts): StandingCalendar {
  const since = dayNumber(countedFrom(facts).day);
  const reading: Reading = {
    isReached: countedFrom(facts).isReached,
    due: dueDays(facts),
    pauses: pausesOf(facts),
    outOfTouch: outOfTouch(facts),
  };
  const runs = dueRuns(since, reading.pauses, reading.due);
  const days = [since, ...reading.pauses.turningDays];
  for (const { dueOn } of runs) days.push(dueOn, dueOn + 1, ...reading.outOfTouch.turningDays(dueOn));

  const calendar: StandingCalendar = { changesOn: [], standings: [], duesOn: [], reasons: [] };
  let run = 0;
  let latest: StandingOfDay | undefined;
  for (const day of daysInOrder(days, since)) {
    while (run + 1 < runs.length && runs[run + 1]!.from <= day) run += 1;
    const answer = standingOfDay(reading, day, runs[run]!.dueOn);
    if (latest && isSame(latest, answer)) continue;
    calendar.changesOn.push(latest ? dayOf(day) : facts.enrolledOn);
    calendar.standings.push(answer.standing);
    calendar.duesOn.push(answer.dueOn);
    calendar.reasons.push(answer.reason);
    latest = answer;
  }
  return calendar;
}

/** The standing of a day ('YYYY-MM-DD', the organization's today), as SQL reads it with width_bucket. */
export function standingOn(calendar: StandingCalendar, today: string): Standing {
  return calendar.standings[indexOn(calendar, today)]!;
}

/** The standing of a day with its due day and the facts behind it. */
export function standingWithReasonOn(calendar: StandingCalendar, today: string): StandingOfDay {
  const index = indexOn(calendar, today);
  return {
    standing: calendar.standings[index]!,
    dueOn: calendar.duesOn[index]!,
    reason: calendar.reasons[index]!,
  };
}

function indexOn({ changesOn }: StandingCalendar, today: string): number {
  return Math.max(
    0,
    changesOn.findLastIndex((day) => day <= today),
  );
}

/** What the facts say, read once for all days. */
interface Reading {
  isReached: boolean;
  due: DueDay[];
  pauses: Pauses;
  outOfTouch: OutOfTouch;
}

function standingOfDay(reading: Reading, day: number, dueOn: number): StandingOfDay {
  const pause = reading.pauses.on(day);
  const outOfTouchBy = pause ? null : reading.outOfTouch.by(day, dueOn);
  const { kind, days } = strongestOn(dueOn, reading.due);
  return {
    standing: pause ? 'paused' : outOfTouchBy ? 'out of touch' : byDueDay(reading.isReached, day, dueOn),
    dueOn: dayOf(dueOn),
    reason: {
      dueBy: { kind, days },
      pause: pause && { reason: pause.reason, throughOn: dayOf(pause.through) },
      outOfTouchBy,
    },
  };
}

function byDueDay(isReached: boolean, day: number, dueOn: number): Standing {
  if (day > dueOn) return 'overdue';
  if (day === dueOn) return 'due';
  return isReached ? 'on track' : 'new';
}

function isSame(one: StandingOfDay, other: StandingOfDay): boolean {
  return (
    one.standing === other.standing &&
    one.dueOn === other.dueOn &&
    one.reason.dueBy.kind === other.reason.dueBy.kind &&
    one.reason.dueBy.days === other.reason.dueBy.days &&
    one.reason.pause?.reason === other.reason.pause?.reason &&
    one.reason.pause?.throughOn === other.reason.pause?.throughOn &&
    one.reason.outOfTouchBy === other.reason.outOfTouchBy
  );
}
