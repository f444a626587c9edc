import fc from 'fast-check';
import { dayOf } from '../../backend/standing/day-number.js';
import {
  forOutside,
  type Lasted,
  type Stay,
  stillThere,
  survival,
  survivalOf,
} from '../../backend/reports/survival.rules.js';

/** Weeks of remission in acute leukemia (Freireich 1963, Gehan 1965); "+" was still in remission when last seen. */
const ON_6_MP = '6,6,6,6+,7,9+,10,10+,11+,13,16,17+,19+,20+,22,23,25+,32+,32+,34+,35+';
const ON_PLACEBO = '1,1,2,2,3,4,4,5,5,8,8,8,8,11,11,12,12,15,17,22,23';

const observed = (weeks: string): Lasted[] =>
  weeks.split(',').map((week) => ({ days: parseInt(week), isLost: !week.endsWith('+'), stays: 1 }));
/** The same as stays: a censored one was completed after so long. */
const asStays = (weeks: string): Stay[] =>
  observed(weeks).map(({ days, isLost }) => ({
    enrolledOn: '2025-01-01',
    closedOn: dayOf(Date.parse('2025-01-01') / 86_400_000 + days),
    closingReason: isLost ? 'left' : 'completed',
  }));

test('the 6-MP leukemia example comes out to every digit that was printed', () => {
  const { stays, steps } = survivalOf(observed(ON_6_MP));
  expect(stays).toBe(21);
  expect(
    steps.map(({ days, atRisk, lost, share, standardError }) => [
      days,
      atRisk,
      lost,
      share.toFixed(3),
      standardError?.toFixed(4),
    ]),
  ).toEqual([
    [6, 21, 3, '0.857', '0.0764'],
    [7, 17, 1, '0.807', '0.0869'],
    [10, 15, 1, '0.753', '0.0963'],
    [13, 12, 1, '0.690', '0.1068'],
    [16, 11, 1, '0.627', '0.1141'],
    [22, 7, 1, '0.538', '0.1282'],
    [23, 6, 1, '0.448', '0.1346'],
  ]);
  // the log-log interval as R's survival prints it with conf.type = "log-log"
  expect(steps.map(({ low, high }) => [low?.toFixed(3), high?.toFixed(3)])).toEqual([
    ['0.620', '0.952'],
    ['0.563', '0.923'],
    ['0.503', '0.889'],
    ['0.432', '0.849'],
    ['0.368', '0.805'],
    ['0.268', '0.747'],
    ['0.188', '0.680'],
  ]);
});

test('so it does from stays with their days', () => {
  expect(survival(asStays(ON_6_MP), '2026-01-01')).toEqual(survivalOf(observed(ON_6_MP)));
});

test('the placebo arm, without anybody censored, is the plain share and ends at zero', () => {
  const { steps } = survivalOf(observed(ON_PLACEBO));
  expect(steps.map(({ days, share }) => [days, Math.round(share * 21)])).toEqual([
    ...[
      [1, 19],
      [2, 17],
      [3, 16],
      [4, 14],
      [5, 12],
      [8, 8],
      [11, 6],
      [12, 4],
      [15, 3],
      [17, 2],
      [22, 1],
      [23, 0],
    ],
  ]);
  expect(steps.at(-1)).toMatchObject({ share: 0, standardError: null, low: null, high: null });
  expect(steps[0]!.standardError!.toFixed(4)).toBe('0.0641');
  const after = stillThere(observed(ON_PLACEBO), survivalOf(observed(ON_PLACEBO)), [10, 23, 30]);
  expect(after.map(({ share }) => share?.toFixed(3))).toEqual(['0.381', '0.000', '0.000']);
});

const enrolled = (closedOn: string | null, closingReason: string | null): Stay[] => [
  { enrolledOn: '2026-01-01', closedOn, closingReason },
  { enrolledOn: '2026-01-01', closedOn: null, closingReason: null },
];

test.each([
  ['left', 0.5],
  ['lost', 0.5],
  ['completed', undefined],
  ['moved', undefined],
  ['died', undefined],
])('a stay closed as %s', (reason, share) => {
  expect(survival(enrolled('2026-02-01', reason), '2026-03-01').steps.at(-1)?.share).toBe(share);
});

test.each([
  ['closed after the last day that is known', '2026-03-02', 'left', 0, 59],
  ['closed on that day', '2026-03-01', 'left', 1, 59],
  ['still open', null, null, 0, 59],
])('a stay %s', (_, closedOn, reason, lost, followedDays) => {
  const known = survival(enrolled(closedOn, reason), '2026-03-01');
  expect([known.steps.length, known.followedDays]).toEqual([lost, followedDays]);
});

test('one begun after the last day that is known is no part of it', () => {
  expect(survival(enrolled(null, null), '2025-12-31')).toEqual({ stays: 0, steps: [], followedDays: 0 });
});

test('days are civil days: a stay over the clock change or a leap day is as long as the calendar says', () => {
  const stay = (enrolledOn: string, closedOn: string): number =>
    survival([{ enrolledOn, closedOn, closingReason: 'left' }], '2026-12-31').steps[0]!.days;
  expect(stay('2026-03-07', '2026-03-09')).toBe(2);
  expect(stay('2026-10-31', '2026-11-02')).toBe(2);
  expect(stay('2024-02-28', '2024-03-01')).toBe(2);
  expect(stay('2026-03-08', '2026-03-08')).toBe(0);
});

test('nothing is said of a day that nobody was looked at for', () => {
  const lasted = observed('5+,10,40+');
  const known = stillThere(lasted, survivalOf(lasted), [1, 30, 40, 41]);
  expect(known.map(({ atRisk, share }) => [atRisk, share])).toEqual([
    [3, 1],
    [1, 0.5],
    [1, 0.5],
    [0, null],
  ]);
  expect(stillThere([], survivalOf([]), [30])).toEqual([
    { days: 30, atRisk: 0, share: null, low: null, high: null },
  ]);
});

test('who leaves on the day that somebody else is last seen had them beside them', () => {
  expect(survivalOf(observed('6+,6')).steps).toMatchObject([{ atRisk: 2, share: 0.5 }]);
});

const lastedOnes = fc.array(
  fc.record({ days: fc.nat({ max: 400 }), isLost: fc.boolean(), stays: fc.integer({ min: 1, max: 9 }) }),
  { maxLength: 80 },
);

test('for outside, no step stands for fewer than 11 and none is drawn with fewer than 11 at risk', () => {
  fc.assert(
    fc.property(lastedOnes, (lasted) => {
      const whole = survivalOf(lasted);
      const outside = forOutside(whole, lasted);
      let lostBefore = 0;
      for (const { days, share, atRisk } of outside.steps) {
        expect(atRisk).toBeGreaterThanOrEqual(11);
        expect(whole.steps.find((step) => step.days === days)!.share).toBe(share);
        const lost = lasted.reduce(
          (sum, each) => sum + (each.isLost && each.days <= days ? each.stays : 0),
          0,
        );
        expect(lost - lostBefore).toBeGreaterThanOrEqual(11);
        lostBefore = lost;
      }
      const atRiskAtTheEnd = lasted.reduce(
        (sum, each) => sum + (each.days >= outside.followedDays ? each.stays : 0),
        0,
      );
      if (outside.followedDays >= 0 && whole.stays >= 11) expect(atRiskAtTheEnd).toBeGreaterThanOrEqual(11);
    }),
  );
  expect(forOutside(survivalOf(observed(ON_6_MP)), observed(ON_6_MP)).steps).toEqual([]);
});

test('the share never rises and stays between 0 and 1, and so does its interval', () => {
  fc.assert(
    fc.property(lastedOnes, (lasted) => {
      let before = 1;
      for (const { share, low, high } of survivalOf(lasted).steps) {
        expect(share).toBeLessThan(before);
        expect(share).toBeGreaterThanOrEqual(0);
        if (low !== null && high !== null) {
          expect(low).toBeGreaterThanOrEqual(0);
          expect(low).toBeLessThanOrEqual(share);
          expect(high).toBeGreaterThanOrEqual(share);
          expect(high).toBeLessThanOrEqual(1);
        }
        before = share;
      }
    }),
  );
});
