import { type CoachToAssign } from '../coaches/coach-to-assign.js';
import { ENDS_SOON_DAYS } from '../coaches/certification.rules.js';

export const LEVELS = ['urgent', 'concern', 'watch'] as const;
export type Level = (typeof LEVELS)[number];

/** Why somebody is on the list, what presses most first. */
export const WHY_TO_ASSIGN = [
  'no coach',
  'coach disabled',
  'coach lapsed',
  'last day',
  'certification ends',
  'training ends',
] as const;
export type WhyToAssign = (typeof WHY_TO_ASSIGN)[number];

/** Why the people of a coach need another one, or will within 60 days; null when they do not. */
export function whyEnding(
  coach: Pick<CoachToAssign, 'isDisabled' | 'mayLogThroughOn' | 'isInTraining'>,
  today: string,
): { why: WhyToAssign; onDay: string | null } | null {
  if (coach.isDisabled) return { why: 'coach disabled', onDay: null };
  if (coach.mayLogThroughOn === null) return { why: 'coach lapsed', onDay: null };
  const last = Temporal.PlainDate.from(today).add({ days: ENDS_SOON_DAYS }).toString();
  if (coach.mayLogThroughOn > last) return null;
  return {
    why: coach.isInTraining ? 'training ends' : 'certification ends',
    onDay: coach.mayLogThroughOn,
  };
}
