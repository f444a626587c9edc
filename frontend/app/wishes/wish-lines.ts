import type { CoachWish, Language, WishInWords } from '../../api/contract';
import type { Noted } from './wish-typing';

type InWords = Pick<
  WishInWords,
  'language' | 'wishedCoachName' | 'wished' | 'wishWords' | 'experiences' | 'ownWords'
>;

export const LANGUAGE_WORDS: Record<Language, string> = { en: $localize`English`, es: $localize`Spanish` };

/** What a participant said for finding a coach, a line for each thing; none where nothing was said. */
export function wishLinesOf(wish: InWords): string[] {
  return [
    wish.language && $localize`Would like to speak ${LANGUAGE_WORDS[wish.language]}:language:.`,
    wish.wishedCoachName && $localize`Asked for ${wish.wishedCoachName}:coach:.`,
    wish.wished && $localize`A coach who is or knows: ${wish.wished}:wished:.`,
    wish.wishWords && `“${wish.wishWords}”`,
    wish.experiences && $localize`Said of themself: ${wish.experiences}:experiences:.`,
    wish.ownWords && `“${wish.ownWords}”`,
  ].filter((line): line is string => !!line);
}

/** The same of a wish as it is typed. */
export function linesOfTyped(typed: Noted, choices: CoachWish['choices']): string[] {
  const words = (values: readonly string[]): string =>
    choices
      .filter(({ value }) => values.includes(value))
      .map((choice) => choice.words)
      .join(', ');
  const lines = wishLinesOf({
    ...typed,
    wished: words(typed.wished),
    experiences: words(typed.experiences),
    wishedCoachName: typed.wishedCoach?.name ?? null,
  });
  return lines.length > 0 ? lines : [$localize`Nothing`];
}
