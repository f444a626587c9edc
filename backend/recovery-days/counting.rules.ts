import { dayNumber, dayOf } from '../standing/day-number.js';
import {
  dayOfMilestone,
  isSame,
  type Milestone,
  type MilestoneDay,
  milestoneNumber,
} from './milestones.rules.js';

/**
 * How recovery days are counted. Days are those of the calendar where the organization is, so no clock change moves
 * one. A day counts when it is over: who began on 1 March has one day on 2 March and one year on the next 1 March, as
 * anniversaries are kept. The day of a return to use is not counted, and one may begin again on it.
 */
export interface Period {
  /** 'YYYY-MM-DD' */
  beganOn: string;
  /** The day of the return to use; null while it goes on. */
  endedOn: string | null;
}

/** Whole days of one period up to today. */
export function daysOf({ beganOn, endedOn }: Period, today: string): number {
  return dayNumber(endedOn ?? today) - dayNumber(beganOn);
}

/** All days of all periods: a return to use takes none of them. */
export function totalDays(periods: readonly Period[], today: string): number {
  return periods.reduce((sum, period) => sum + daysOf(period, today), 0);
}

/** The period that goes on, if any. */
export function currentPeriod<P extends Period>(periods: readonly P[]): P | null {
  return periods.find(({ endedOn }) => endedOn === null) ?? null;
}

/**
 * The day on which all days would have begun, were they one period that goes on: that of the open period, moved back by
 * the days before it. Years and months are counted from it. Null while no period is open.
 */
export function countedFrom(periods: readonly Period[]): string | null {
  const open = currentPeriod(periods);
  if (!open) return null;
  const before = periods.reduce(
    (sum, period) => sum + (period === open ? 0 : daysOf(period, open.beganOn)),
    0,
  );
  return movedBack(open.beganOn, before);
}

/**
 * The milestones that these periods have reached by today, each with its day, in their order. The total decides: 20
 * days and 10 more later make 30, reached on the tenth of the later ones.
 */
export function milestonesReached(periods: readonly Period[], today: string): MilestoneDay[] {
  const reached: MilestoneDay[] = [];
  let before = 0;
  for (const period of [...periods].sort((one, other) => (one.beganOn < other.beganOn ? -1 : 1))) {
    const from = movedBack(period.beganOn, before);
    const through = period.endedOn ?? today;
    for (;;) {
      const milestone = milestoneNumber(reached.length);
      const day = dayOfMilestone(from, milestone);
      if (day > through) break;
      // a year of 366 days that was a day short may be whole on the day of beginning again, never before it
      reached.push({ ...milestone, on: day < period.beganOn ? period.beganOn : day });
    }
    before += daysOf(period, today);
  }
  return reached;
}

/** What is reached, with what was reached once and stays although a period was set right since; in their order. */
export function withThoseThatStay(reached: MilestoneDay[], stays: readonly MilestoneDay[]): MilestoneDay[] {
  const kept = [...stays, ...reached.filter((each) => !stays.some((other) => isSame(each, other)))];
  return kept.sort((one, other) => orderOf(one) - orderOf(other));
}

/** A milestone as it is kept: with the day on which what it follows from was entered or changed. */
export interface KeptMilestone extends MilestoneDay {
  writtenOn: string;
}

/**
 * What is kept of the milestones when periods are written: a milestone once reached stays, whatever is set right later.
 * Only what was written today is still being written: a slip of the finger put right the same day leaves nothing.
 *
 * @param kept what is kept so far
 * @param before reached by the periods as they were, and the day these were last written
 * @param after reached by the periods as they now are
 */
export function milestonesToKeep(
  kept: readonly KeptMilestone[],
  before: { reached: readonly MilestoneDay[]; writtenOn: string | null },
  after: readonly MilestoneDay[],
  today: string,
): KeptMilestone[] {
  const stay = kept.filter(({ writtenOn }) => writtenOn < today);
  const { writtenOn } = before;
  const add = (more: readonly MilestoneDay[], on: string): void => {
    for (const each of more)
      if (!stay.some((other) => isSame(each, other))) stay.push({ ...each, writtenOn: on });
  };
  if (writtenOn !== null && writtenOn < today) add(before.reached, writtenOn);
  add(after, today);
  return stay;
}

/** The next milestone of the days that go on, leaving out those that are theirs already; null while none go on. */
export function nextMilestone(
  periods: readonly Period[],
  reached: readonly Milestone[],
  today: string,
): MilestoneDay | null {
  const from = countedFrom(periods);
  if (from === null) return null;
  for (let index = 0; ; index += 1) {
    const milestone = milestoneNumber(index);
    const on = dayOfMilestone(from, milestone);
    if (on > today && !reached.some((each) => isSame(each, milestone))) return { ...milestone, on };
  }
}

const movedBack = (day: string, days: number): string => dayOf(dayNumber(day) - days);

/** Months stand between the years they lie between. */
const orderOf = ({ unit, count }: Milestone): number =>
  unit === 'days' ? count : unit === 'months' ? count * 30.4 : count * 365.2;
