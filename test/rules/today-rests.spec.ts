import { deservesAnswer } from '../../backend/today/check-in.rules.js';
import type { ReasonKind } from '../../backend/today/reasons.js';
import { reasonsOf } from '../../backend/today/today.rules.js';
import type { TodayFacts } from '../../backend/today/today-facts.js';
import {
  checkIn,
  contact,
  facts,
  goal,
  planned,
  promise,
  standing,
  TODAY,
  urgentNote,
} from './given-today-facts.js';

const kinds = (more: Partial<TodayFacts>): ReasonKind[] =>
  reasonsOf(facts(more), TODAY).map(({ kind }) => kind);

test.each([
  ['struggling', null, null, true],
  ['getting by', null, null, false],
  ['steady', 7, null, false],
  ['steady', 8, null, true],
  ['strong', 10, 10, true],
  ['steady', 4, 2, false],
  ['steady', 5, 2, true],
  ['steady', 2, 5, false],
  ['steady', null, 5, false],
])(
  'a check-in of mood %s, cravings %s after %s deserves an answer: %s',
  (mood, cravings, cravingsBefore, is) => {
    expect(deservesAnswer(checkIn({ mood, cravings, cravingsBefore }))).toBe(is);
  },
);

describe('an answer to a check-in', () => {
  const struggling = checkIn({ mood: 'struggling', checkedInAt: new Date('2026-11-20T14:00:00Z') });
  const reachedAt = (instant: string) => ({ lastReachedAt: new Date(instant) });

  test('is a reached contact since, not one on the same morning before it', () => {
    expect(kinds({ checkIns: [struggling], ...reachedAt('2026-11-20T13:59:00Z') })).toEqual([
      'check-in to answer',
    ]);
    expect(kinds({ checkIns: [struggling], ...reachedAt('2026-11-20T14:01:00Z') })).toEqual([]);
  });

  test('is one in the same minute, if it was written down after the check-in', () => {
    const asking = checkIn({ wantsCall: true, checkedInAt: new Date('2026-11-20T14:00:40Z') });
    const written = (at: string): ReasonKind[] =>
      kinds({
        checkIns: [asking],
        ...reachedAt('2026-11-20T14:00:00Z'),
        lastReachedWrittenAt: new Date(at),
      });
    expect(written('2026-11-20T14:00:30Z')).toEqual(['asked to be called']);
    expect(written('2026-11-20T14:05:00Z')).toEqual([]);
    // of the minute before it is not, whenever it was written down
    const before = { ...reachedAt('2026-11-20T13:59:00Z'), lastReachedWrittenAt: new Date() };
    expect(kinds({ checkIns: [asking], ...before })).toEqual(['asked to be called']);
  });

  test('is not a better check-in', () => {
    expect(kinds({ checkIns: [checkIn({ mood: 'strong' }), struggling] })).toEqual(['check-in to answer']);
  });

  test('is owed also to someone never reached', () => {
    expect(kinds({ checkIns: [struggling], lastReachedAt: null })).toEqual(['check-in to answer']);
  });
});

describe('someone paused', () => {
  const paused = standing({
    is: 'paused',
    dueOn: '2026-11-10',
    pausedThroughOn: '2026-11-25',
    pauseReason: 'wish',
  });
  test('is left in peace by the calendar', () => {
    expect(
      kinds({
        standing: paused,
        planned: planned('2026-11-20'),
        windows: [{ event: 'release', beganOn: '2026-10-20' }],
        goals: [goal({ madeOn: '2026-01-01' }), goal({ finishedOn: '2026-11-20' })],
      }),
    ).toEqual([]);
  });
  test('is there with what they said, what was promised, what is planned, and an urgent note', () => {
    expect(
      kinds({
        standing: paused,
        urgentNote: urgentNote(),
        checkIns: [checkIn({ wantsCall: true, mood: 'struggling' })],
        promises: [promise(TODAY)],
        planned: planned(TODAY),
      }),
    ).toEqual([
      'urgent risk note',
      'asked to be called',
      'check-in to answer',
      'promise due',
      'planned today',
    ]);
  });
});

describe('tried today', () => {
  const late = standing({ is: 'overdue', dueOn: '2026-11-18' });
  test('the card is done until tomorrow', () => {
    expect(kinds({ standing: late, goals: [goal({ madeOn: '2026-01-01' })] })).toEqual(['overdue', 'goal']);
    expect(
      kinds({
        standing: late,
        goals: [goal({ madeOn: '2026-01-01' })],
        latestContact: contact('left message'),
      }),
    ).toEqual([]);
    expect(
      kinds({ standing: late, latestContact: contact('left message', { occurredOn: '2026-11-20' }) }),
    ).toEqual(['overdue']);
  });
  test('an urgent note and a promise stay', () => {
    expect(
      kinds({ urgentNote: urgentNote(), promises: [promise(TODAY)], latestContact: contact('no answer') }),
    ).toEqual(['urgent risk note', 'promise due']);
  });
  test('what they said after the attempt is there', () => {
    const said = (instant: string) => ({
      checkIns: [checkIn({ wantsCall: true, checkedInAt: new Date(instant) })],
      latestContact: contact('no answer'),
    });
    expect(kinds(said('2026-11-21T16:00:00Z'))).toEqual([]);
    expect(kinds(said('2026-11-21T18:00:00Z'))).toEqual(['asked to be called']);
  });
  test.each([
    ['15:00', ['planned today']],
    ['11:30', []],
    [null, []],
  ])('what is planned for %s after a try at noon', (time, expected) => {
    expect(kinds({ planned: planned(TODAY, time), latestContact: contact('no-show') })).toEqual(expected);
  });
});

test('reached today: what is a nudge rests until tomorrow, what was promised does not', () => {
  const lastReachedAt = new Date('2026-11-21T17:00:00Z');
  expect(
    kinds({
      lastReachedAt,
      latestContact: contact('reached'),
      goals: [goal({ madeOn: '2026-01-01' })],
      promises: [promise(TODAY)],
    }),
  ).toEqual(['promise due']);
});
