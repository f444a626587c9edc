import type { Dimension } from '../goals/dimensions.js';

/**
 * What people and their coaches talk about, for as long as it takes. `{word}` in a sentence is replaced by one of the
 * words of that name, so that the same matter reads differently each time.
 */
export interface Theme {
  dimension: Dimension;
  /** What the participant may read too: said from anywhere, */
  talked: readonly string[];
  /** or done side by side. */
  together: readonly string[];
  /** What stays with the team. */
  team: readonly string[];
  words: Readonly<Record<string, readonly string[]>>;
  /** In the participant's own words. */
  goals: readonly { sentence: string; why: string; steps: readonly string[] }[];
}

export const THEME_NAMES = [
  'work',
  'school',
  'housing',
  'papers',
  'money',
  'health',
  'medication',
  'cravings',
  'sleep',
  'family',
  'meetings',
  'court',
  'grief',
  'outdoors',
] as const;
export type ThemeName = (typeof THEME_NAMES)[number];
