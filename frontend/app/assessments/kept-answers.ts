import { v7 as newId } from 'uuid';

/** Which questions: BARC-10, or the PHQ, which begins with two and may go on to nine; or those asked together. */
export type Asked = 'barc-10' | 'phq' | `together.${string}`;

/**
 * Answers that the server does not have yet: on this device, in this tab, for this account alone. Signing out and the
 * way out clear them; they are sent by nobody but the one who gives them.
 */
export interface KeptAnswers {
  assessmentId: string;
  /** By item, item 1 first; null was skipped or not reached. */
  answers: (number | null)[];
  /** The item looked at, 1 is the first; one more than there are: they look it over. */
  at: number;
  /** Of the PHQ: they said yes to the other seven. */
  goesOn: boolean;
  /** Sent, and no answer has come yet. */
  isSent: boolean;
}

export const keptAs = (asked: Asked): string => `answers.${asked}`;

export function noAnswersYet(): KeptAnswers {
  return { assessmentId: newId(), answers: [], at: 1, goesOn: false, isSent: false };
}
