import type { Dimension } from '../../api/contract';
import type { IconName } from '../look/icons';

/** SAMHSA's four dimensions of recovery, each with a line that says what belongs there. */
export const DIMENSIONS: { value: Dimension; words: string; hint: string; icon: IconName }[] = [
  {
    value: 'Health',
    words: $localize`:@@goals.health:Health`,
    hint: $localize`:@@goals.healthHint:Feeling well, in body and mind`,
    icon: 'heart',
  },
  {
    value: 'Home',
    words: $localize`:@@goals.home:Home`,
    hint: $localize`:@@goals.homeHint:A safe, steady place to live`,
    icon: 'home',
  },
  {
    value: 'Purpose',
    words: $localize`:@@goals.purpose:Purpose`,
    hint: $localize`:@@goals.purposeHint:What fills your days: work, school, family`,
    icon: 'sun',
  },
  {
    value: 'Community',
    words: $localize`:@@goals.community:Community`,
    hint: $localize`:@@goals.communityHint:People who are there for you, and you for them`,
    icon: 'together',
  },
];

export function dimensionWords(dimension: Dimension): string {
  return DIMENSIONS.find(({ value }) => value === dimension)?.words ?? dimension;
}
