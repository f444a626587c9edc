import type { Dimension } from '../../api/contract';

export interface Offered {
  sentence: string;
  dimension: Dimension;
}

/** For each item of BARC-10 a goal to begin with, theirs to put in other words. Ours; the items are not. */
export const GOAL_OF_ITEM: Readonly<Record<number, Offered>> = {
  1: {
    sentence: $localize`:@@answers.goal.1:Make room for what matters most to me`,
    dimension: 'Purpose',
  },
  2: { sentence: $localize`:@@answers.goal.2:Do more of what makes me happy`, dimension: 'Health' },
  3: { sentence: $localize`:@@answers.goal.3:Have more energy for my day`, dimension: 'Health' },
  4: {
    sentence: $localize`:@@answers.goal.4:Find a place in my community where I belong`,
    dimension: 'Community',
  },
  5: {
    sentence: $localize`:@@answers.goal.5:Spend more time with friends who stand by me`,
    dimension: 'Community',
  },
  6: {
    sentence: $localize`:@@answers.goal.6:Find something that challenges me and feels good`,
    dimension: 'Purpose',
  },
  7: { sentence: $localize`:@@answers.goal.7:Make where I live good for my recovery`, dimension: 'Home' },
  8: {
    sentence: $localize`:@@answers.goal.8:Take charge of one thing that is mine to do`,
    dimension: 'Purpose',
  },
  9: {
    sentence: $localize`:@@answers.goal.9:Feel more at ease with the people who help me`,
    dimension: 'Community',
  },
  10: { sentence: $localize`:@@answers.goal.10:Take my next step in recovery`, dimension: 'Health' },
};
