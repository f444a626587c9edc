import type { Level } from '../../api/contract';

export const LEVELS: readonly Level[] = ['watch', 'concern', 'urgent'];

export const LEVEL_LABEL: Record<Level, string> = {
  urgent: $localize`Urgent`,
  concern: $localize`Concern`,
  watch: $localize`Watch`,
};
