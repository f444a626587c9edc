import type { Choice } from '../look/choices';

/** Words for oneself, in no order that anybody adds up. */
export const FEELINGS: Choice[] = [
  { value: 'worn out', words: 'Worn out' },
  { value: 'stretched', words: 'Stretched' },
  { value: 'steady', words: 'Steady' },
  { value: 'well', words: 'Well' },
];

export const feelingWords = (feeling: string): string =>
  FEELINGS.find(({ value }) => value === feeling)?.words ?? feeling;
