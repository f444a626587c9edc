import { IsIn } from 'class-validator';
import { DUE_REASONS, type DueReason } from './cadences.rules.js';
import { OUT_OF_TOUCH_REASONS, type OutOfTouchReason } from './out-of-touch.rules.js';
import { PAUSE_REASONS, type PauseReason } from './standing-facts.js';
import { STANDINGS, type Standing, type StandingReason } from './standing.rules.js';

/** What asks for contact on the due day; `days` is its cadence, 0 for the end of a pause. */
export class CadenceView {
  @IsIn(DUE_REASONS)
  kind!: DueReason;
  days!: number;
}

/** Are we in touch? The answer for today with the facts behind it; days are in the organization's zone. */
export class StandingView {
  @IsIn(STANDINGS)
  is!: Standing;
  /** Since which day this and the facts behind it hold. */
  since!: string;
  /** The day contact is or was due. */
  dueOn!: string;
  cadence!: CadenceView;
  agreedDays!: number;
  enrolledOn!: string;
  lastReachedOn!: string | null;
  /** Days with an attempt of ours since last reached. */
  attemptDayCount!: number;
  lastCheckInOn!: string | null;
  pausedThroughOn!: string | null;
  @IsIn([...PAUSE_REASONS, null])
  pauseReason!: PauseReason | null;
  @IsIn([...OUT_OF_TOUCH_REASONS, null])
  outOfTouchBy!: OutOfTouchReason | null;
}

export interface StandingRow {
  standing: Standing;
  standing_since: string;
  due_on: string;
  reason: StandingReason;
  agreed_cadence_days: number;
  enrolled_on: string;
  last_reached_on: string | null;
  attempt_day_count: number;
  last_check_in_on: string | null;
}

/** Which entry of the calendar holds on a day; a day before the enrollment answers as the first does. */
export function standingIndex(today: string): string {
  return `greatest(1, width_bucket(${today}::date, s.changes_on))`;
}

/**
 * The columns of a `StandingRow`, from `standings s` and `enrollments e`, for the day in parameter `today` (as `$3`).
 */
export function standingColumns(today: string): string {
  const at = standingIndex(today);
  return `s.standings[${at}] AS standing, greatest(s.changes_on[${at}], s.last_reached_on) AS standing_since, s.dues_on[${at}] AS due_on,
    s.reasons -> (${at} - 1) AS reason, s.last_reached_on, s.last_check_in_on,
    cardinality(s.attempt_days) AS attempt_day_count, e.agreed_cadence_days, e.enrolled_on`;
}

export function standingView(row: StandingRow): StandingView {
  return {
    is: row.standing,
    since: row.standing_since,
    dueOn: row.due_on,
    cadence: row.reason.dueBy,
    agreedDays: row.agreed_cadence_days,
    enrolledOn: row.enrolled_on,
    lastReachedOn: row.last_reached_on,
    attemptDayCount: row.attempt_day_count,
    lastCheckInOn: row.last_check_in_on,
    pausedThroughOn: row.reason.pause?.throughOn ?? null,
    pauseReason: row.reason.pause?.reason ?? null,
    outOfTouchBy: row.reason.outOfTouchBy,
  };
}

/** Most in need first; within one standing the earlier due day. */
export const NEED_ORDER: readonly Standing[] = [
  'out of touch',
  'overdue',
  'due',
  'new',
  'on track',
  'paused',
];

/** Someone in two programs has one standing on a list: the one most in need. */
export function isMoreInNeed(one: StandingView, other: StandingView): boolean {
  const order = NEED_ORDER.indexOf(one.is) - NEED_ORDER.indexOf(other.is);
  return order < 0 || (order === 0 && one.dueOn < other.dueOn);
}
