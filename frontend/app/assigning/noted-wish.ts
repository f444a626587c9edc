import type { CoachWish } from '../../api/contract';

/** What is noted of a wish, as it is typed. */
export type Noted = Pick<
  CoachWish,
  'experiences' | 'ownWords' | 'wished' | 'wishWords' | 'wishedCoach' | 'version'
>;

export function notedIn(wish: CoachWish): Noted {
  const { experiences, ownWords, wished, wishWords, wishedCoach, version } = wish;
  return { experiences, ownWords, wished, wishWords, wishedCoach, version };
}

/** A line for each thing it says. */
export function wishInLines(wish: Noted, choices: CoachWish['choices']): string[] {
  const words = (values: readonly string[]): string =>
    choices
      .filter(({ value }) => values.includes(value))
      .map((choice) => choice.words)
      .join(', ');
  const lines = [
    words(wish.wished) && `Wishes: ${words(wish.wished)}`,
    wish.wishWords && `“${wish.wishWords}”`,
    wish.wishedCoach && `Asked for ${wish.wishedCoach.name}`,
    words(wish.experiences) && `Of themself: ${words(wish.experiences)}`,
    wish.ownWords && `“${wish.ownWords}”`,
  ].filter((line): line is string => !!line);
  return lines.length > 0 ? lines : ['Nothing'];
}
