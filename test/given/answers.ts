import { v7 as newId } from 'uuid';
import type { Words } from './words.js';

type Answer = number | null;

const VERSIONS: Record<string, string> = { 'barc-10': '2017', 'phq-2': '2003', 'phq-9': '2001' };

/** What the form of an assessment sends: these answers, item 1 first; null was skipped. */
export function answersTo(
  instrument: 'barc-10' | 'phq-2' | 'phq-9',
  answers: readonly Answer[],
  more: Words = {},
): Words & { assessmentId: string } {
  return {
    assessmentId: newId(),
    instrument,
    version: VERSIONS[instrument],
    language: 'en',
    answers: answers.map((answer, index) => ({ item: index + 1, answer })),
    ...more,
  };
}

/** Every item answered alike. */
export const tenTimes = (answer: Answer): Answer[] => Array.from({ length: 10 }, () => answer);

/** A PHQ-9 of zeros but for these items. */
export function phq9With(items: Record<number, Answer>): Answer[] {
  return Array.from({ length: 9 }, (_, index) => (index + 1 in items ? items[index + 1]! : 0));
}
