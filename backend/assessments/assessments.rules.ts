import type { Bank, Instrument } from './bank.js';

/** By item, item 1 first; null where it was skipped. */
export type Answers = readonly (number | null)[];

/**
 * The sum of every item; null when one was skipped. A skipped item is never filled in, so an incomplete one has no score
 * at all. None of the items is reversed, and none of the instruments has sub-scores.
 */
export function scoreOf(answers: Answers): number | null {
  return answers.reduce<number | null>(
    (sum, answer) => (sum === null || answer === null ? null : sum + answer),
    0,
  );
}

/** A PHQ-2 of so much offers the other seven (Kroenke 2003). */
const PHQ_2_OFFERS_MORE_FROM = 3;
/** A BARC-10 of so much predicted remission of over a year; there are no other bands (Vilsaint 2017). */
const BARC_PREDICTS_FROM = 47;
/** Kroenke 2001, the highest first. */
const PHQ_9_BANDS = [
  [20, 'severe'],
  [15, 'moderately severe'],
  [10, 'moderate'],
  [5, 'mild'],
  [0, 'minimal'],
] as const;

/** What the publishers say of a score, for staff; nothing is said of an incomplete one. A person isn't their number. */
export function readingOf(instrument: Instrument, score: number | null): string | null {
  if (score === null) return null;
  if (instrument === 'barc-10')
    return score >= BARC_PREDICTS_FROM
      ? `${BARC_PREDICTS_FROM} and above predicted remission of over a year.`
      : `Below ${BARC_PREDICTS_FROM}; from there on it predicted remission of over a year. There are no other bands.`;
  if (instrument === 'phq-9')
    return `In the range its authors call ${PHQ_9_BANDS.find(([from]) => score >= from)![1]}.`;
  return score >= PHQ_2_OFFERS_MORE_FROM
    ? `${PHQ_2_OFFERS_MORE_FROM} or more: the other seven questions are worth asking.`
    : `Below ${PHQ_2_OFFERS_MORE_FROM}: the other seven questions need not be asked.`;
}

/** Item 9 of the PHQ-9, "thoughts that you would be better off dead…": any answer above "not at all" is one. */
const HELP_FIRST_ITEM = 9;

/** Whether an answer calls for the suicide protocol at once. */
export function asksForHelp(instrument: Instrument, answers: Answers): boolean {
  return instrument === 'phq-9' && (answers[HELP_FIRST_ITEM - 1] ?? 0) > 0;
}

/** PHQ-2 is the first two items of PHQ-9, so the two can be compared with one another. */
export function isOfOneKind(one: Instrument, other: Instrument): boolean {
  return one === other || (one !== 'barc-10' && other !== 'barc-10');
}

/** One item now and the last time it was answered. */
export interface ItemChange {
  item: number;
  before: number;
  now: number;
}

/** Item by item since the last time; what was skipped at either time is not compared. */
export function changesSince(before: Answers, now: Answers): ItemChange[] {
  return now.flatMap((answer, index) => {
    const earlier = before[index] ?? null;
    return answer === null || earlier === null ? [] : [{ item: index + 1, before: earlier, now: answer }];
  });
}

/** One answer as it is sent. */
export interface ItemAnswer {
  item: number;
  answer: number | null;
}

export interface WrongAnswer {
  path: string;
  code: string;
  detail: string;
}

/**
 * The answers in their places, or what is wrong with them, each by its field. An item that is not named was skipped.
 */
export function inTheirPlaces(bank: Bank, sent: readonly ItemAnswer[]): Answers | WrongAnswer[] {
  const places: (number | null)[] = Array.from({ length: bank.itemCount }, () => null);
  const seen = new Set<number>();
  const wrong = sent.flatMap(({ item, answer }, index): WrongAnswer[] => {
    const path = `answers.${index}`;
    if (item < 1 || item > bank.itemCount)
      return [
        {
          path: `${path}.item`,
          code: 'item-unknown',
          detail: `Of these there are ${bank.itemCount} questions.`,
        },
      ];
    if (seen.has(item))
      return [{ path: `${path}.item`, code: 'item-twice', detail: 'This question was answered twice.' }];
    seen.add(item);
    if (answer !== null && (answer < bank.least || answer > bank.most))
      return [
        {
          path: `${path}.answer`,
          code: 'off-the-scale',
          detail: `The answer lies between ${bank.least} and ${bank.most}.`,
        },
      ];
    places[item - 1] = answer;
    return [];
  });
  if (wrong.length > 0) return wrong;
  return places.every((place) => place === null)
    ? [{ path: 'answers', code: 'nothing-answered', detail: 'Answer one question at least.' }]
    : places;
}

export function isWrong(placed: Answers | WrongAnswer[]): placed is WrongAnswer[] {
  return typeof placed[0] === 'object' && placed[0] !== null;
}
