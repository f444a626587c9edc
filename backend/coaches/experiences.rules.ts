/**
 * What a coach and a participant may choose to say of themself for finding one another, in the order shown. Ours, and
 * short on purpose: whatever else matters is said in own words. Nobody is asked to tell any of it.
 */
export const EXPERIENCES = [
  'woman',
  'man',
  'nonbinary',
  'LGBTQ',
  'alcohol',
  'opioids',
  'stimulants',
  'medication',
  'inside',
  'no home',
  'parent',
  'military',
  'mental health',
  'loss',
  'faith',
] as const;
export type Experience = (typeof EXPERIENCES)[number];

export const EXPERIENCE_WORDS: Record<Experience, string> = {
  woman: 'a woman',
  man: 'a man',
  nonbinary: 'nonbinary',
  LGBTQ: 'LGBTQ+',
  alcohol: 'in recovery from alcohol',
  opioids: 'in recovery from opioids',
  stimulants: 'in recovery from stimulants',
  medication: 'in recovery with medication',
  inside: 'has been in jail or prison',
  'no home': 'has been without a home',
  parent: 'a parent',
  military: 'served in the military',
  'mental health': 'lives with their mental health too',
  loss: 'lost somebody to an overdose',
  faith: 'faith is part of it',
};

/** In words, with commas and no "and": these are facts beside one another. */
export function inWords(experiences: readonly Experience[]): string {
  return experiences.map((each) => EXPERIENCE_WORDS[each]).join(', ');
}
