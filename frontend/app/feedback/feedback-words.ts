import type { Contact, Feedback, StreamItem } from '../../api/contract';
import { OUTCOME_LABEL } from '../contacts/contact-words';

export type Kind = Feedback['kind'];
type Because = NonNullable<StreamItem['askedBecause']>;

export const KIND_LABEL: Record<Kind, string> = {
  thanks: 'Thanks',
  comment: 'Comment',
  change: 'Asked for a change',
};

/** Why a supervisor is asked to read it, as it stands on the contact. */
export const BECAUSE_WORDS: Record<Because, string> = {
  training: 'Asked of you: in training',
  held: 'Asked of you: held, no certification',
  'risk note': 'Asked of you: a risk note came of it',
  drifting: 'Asked of you: was drifting',
  sample: 'Asked of you: in the sample',
  answered: 'Your question was answered',
};

/** What became of an asked change. */
export function answerWords(answer: NonNullable<Feedback['answer']>, coach: string): string {
  return {
    changed: `${coach} changed the contact`,
    added: `${coach} added to the contact`,
    voided: 'The contact was voided',
    declined: `${coach} said why not: “${answer.words}”`,
  }[answer.as];
}

/** What a contact said before and says no longer, a line each. */
export function saidBefore(before: Contact, now: Contact): string[] {
  const lines: string[] = [];
  if (before.outcome !== now.outcome) lines.push(`How it went: ${OUTCOME_LABEL[before.outcome]}`);
  if (before.minutes !== now.minutes) lines.push(before.minutes ? `${before.minutes} minutes` : 'No minutes');
  if (before.occurredOn !== now.occurredOn) lines.push(`Day: ${before.occurredOn}`);
  if (before.sharedNote !== now.sharedNote) lines.push(before.sharedNote || 'No note to share');
  if (before.teamNote !== now.teamNote) lines.push(before.teamNote || 'No note for the team');
  return lines;
}

/** "2 thanks, 1 comment and 1 asked change". */
export function countWords(counts: { thanks: number; comments: number; changes: number }): string {
  const said = [
    counts.thanks > 0 && (counts.thanks === 1 ? 'a thank-you' : `${counts.thanks} thank-yous`),
    counts.comments > 0 && (counts.comments === 1 ? 'a comment' : `${counts.comments} comments`),
    counts.changes > 0 && (counts.changes === 1 ? 'a question' : `${counts.changes} questions`),
  ].filter((each) => each !== false);
  return new Intl.ListFormat('en').format(said);
}
