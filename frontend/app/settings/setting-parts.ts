import type { SettingChange } from '../../api/contract';

/** The areas that are one form on a page under Settings. */
const PARTS = ['reading', 'questions', 'rest'] as const satisfies readonly SettingChange['area'][];
export type Part = (typeof PARTS)[number];

export function isPart(path: string | undefined): path is Part {
  return PARTS.some((part) => part === path);
}
