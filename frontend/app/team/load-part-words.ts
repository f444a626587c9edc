import type { TeamRow } from '../../api/contract';

export type LoadPart = NonNullable<TeamRow['load']>['parts'][number]['part'];

/** Why somebody weighs more or less than one: after a count, and of one person alone. */
export const LOAD_PART_WORDS: Record<LoadPart, string> = {
  'early window': $localize`in the first 30 days of a window`,
  'late window': $localize`in days 31 to 90 of a window`,
  'urgent note': $localize`with an urgent note`,
  'concern note': $localize`with a note of concern`,
  'first days': $localize`new within 30 days`,
  'long cadence': $localize`seen every four weeks or less`,
  'second coach': $localize`as second coach`,
  paused: $localize`paused`,
};
