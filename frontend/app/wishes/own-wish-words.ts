import type { OwnCoachWish } from '../../api/contract';
import type { Choice } from '../look/choices';
import type { Noted } from './wish-typing';

type Experience = OwnCoachWish['experiences'][number];

/** The short list in words that fit whoever is meant, a coach or oneself. */
const WORDS: Record<Experience, string> = {
  woman: $localize`:@@wish.woman:a woman`,
  man: $localize`:@@wish.man:a man`,
  nonbinary: $localize`:@@wish.nonbinary:nonbinary`,
  LGBTQ: $localize`:@@wish.lgbtq:LGBTQ+`,
  alcohol: $localize`:@@wish.alcohol:recovery from alcohol`,
  opioids: $localize`:@@wish.opioids:recovery from opioids`,
  stimulants: $localize`:@@wish.stimulants:recovery from stimulants`,
  medication: $localize`:@@wish.medication:recovery with medication`,
  inside: $localize`:@@wish.inside:jail or prison`,
  'no home': $localize`:@@wish.noHome:being without a home`,
  parent: $localize`:@@wish.parent:being a parent`,
  military: $localize`:@@wish.military:the military`,
  'mental health': $localize`:@@wish.mentalHealth:mental health`,
  loss: $localize`:@@wish.loss:losing somebody to an overdose`,
  faith: $localize`:@@wish.faith:faith`,
};

export const OWN_CHOICES: Choice[] = Object.entries(WORDS).map(([value, words]) => ({ value, words }));

export const OWN_LANGUAGES: Choice[] = [
  { value: 'en', words: $localize`:@@wish.english:English` },
  { value: 'es', words: $localize`:@@wish.spanish:Spanish` },
];

/** What a wish says, to its owner, a line for each thing. */
export function ownWishLines(wish: Noted): string[] {
  const { language, wishedCoach, wished, wishWords, experiences, ownWords } = wish;
  const inWords = (each: readonly Experience[]): string => each.map((one) => WORDS[one]).join(', ');
  const lines = [
    OWN_LANGUAGES.find(({ value }) => value === language)?.words,
    wishWords && `“${wishWords}”`,
    inWords(wished),
    wishedCoach && $localize`:@@wish.askedFor:You asked for ${wishedCoach.name}:coach:.`,
    experiences.length > 0 && $localize`:@@wish.ofYou:About you: ${inWords(experiences)}:words:`,
    ownWords && `“${ownWords}”`,
  ].filter((line): line is string => !!line);
  return lines.length > 0 ? lines : [$localize`:@@wish.nothing:Nothing`];
}
