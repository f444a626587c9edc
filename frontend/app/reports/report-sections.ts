import type { ReportRow } from '../../api/report-contract';

/** What stands above the rows of a section. */
export const SECTIONS: Record<ReportRow['of'], string> = {
  whole: '',
  kind: $localize`By kind`,
  program: $localize`By program`,
  coach: $localize`By coach`,
};

/** By what the numbers of every table are told apart; kinds always are. */
export const SPLITS = {
  program: { name: $localize`By program`, sections: ['program'] },
  coach: { name: $localize`By coach`, sections: ['coach'] },
  both: { name: $localize`By program and coach`, sections: ['program', 'coach'] },
  none: { name: $localize`Together alone`, sections: [] },
} as const satisfies Record<string, { name: string; sections: readonly ReportRow['of'][] }>;
export type Split = keyof typeof SPLITS;

export function isSplit(split: string | undefined): split is Split {
  return split !== undefined && Object.hasOwn(SPLITS, split);
}
