import type { LinePart, PlanPartName } from '../../api/contract';
import type { IconName } from '../look/icons';

/** How a part of the plan is called and asked for. */
export interface PartWords {
  title: string;
  prompt: string;
  /** To begin from, when one's own words don't come. */
  examples: string[];
  /** Of people: how the form asks who somebody is. */
  who?: string;
}

export type WordsOfParts = Record<PlanPartName, PartWords>;

/** The parts that are lines, in the order in which they are read; people stand before the reasons. */
export const BEFORE_PEOPLE: LinePart[] = ['signs', 'triggers', 'helps', 'places'];
export const AFTER_PEOPLE: LinePart[] = ['reasons'];
export const LINE_PARTS: LinePart[] = [...BEFORE_PEOPLE, ...AFTER_PEOPLE];

export const PART_ICON: Record<PlanPartName, IconName> = {
  signs: 'eye',
  triggers: 'cloud',
  helps: 'sun',
  places: 'place',
  people: 'phone',
  reasons: 'heart',
};
