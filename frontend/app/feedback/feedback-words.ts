import type { Contact, Feedback, StreamItem } from '../../api/contract';
import { type Spoken, spokenContact } from '../contacts/side-by-side';

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

/** One thing a contact said before and says otherwise now, in words. */
export interface Change {
  label: string;
  before: string;
  now: string;
}

/** What a contact said before and says otherwise now. */
export function changesOf(before: Partial<Contact>, now: Contact): Change[] {
  const [said, says] = [spokenWhole(before), spokenWhole(now)];
  return Object.keys(says)
    .map((label) => ({ label, before: said[label] || 'Nothing', now: says[label] || 'Nothing' }))
    .filter((change) => change.before !== change.now);
}

/** With what a form of it does not hold in words. */
function spokenWhole(contact: Partial<Contact>): Spoken {
  const { startedBy, goals, programName } = contact;
  return {
    ...spokenContact(contact),
    'Who reached out': startedBy ? { coach: 'The coach', participant: 'They did' }[startedBy] : '',
    Goals: (goals ?? [])
      .map(({ sentence, progress, confidence }) =>
        [sentence, progress, (confidence ?? null) !== null && `sure ${confidence} of 10`]
          .filter(Boolean)
          .join(', '),
      )
      .join('\n'),
    Program: programName ?? '',
  };
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
