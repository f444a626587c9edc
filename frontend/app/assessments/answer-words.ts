import type { Instrument, ItemChange } from '../../api/contract';

/** Item 9 of the PHQ-9: any answer above "not at all" puts help first (as the server does). */
export function asksForHelp(instrument: string, answers: readonly (number | null)[]): boolean {
  return instrument.startsWith('phq') && (answers[8] ?? 0) > 0;
}

/** A PHQ-2 of so much offers the other seven: its authors' number (2003). */
export const OFFERS_MORE_FROM = 3;

/** The answer in the words of the form, or its place on the scale where nobody named it. */
export function answerWords({ anchors, least, most }: Instrument, answer: number | null): string {
  if (answer === null) return $localize`:@@answers.skipped:skipped`;
  const anchor = anchors[answer - least];
  return anchor || $localize`:@@answers.place:${answer - least + 1}:place: of ${most - least + 1}:places:`;
}

/** Which way an answer moved: BARC-10 counts what helps, the PHQ what weighs. */
export type Moved = 'lighter' | 'same' | 'heavier';

export function movedHow(instrument: string, { before, now }: ItemChange): Moved {
  if (before === now) return 'same';
  return now > before === (instrument === 'barc-10') ? 'lighter' : 'heavier';
}

/** On BARC-10: on the side of "disagree", or less than last time. */
export function isWeak(
  instrument: Instrument,
  answer: number | null,
  change: ItemChange | undefined,
): boolean {
  if (instrument.instrument !== 'barc-10' || answer === null) return false;
  return answer * 2 <= instrument.least + instrument.most - 1 || (!!change && change.now < change.before);
}
