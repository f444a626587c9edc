import type { Contact, StreamItem } from '../../api/contract';
import { changesOf } from './feedback-words';
import { freshened, inOrder } from './stream-news';

/** Named by a letter, recorded in the minute that its place in the alphabet says; a capital is a later version. */
function items(letters: string): StreamItem[] {
  return [...letters].map((letter) => {
    const contactId = letter.toLowerCase();
    const minute = String(contactId.charCodeAt(0) - 97).padStart(2, '0');
    const version = letter === contactId ? 1 : 2;
    return {
      contact: { contactId, version, recordedAt: `2026-03-10T16:${minute}:00.000Z` },
    } as StreamItem;
  });
}

const letters = (list: readonly StreamItem[]): string =>
  list
    .map(({ contact }) => (contact.version > 1 ? contact.contactId.toUpperCase() : contact.contactId))
    .join('');

test.each([
  ['what is new waits', 'xwcba', 'cba', 'cba', 'xw'],
  ['what comes back in between waits too', 'cba', 'ca', 'ca', 'b'],
  ['one that was amended stays where it is, as it now is', 'cBa', 'cba', 'cBa', ''],
  ['what is done with stays', 'ca', 'cba', 'cba', ''],
  ['what is older than all that is shown comes below', 'dcba', 'dc', 'dcba', ''],
  ['where nothing was shown, all of it waits', 'ba', '', '', 'ba'],
])('%s', (_, fresh, before, shown, waiting) => {
  const is = freshened(items(fresh), items(before));
  expect([letters(is.shown), letters(is.waiting)]).toEqual([shown, waiting]);
});

test('each stands there once, as it was named last, the newest first', () => {
  expect(letters(inOrder(items('acbB')))).toBe('cBa');
});

test('what was changed is said in words: what it said before, and what it says now', () => {
  const before = {
    outcome: 'reached',
    minutes: null,
    occurredOn: '2026-03-10',
    startedBy: 'coach',
    goals: [{ goalId: 'g', sentence: 'Learn guitar', progress: '', confidence: null }],
    sharedNote: 'We talked.',
    teamNote: '',
  } as unknown as Partial<Contact>;
  const now = {
    ...before,
    minutes: 20,
    startedBy: 'participant',
    goals: [],
    sharedNote: '',
  } as unknown as Contact;
  expect(changesOf(before, before as Contact)).toEqual([]);
  expect(changesOf(before, now)).toEqual([
    { label: 'Minutes', before: 'Nothing', now: '20' },
    { label: 'Note for both', before: 'We talked.', now: 'Nothing' },
    { label: 'Who reached out', before: 'The coach', now: 'They did' },
    { label: 'Goals', before: 'Learn guitar', now: 'Nothing' },
  ]);
});
