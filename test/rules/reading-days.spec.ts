import { seeDay, suggestedOrder } from '../../backend/moving-in/reading/day-order.rules.js';
import { type DayOrder, dayTyped, dayReads } from '../../backend/moving-in/reading/day-typed.rules.js';
import { minutesTyped } from '../../backend/moving-in/reading/minutes-typed.rules.js';
import { timeTyped } from '../../backend/moving-in/reading/time-typed.rules.js';

const TODAY = '2026-11-21';
const typedAs = (text: string, order: DayOrder = 'month first', is: 'birth' | 'event' = 'event') =>
  dayTyped({ text }, { order, is, today: TODAY });

test.each([
  ['3/4/26', '2026-03-04'],
  ['3/4/2026', '2026-03-04'],
  ["3/4/'26", '2026-03-04'],
  ['03-04-2026', '2026-03-04'],
  ['03.04.2026', '2026-03-04'],
  ['3 / 4 / 2026', '2026-03-04'],
  ['12/31/25', '2025-12-31'],
  ['March 4 2026', '2026-03-04'],
  ['March 4, 2026', '2026-03-04'],
  ['march 4th, 2026', '2026-03-04'],
  ['Mar. 4 26', '2026-03-04'],
  ['Mar-04-2026', '2026-03-04'],
  ['4 Mar 26', '2026-03-04'],
  ['4-Mar-26', '2026-03-04'],
  ['4th of March 2026', '2026-03-04'],
  ['4 de marzo de 2026', '2026-03-04'],
  ['21 sept 2026', '2026-09-21'],
  ['Wed, 4 March 2026', '2026-03-04'],
  ['Wednesday March 4, 2026', '2026-03-04'],
  ['Thu 3/4/2026', '2026-03-04'],
  ['2026-03-04', '2026-03-04'],
  ['2026/3/4', '2026-03-04'],
  ['20260304', '2026-03-04'],
  ['2026-03-04T14:30:00', '2026-03-04'],
  ['2026-03-04T00:00:00.000Z', '2026-03-04'],
  ['martes 4 de marzo de 2026', '2026-03-04'],
  ['2026-03-04 14:30', '2026-03-04'],
  ['3/4/2026 2:30 PM', '2026-03-04'],
  ['3/4/2026, 2:30:00 p.m.', '2026-03-04'],
  ['46085', '2026-03-04'],
  ['46085.604', '2026-03-04'],
  ['2/29/2024', '2024-02-29'],
  ['1/1/1900', '1900-01-01'],
])('%s is the day %s', (text, day) => {
  expect(typedAs(text)).toEqual({ value: day });
});

test.each([
  ['3/4/26', '2026-04-03'],
  ['31/12/25', '2025-12-31'],
  ['03.04.2026', '2026-04-03'],
  ['2026-03-04', '2026-03-04'],
  ['March 4 2026', '2026-03-04'],
])('with the day first %s is %s', (text, day) => {
  expect(typedAs(text, 'day first')).toEqual({ value: day });
});

test.each([
  ['event', '1/2/46', '2046-01-02'],
  ['event', '1/2/47', '1947-01-02'],
  ['event', '1/2/98', '1998-01-02'],
  ['birth', '1/2/85', '1985-01-02'],
  ['birth', '1/2/26', '1926-01-02'],
  ['birth', '1/2/17', '1917-01-02'],
  ['birth', '11/21/16', '2016-11-21'],
  ['birth', '11/22/16', '1916-11-22'],
  ['birth', '1/2/00', '2000-01-02'],
] as const)('two digits of a year of a %s: %s is %s', (is, text, day) => {
  expect(typedAs(text, 'month first', is)).toEqual({ value: day });
});

test.each([
  ['2/30/2026', 'day-not-in-calendar'],
  ['2/29/2026', 'day-not-in-calendar'],
  ['13/32/2026', 'day-not-in-calendar'],
  ['2026-13-01', 'day-not-in-calendar'],
  ['20261301', 'day-not-in-calendar'],
  ['April 31 2026', 'day-not-in-calendar'],
  ['25/3/2026', 'day-in-other-order'],
  ['12/31/1899', 'day-before-1900'],
  ['3/4', 'day-without-year'],
  ['March 4', 'day-without-year'],
  ['March 2026', 'day-without-day'],
  ['3/2026', 'day-without-day'],
  ['2026', 'day-without-day'],
  ['about 3/4/2026', 'day-not-understood'],
  ['3/4/2026?', 'day-not-understood'],
  ['3/4/026', 'day-not-understood'],
  ['3/4-2026', 'day-not-understood'],
  ['last spring', 'day-not-understood'],
  ['4 Foo 2026', 'day-not-understood'],
  ['030426', 'day-not-understood'],
  ['2026-03-04T23:30:00Z', 'time-in-another-zone'],
  ['2026-03-04 23:30+02:00', 'time-in-another-zone'],
  ['#######', 'day-not-understood'],
])('%s is refused: %s', (text, code) => {
  expect(typedAs(text)).toMatchObject({ refused: { code, words: expect.stringMatching(/\w/) } });
});

test('a day that the file itself holds is in no order', () => {
  expect(
    dayTyped({ text: '2026-03-04', day: '2026-03-04' }, { order: 'day first', is: 'event', today: TODAY }),
  ).toEqual({ value: '2026-03-04' });
});

test('which days would differ by the order is known, and the order suggested from those that do not', () => {
  const sense = { is: 'event', today: TODAY } as const;
  const reads = (text: string) => dayReads({ text }, sense);
  expect(['3/4/26', '4/4/26', '3/25/26', '25/3/26', '2026-03-04', 'soon'].map(reads)).toEqual([
    'as two days',
    'either way',
    'month first',
    'day first',
    'either way',
    'no day',
  ]);
  const seen = { monthFirst: 0, dayFirst: 0, either: 0 };
  for (const text of ['3/4/26', '5/6/26', '25/3/26', '']) seeDay(seen, { text }, sense);
  expect(seen).toEqual({ monthFirst: 0, dayFirst: 1, either: 2 });
  expect(suggestedOrder(seen)).toBe('day first');
  expect(suggestedOrder({ monthFirst: 2, dayFirst: 1, either: 9 })).toBe('month first');
  expect(suggestedOrder({ monthFirst: 0, dayFirst: 0, either: 9 })).toBe('month first');
});

test.each([
  ['2pm', '14:00'],
  ['2 PM', '14:00'],
  ['2:30 PM', '14:30'],
  ['2:30p', '14:30'],
  ['2.30 p.m.', '14:30'],
  ['at 2:30 pm', '14:30'],
  ['12:15 am', '00:15'],
  ['12 pm', '12:00'],
  ['noon', '12:00'],
  ['midnight', '00:00'],
  ['14:30', '14:30'],
  ['14:30:59', '14:30'],
  ['14h30', '14:30'],
  ['1430', '14:30'],
  ['0930', '09:30'],
  ['930 am', '09:30'],
  ['05:30', '05:30'],
  ['0.604166667', '14:30'],
  ['3/4/2026 2:30 PM', '14:30'],
  ['2026-03-04T14:30:00', '14:30'],
])('%s is %s on the clock', (text, time) => {
  expect(timeTyped({ text })).toEqual({ value: time });
});

test('a time without AM or PM that would be at night is taken and marked', () => {
  expect(timeTyped({ text: '2:30' })).toMatchObject({ value: '02:30', mark: { code: 'time-at-night' } });
  expect(timeTyped({ text: '8:30' })).toEqual({ value: '08:30' });
});

test.each([
  ['25:00', 'time-not-on-a-clock'],
  ['2:60 pm', 'time-not-on-a-clock'],
  ['14:30 am', 'time-not-on-a-clock'],
  ['0:30 pm', 'time-not-on-a-clock'],
  ['2', 'time-not-understood'],
  ['morning', 'time-not-understood'],
  ['2-3pm', 'time-not-understood'],
  ['2026-03-04T23:30:00Z', 'time-in-another-zone'],
])('%s is refused as a time: %s', (text, code) => {
  expect(timeTyped({ text })).toMatchObject({ refused: { code } });
});

test.each([
  ['30', 30],
  ['30 min', 30],
  ['30.0', 30],
  ['1 hr', 60],
  ['1.5 hours', 90],
  ['½ hour', 30],
  ['1:15', 75],
  ['1h 15m', 75],
  ['1 hour and 5 minutes', 65],
])('%s is %d minutes', (text, minutes) => {
  expect(minutesTyped({ text })).toEqual({ value: minutes });
});

test.each([
  ['0', 'minutes-none'],
  ['2000', 'minutes-beyond-a-day'],
  ['a while', 'minutes-not-understood'],
  ['-5', 'minutes-not-understood'],
  ['1.5', 'minutes-not-understood'],
])('%s is refused as minutes: %s', (text, code) => {
  expect(minutesTyped({ text })).toMatchObject({ refused: { code } });
});
