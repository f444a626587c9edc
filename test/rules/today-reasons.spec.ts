import { REASON_KINDS, type ReasonKind } from '../../backend/today/reasons.js';
import { byNeed, reasonsOf } from '../../backend/today/today.rules.js';
import type { TodayFacts } from '../../backend/today/today-facts.js';
import {
  decision,
  checkIn,
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

test('someone in touch, with nothing due, has no card', () => {
  expect(kinds({})).toEqual([]);
});

test.each<[string, Partial<TodayFacts>, ReasonKind[]]>([
  ['an urgent note is open', { urgentNote: urgentNote() }, ['urgent risk note']],
  [
    'it was answered and is open still',
    { urgentNote: urgentNote({ answer: { by: 'Sam', words: 'Calling now', at: new Date() } }) },
    ['urgent risk note'],
  ],
  ['they asked to be called', { checkIns: [checkIn({ wantsCall: true })] }, ['asked to be called']],
  ['a promise is due today', { promises: [promise('2026-11-21')] }, ['promise due']],
  ['a promise was due last week', { promises: [promise('2026-11-14')] }, ['promise due']],
  ['a promise is for tomorrow', { promises: [promise('2026-11-22')] }, []],
  [
    'two promises are due and one is not',
    { promises: [promise('2026-11-20'), promise('2026-11-21'), promise('2026-12-01')] },
    ['promise due', 'promise due'],
  ],
  ['something was decided for today', { decisions: [decision(TODAY)] }, ['decided in supervision']],
  ['something was decided for tomorrow', { decisions: [decision('2026-11-22')] }, []],
  ['contact was due yesterday', { standing: standing({ is: 'overdue', dueOn: '2026-11-20' }) }, ['overdue']],
  ['out of touch', { standing: standing({ is: 'out of touch', dueOn: '2026-11-01' }) }, ['overdue']],
  ['contact is due today', { standing: standing({ is: 'due', dueOn: TODAY }) }, ['due today']],
  ['contact is due tomorrow', { standing: standing({ dueOn: '2026-11-22' }) }, []],
  ['planned for today', { planned: planned(TODAY, '15:00') }, ['planned today']],
  ['planned for yesterday, and still next', { planned: planned('2026-11-20') }, ['planned contact missed']],
  ['planned for tomorrow', { planned: planned('2026-11-22') }, []],
  [
    'a step is due',
    { goals: [goal({ nextStep: { words: 'Call the housing office', byOn: TODAY } })] },
    ['goal'],
  ],
  [
    'a step is due tomorrow',
    { goals: [goal({ nextStep: { words: 'Call the housing office', byOn: '2026-11-22' } })] },
    [],
  ],
  ['a goal is 29 days old', { goals: [goal({ madeOn: '2026-10-23' })] }, []],
  ['nothing has moved for 30 days', { goals: [goal({ madeOn: '2026-10-22' })] }, ['goal']],
  [
    'it was put in other words last week',
    { goals: [goal({ madeOn: '2026-08-01', changedOn: '2026-11-14' })] },
    [],
  ],
  [
    'their coach says that it is reached',
    {
      goals: [goal({ madeOn: '2026-08-01', finishProposed: { on: '2026-08-02', isByParticipant: false } })],
    },
    [],
  ],
  ['it was spoken of last week', { goals: [goal({ madeOn: '2026-08-01', spokenOfOn: '2026-11-14' })] }, []],
  ['BARC-10 is due in 8 days', { barc: { dueOn: '2026-11-29', lastTakenOn: null } }, []],
  ['BARC-10 is due in a week', { barc: { dueOn: '2026-11-28', lastTakenOn: null } }, ['assessment due']],
  [
    'BARC-10 was due in summer',
    { barc: { dueOn: '2026-08-01', lastTakenOn: '2026-05-03' } },
    ['assessment due'],
  ],
  [
    'all at once, in the order of domain.md',
    {
      urgentNote: urgentNote(),
      checkIns: [checkIn({ mood: 'struggling', wantsCall: true })],
      promises: [promise(TODAY)],
      decisions: [decision(TODAY)],
      standing: standing({ is: 'overdue', dueOn: '2026-11-20', lastReachedOn: '2026-11-13' }),
      planned: planned(TODAY),
      goals: [goal({ madeOn: '2026-09-01' }), goal({ goalId: 'g2', finishedOn: '2026-11-15' })],
      barc: { dueOn: TODAY, lastTakenOn: null },
    },
    [
      'urgent risk note',
      'asked to be called',
      'check-in to answer',
      'promise due',
      'decided in supervision',
      'overdue',
      'planned today',
      'celebrate',
      'goal',
      'assessment due',
    ],
  ],
])('when %s', (_, more, expected) => {
  expect(kinds(more)).toEqual(expected);
});

describe('a vulnerability window', () => {
  const released = (beganOn: string, lastReachedOn: string | null, more = {}) =>
    reasonsOf(
      facts({
        windows: [{ event: 'release', beganOn }],
        standing: standing({ lastReachedOn, enrolledOn: '2026-01-01', ...more }),
      }),
      TODAY,
    );

  test.each<[string, string, string, number, string | null]>([
    ['day 9, reached today', '2026-11-12', '2026-11-21', 2, null],
    ['day 9, reached yesterday', '2026-11-12', '2026-11-20', 2, null],
    ['day 9, reached two days ago', '2026-11-12', '2026-11-19', 2, '2026-11-21'],
    ['its first day, reached the day before', '2026-11-21', '2026-11-20', 2, null],
    ['its first day, not reached for a week', '2026-11-21', '2026-11-14', 2, '2026-11-21'],
    ['day 14, reached two days ago', '2026-11-07', '2026-11-19', 2, '2026-11-21'],
    ['day 15, reached two days ago', '2026-11-06', '2026-11-19', 7, null],
    ['day 20, missed in the first stage', '2026-11-01', '2026-11-10', 2, '2026-11-12'],
    ['day 40, reached nine days ago', '2026-10-12', '2026-11-12', 10, null],
    ['day 40, reached ten days ago', '2026-10-12', '2026-11-11', 10, '2026-11-21'],
  ])('%s', (_, beganOn, lastReachedOn, days, dueOn) => {
    const [reason] = released(beganOn, lastReachedOn);
    expect(reason).toEqual(
      dueOn === null
        ? undefined
        : { kind: 'window contact due', window: { event: 'release', beganOn, days, dueOn } },
    );
  });

  test('takes the place of overdue, which it comes before', () => {
    const reasons = released('2026-11-12', '2026-11-01', { is: 'overdue', dueOn: '2026-11-08' });
    expect(reasons.map(({ kind }) => kind)).toEqual(['window contact due']);
  });

  test('of two, one inside the other, the earlier due day counts, once', () => {
    const windows = [
      { event: 'release', beganOn: '2026-10-01' },
      { event: 'overdose', beganOn: '2026-11-18' },
    ];
    const reasons = reasonsOf(facts({ windows, standing: standing({ lastReachedOn: '2026-11-12' }) }), TODAY);
    expect(reasons).toEqual([
      { kind: 'window contact due', window: { ...windows[1], days: 2, dueOn: '2026-11-18' } },
    ]);
  });
});

describe('the order of the cards', () => {
  const named = (preferredName: string, more: Partial<TodayFacts>) => {
    const person = facts({ preferredName, participantId: preferredName, ...more });
    return { facts: person, reasons: reasonsOf(person, TODAY) };
  };
  const order = (...cards: ReturnType<typeof named>[]) =>
    [...cards].sort(byNeed).map((card) => card.facts.preferredName);
  const overdue = (dueOn: string, lastReachedOn: string | null) =>
    ({ standing: standing({ is: 'overdue', dueOn, lastReachedOn }) }) as const;

  test('never reached first, then who waits longest', () => {
    expect(
      order(
        named('Since yesterday', overdue('2026-11-20', '2026-11-13')),
        named('Since long', overdue('2026-10-01', '2026-09-24')),
        named('Never reached', overdue('2026-11-20', null)),
      ),
    ).toEqual(['Never reached', 'Since long', 'Since yesterday']);
  });

  test('an urgent note nobody answered before one that was, then the older', () => {
    const at = (day: string, answer: object | null = null) => ({
      urgentNote: urgentNote({ raisedAt: new Date(`${day}T12:00:00Z`), answer: answer as never }),
    });
    expect(
      order(
        named('Answered', at('2026-11-01', { by: 'Sam' })),
        named('New', at('2026-11-20')),
        named('Old', at('2026-11-18')),
      ),
    ).toEqual(['Old', 'New', 'Answered']);
  });

  test('planned for today by the clock, those without a time last', () => {
    const at = (time: string | null) => ({ planned: planned(TODAY, time) });
    expect(
      order(named('Any time', at(null)), named('Late', at('17:30')), named('Early', at('09:00'))),
    ).toEqual(['Early', 'Late', 'Any time']);
  });

  test('equal in everything else, by name', () => {
    const due = { standing: standing({ is: 'due', dueOn: TODAY }) } as const;
    expect(order(named('Mina', due), named('Lou', due))).toEqual(['Lou', 'Mina']);
  });

  test('a missed planned contact comes after overdue and before what is planned for today', () => {
    expect(REASON_KINDS.slice(6, 10)).toEqual([
      'overdue',
      'planned contact missed',
      'planned today',
      'due today',
    ]);
  });
});
