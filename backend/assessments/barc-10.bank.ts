import type { Bank } from './bank.js';

/**
 * The Brief Assessment of Recovery Capital, items word for word.
 *
 * Source: Vilsaint CL, Kelly JF, Bergman BG, Groshkova T, Best D, White W (2017), "Development and validation of a Brief
 * Assessment of Recovery Capital (BARC-10) for alcohol and drug use disorder", Drug and Alcohol Dependence 177:71-76;
 * PhenX protocol 590502, which says that it is free and that no permission is needed. From 1 strongly disagree to 6
 * strongly agree, none reversed. The stem is ours. No Spanish text has been entered.
 */
export const BARC_10: Bank = {
  instrument: 'barc-10',
  version: '2017',
  itemCount: 10,
  least: 1,
  most: 6,
  texts: {
    en: {
      name: 'BARC-10',
      stem: 'How much do you agree with each sentence?',
      anchors: ['Strongly disagree', '', '', '', '', 'Strongly agree'],
      items: [
        'There are more important things to me in life than using substances.',
        'In general I am happy with my life.',
        'I have enough energy to complete the tasks I set myself.',
        'I am proud of the community I live in and feel part of it.',
        'I get lots of support from friends.',
        'I regard my life as challenging and fulfilling without the need for using drugs or alcohol.',
        'My living space has helped to drive my recovery journey.',
        'I take full responsibility for my actions.',
        'I am happy dealing with a range of professional people.',
        'I am making good progress on my recovery journey.',
      ],
    },
  },
};
