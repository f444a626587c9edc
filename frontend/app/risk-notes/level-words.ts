import type { Level } from '../../api/contract';

export const LEVELS: readonly Level[] = ['watch', 'concern', 'urgent'];

export const LEVEL_LABEL: Record<Level, string> = {
  urgent: $localize`Urgent`,
  concern: $localize`Concern`,
  watch: $localize`Watch`,
};

/** What each level asks of the team: domain.md section 3, the answering clocks. */
export const LEVEL_MEANS: Record<Level, string> = {
  urgent: $localize`Your supervisor is asked to answer within the hour, day or night.`,
  concern: $localize`Your supervisor answers by the end of the next working day.`,
  watch: $localize`You look at it together at the next supervision.`,
};
