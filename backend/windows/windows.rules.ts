import { WINDOW_STAGES } from '../standing/cadences.rules.js';
import { dayNumber, dayOf } from '../standing/day-number.js';
import type { PauseReason } from '../standing/standing-facts.js';

/** What opens a window; domain.md 3. */
export const OPENING_EVENTS = [
  'release',
  'detox discharge',
  'residential discharge',
  'hospital discharge',
  'overdose',
  'emergency visit',
  'medication stopped',
] as const;
export type OpeningEvent = (typeof OPENING_EVENTS)[number];

/** `discharge` alone is of windows from before its kinds were told apart. */
export const WINDOW_EVENTS = [...OPENING_EVENTS, 'discharge'] as const;
export type WindowEvent = (typeof WINDOW_EVENTS)[number];

/** What to have talked about in a window: most deaths fall into its first weeks. */
export const CHECKS = ['naloxone', 'tolerance', 'medication', 'safe contact', 'ride', 'ID'] as const;
export type Check = (typeof CHECKS)[number];

/** The last day of a window; its first is day 0. */
export const LAST_DAY = WINDOW_STAGES[2].throughDay;

/** A window is `coming` while the time away that it follows lasts, and `over` by itself after its last day. */
export const WINDOW_STATES = ['coming', 'open', 'over', 'closed'] as const;
export type WindowState = (typeof WINDOW_STATES)[number];

/** What the end of a time away opens. */
export const EVENT_AFTER = {
  jail: 'release',
  hospital: 'hospital discharge',
  residential: 'residential discharge',
} as const satisfies Partial<Record<PauseReason, OpeningEvent>>;
export type AwayReason = keyof typeof EVENT_AFTER;

const ENDED_BY: Partial<Record<WindowEvent, readonly AwayReason[]>> = {
  release: ['jail'],
  'hospital discharge': ['hospital'],
  'residential discharge': ['residential'],
  // detox is had in either
  'detox discharge': ['hospital', 'residential'],
};

/** The times away that an event is the end of. */
export function endedBy(event: WindowEvent): readonly AwayReason[] {
  return ENDED_BY[event] ?? [];
}

/** Where a day ('YYYY-MM-DD') stands in a window: 0 is the day of the event, negative before it. */
export function dayInWindow(beganOn: string, day: string): number {
  return dayNumber(day) - dayNumber(beganOn);
}

/** The last day of a window that began on this day. */
export function lastOn(beganOn: string): string {
  return dayOf(dayNumber(beganOn) + LAST_DAY);
}

export function windowState(beganOn: string, closedOn: string | null, today: string): WindowState {
  if (closedOn !== null) return 'closed';
  const day = dayInWindow(beganOn, today);
  if (day < 0) return 'coming';
  return day > LAST_DAY ? 'over' : 'open';
}

/** The stage a day falls into with its cadence, null before and after the window. */
export function stageOn(beganOn: string, today: string): (typeof WINDOW_STAGES)[number] | null {
  const day = dayInWindow(beganOn, today);
  return WINDOW_STAGES.find(({ fromDay, throughDay }) => fromDay <= day && day <= throughDay) ?? null;
}

/** Why no window can be opened for an event of this day; null when it can. */
export function whyNotOpened(beganOn: string, today: string): 'in-the-future' | 'over-already' | null {
  const state = windowState(beganOn, null, today);
  return state === 'coming' ? 'in-the-future' : state === 'over' ? 'over-already' : null;
}
