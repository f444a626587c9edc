import type { Dimension, Outcome, Place, Way } from '../../api/contract';
import type { IconName } from '../look/icons';

/** The attempts: ours, without a two-way exchange. */
export const ATTEMPTS = [
  'no answer',
  'left message',
  'no-show',
  'wrong number',
] as const satisfies readonly Outcome[];

export const OUTCOME_LABEL: Record<Outcome, string> = {
  reached: $localize`Reached`,
  'no answer': $localize`No answer`,
  'left message': $localize`Left message`,
  'no-show': $localize`No-show`,
  'wrong number': $localize`Wrong number`,
};

export const WAY_LABEL: Record<Way, string> = {
  phone: $localize`Phone`,
  text: $localize`Text`,
  video: $localize`Video`,
  'in person': $localize`In person`,
  group: $localize`Group`,
  email: $localize`Email`,
};

export const WAY_ICON: Record<Way, IconName> = {
  phone: 'phone',
  text: 'text',
  video: 'video',
  'in person': 'person',
  group: 'together',
  email: 'mail',
};

export const PLACE_LABEL: Record<Place, string> = {
  office: $localize`Our office`,
  home: $localize`Their home`,
  community: $localize`In the community`,
  street: $localize`On the street`,
  jail: $localize`Jail`,
  hospital: $localize`Hospital`,
  'emergency room': $localize`Emergency room`,
  treatment: $localize`Treatment center`,
  online: $localize`Online`,
};

export const DIMENSION_LABEL: Record<Dimension, string> = {
  Health: $localize`Health`,
  Home: $localize`Home`,
  Purpose: $localize`Purpose`,
  Community: $localize`Community`,
};

/** The four dimensions of recovery (SAMHSA), with what belongs to each. */
export const DIMENSION_HINT: Record<Dimension, string> = {
  Health: $localize`body, mind, medication`,
  Home: $localize`a safe place to live`,
  Purpose: $localize`work, school, family, days`,
  Community: $localize`friends, groups, belonging`,
};

export const STARTED_BY_LABEL = {
  coach: $localize`I did`,
  participant: $localize`They did`,
} as const;

/** Choices for a group of tiles, in the order of the labels. */
export function choicesOf<T extends string>(labels: Record<T, string>): { value: T; words: string }[] {
  return (Object.keys(labels) as T[]).map((value) => ({ value, words: labels[value] }));
}
