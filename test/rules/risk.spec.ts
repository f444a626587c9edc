import {
  LEVELS,
  type Level,
  SIGNALS,
  type Signal,
  isLower,
  mayRaiseAt,
  suggestedLevel,
  suggestion,
} from '../../backend/risk/risk.rules.js';

const TODAY = '2026-03-10';

describe('the suggested level of a risk note', () => {
  const cases: [name: string, signals: Signal[], overdoseOn: string | null, level: Level][] = [
    ['is urgent for thoughts of suicide alone', ['thoughts of suicide'], null, 'urgent'],
    [
      'is urgent for thoughts of suicide among others',
      ['tired', 'thoughts of suicide', 'money'],
      null,
      'urgent',
    ],
    ['is urgent for an overdose today', ['overdose'], '2026-03-10', 'urgent'],
    ['is urgent for an overdose 7 days ago', ['overdose'], '2026-03-03', 'urgent'],
    ['is of concern for an overdose 8 days ago', ['overdose'], '2026-03-02', 'concern'],
    ['is of concern for an overdose 30 days ago', ['overdose'], '2026-02-08', 'concern'],
    ['is to watch for an overdose 31 days ago alone', ['overdose'], '2026-02-07', 'watch'],
    [
      'is of concern for an old overdose with two others',
      ['overdose', 'tired', 'money'],
      '2025-03-10',
      'concern',
    ],
    ['takes an overdose of an unknown day for one of today', ['overdose'], null, 'urgent'],
    ['leaves a day without an overdose ticked aside', ['tired'], '2026-03-10', 'watch'],
    ['is of concern for a return to use', ['returned to use'], null, 'concern'],
    ['is of concern for stopped medication', ['stopped medication'], null, 'concern'],
    ['is of concern for a release or discharge', ['release or discharge'], null, 'concern'],
    ['is of concern for housing lost', ['housing lost'], null, 'concern'],
    ['is to watch for cravings', ['cravings'], null, 'watch'],
    ['is to watch for work lost', ['work lost'], null, 'watch'],
    ['is to watch for any two others', ['cravings', 'conflict'], null, 'watch'],
    ['is of concern for any three others', ['cravings', 'conflict', 'other'], null, 'concern'],
    ['counts each of hungry, angry, lonely and tired as one', ['hungry', 'angry', 'lonely'], null, 'concern'],
    ['counts a signal ticked twice once', ['hungry', 'hungry', 'tired'], null, 'watch'],
  ];
  it.each(cases)('%s', (_name, signals, overdoseOn, level) => {
    expect(suggestedLevel(signals, { overdoseOn, today: TODAY })).toBe(level);
  });

  it('never sinks by one more signal', () => {
    for (const one of SIGNALS)
      for (const another of SIGNALS) {
        const alone = suggestedLevel([one], { overdoseOn: TODAY, today: TODAY });
        const both = suggestedLevel([one, another], { overdoseOn: TODAY, today: TODAY });
        expect([one, another, isLower(both, alone)]).toEqual([one, another, false]);
      }
  });
});

describe('why a level is suggested', () => {
  const cases: [signals: Signal[], overdoseOn: string | null, because: RegExp][] = [
    [['tired', 'thoughts of suicide', 'overdose'], '2026-01-01', /^Thoughts of suicide are always urgent\.$/],
    [['overdose'], '2026-03-09', /through 7 days after it/],
    [['overdose'], null, /without its day counts as one of today/],
    [['overdose', 'tired'], '2026-02-20', /of concern through 30 days after it/],
    [['housing lost', 'tired', 'money'], null, /^Housing lost or at risk is of concern by itself\.$/],
    [['tired', 'money', 'conflict'], null, /^3 signals or more together/],
    [['tired'], null, /^Fewer than 3 signals/],
  ];
  it.each(cases)('%j, overdose on %s', (signals, overdoseOn, because) => {
    expect(suggestion(signals, { overdoseOn, today: TODAY }).because).toMatch(because);
  });
});

describe('the level a coach sets', () => {
  const cases: [name: string, level: Level, suggested: Level, reason: string, isRight: boolean][] = [
    ['may be the suggested one without a reason', 'concern', 'concern', '', true],
    ['may be higher without a reason', 'urgent', 'watch', '', true],
    ['may not be lower without a reason', 'watch', 'concern', '', false],
    ['may not be lower for a reason of spaces', 'concern', 'urgent', ' \n ', false],
    ['may be lower with a reason', 'watch', 'urgent', 'She asked her doctor to change the dose.', true],
  ];
  it.each(cases)('%s', (_name, level, suggested, reason, isRight) => {
    expect(mayRaiseAt(level, suggested, reason)).toBe(isRight);
  });

  it('is one of three, the most pressing first', () => {
    expect(LEVELS).toEqual(['urgent', 'concern', 'watch']);
  });
});
