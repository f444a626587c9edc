import { gistOf } from '../../backend/today/gist.js';
import { isAway, mayBePutAway, type PutAwayFact } from '../../backend/today/put-away.rules.js';
import type { Reason, ReasonKind } from '../../backend/today/reasons.js';
import { checkIn, TODAY } from './given-today-facts.js';

describe('put away', () => {
  const away = (more: Partial<PutAwayFact> = {}): PutAwayFact => ({
    putAwayId: 'a1',
    reasonKind: 'due today',
    because: 'He works nights this week',
    untilOn: '2026-11-23',
    madeAt: new Date('2026-11-20T15:00:00Z'),
    ...more,
  });
  const of = (kind: ReasonKind): Reason[] => [{ kind } as Reason];

  test.each<[ReasonKind, ReasonKind, string, boolean]>([
    ['due today', 'due today', '2026-11-23', true],
    ['due today', 'due today', '2026-11-22', true],
    ['due today', 'due today', TODAY, false],
    ['due today', 'overdue', '2026-11-23', false],
    ['overdue', 'due today', '2026-11-23', true],
    ['goal', 'celebrate', '2026-11-23', false],
    ['overdue', 'urgent risk note', '2026-11-23', false],
  ])('%s, now %s, until %s: still away %s', (reasonKind, now, untilOn, expected) => {
    expect(isAway(away({ reasonKind, untilOn }), of(now), TODAY)).toBe(expected);
  });

  test('what they said since brings the card back, what they had said does not', () => {
    const said = (instant: string): Reason[] => [
      { kind: 'check-in to answer', checkIn: checkIn({ checkedInAt: new Date(instant) }) },
    ];
    const word = away({ reasonKind: 'check-in to answer' });
    expect(isAway(word, said('2026-11-20T14:00:00Z'), TODAY)).toBe(true);
    expect(isAway(word, said('2026-11-20T16:00:00Z'), TODAY)).toBe(false);
  });

  test('an urgent note is not put away', () => {
    expect(mayBePutAway([...of('urgent risk note'), ...of('overdue')])).toBe(false);
    expect(mayBePutAway(of('overdue'))).toBe(true);
  });
});

test.each([
  ['', ''],
  ['  Two\n\nlines ', 'Two lines'],
  ['word '.repeat(32).trim(), 'word '.repeat(32).trim()],
  ['word '.repeat(33).trim(), `${'word '.repeat(32).trim()}…`],
  ['A long one, ' + 'x'.repeat(200), 'A long one…'],
  ['x'.repeat(200), `${'x'.repeat(160)}…`],
])('the gist of a note in whole words', (words, gist) => {
  expect(gistOf(words)).toBe(gist);
});
