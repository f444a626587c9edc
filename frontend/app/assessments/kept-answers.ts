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

const KEPT = 'alongside.answers.';

export function keptAnswers(accountId: string, asked: Asked): KeptAnswers | null {
  return JSON.parse(sessionStorage.getItem(keyOf(accountId, asked)) ?? 'null') as KeptAnswers | null;
}

export function keepAnswers(accountId: string, asked: Asked, kept: KeptAnswers | null): void {
  try {
    if (kept === null) sessionStorage.removeItem(keyOf(accountId, asked));
    else sessionStorage.setItem(keyOf(accountId, asked), JSON.stringify(kept));
  } catch {
    // Storage is full or closed to us: the open page still holds them.
  }
}

const keyOf = (accountId: string, asked: Asked): string => `${KEPT}${accountId}.${asked}`;
