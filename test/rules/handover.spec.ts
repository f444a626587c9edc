import { acceptBy, handoverState, wordsOfDraft } from '../../backend/handover/handover.rules.js';
import { DEFAULT_HOURS } from '../../backend/risk/working-hours.rules.js';

const chicago = { timeZone: 'America/Chicago', hours: DEFAULT_HOURS, holidays: new Set(['2026-03-11']) };

test.each([
  ['a Monday morning', '2026-03-02T15:00:00Z', '2026-03-04T23:00:00.000Z'],
  ['a Friday afternoon, over the weekend', '2026-03-06T22:00:00Z', '2026-03-10T22:00:00.000Z'],
  ['the day before a holiday', '2026-03-10T15:00:00Z', '2026-03-13T22:00:00.000Z'],
  ['a Saturday', '2026-03-14T15:00:00Z', '2026-03-17T22:00:00.000Z'],
  [
    'late in the evening, which is the next day elsewhere',
    '2026-03-03T04:00:00Z',
    '2026-03-04T23:00:00.000Z',
  ],
])('handed over on %s it is to be accepted by the end of the second working day', (_, madeAt, by) => {
  expect(acceptBy(new Date(madeAt), chicago).toISOString()).toBe(by);
});

test.each([
  ['asked', {}],
  ['waiting', { madeAt: new Date() }],
  ['declined', { madeAt: new Date(), declinedAt: new Date() }],
  ['accepted', { madeAt: new Date(), acceptedAt: new Date() }],
  ['ended', { madeAt: new Date(), endedAt: new Date() }],
  ['ended', { endedAt: new Date() }],
])('a handover is %s', (state, moments) => {
  const none = { madeAt: null, acceptedAt: null, declinedAt: null, endedAt: null };
  expect(handoverState({ ...none, ...moments })).toBe(state);
});

test.each([
  ['both notes', { teamNote: 'For us', sharedNote: 'For both' }, 'For us\n\nFor both'],
  ['none', { outcome: 'reached', teamNote: '   ' }, ''],
  ['what is no text', { teamNote: 7, sharedNote: null }, ''],
  ['half an emoji', { teamNote: '\ud83d' }, '\ufffd'],
])('of a draft with %s the words are taken', (_, body, words) => {
  expect(wordsOfDraft(body)).toBe(words);
});

test('the longest draft fits', () => {
  expect(wordsOfDraft({ teamNote: 'x'.repeat(50_000) })).toHaveLength(20_000);
});
