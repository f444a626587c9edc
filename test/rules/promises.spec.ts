import { promiseState, whyNotDueOn, whyNotKeptOn } from '../../backend/promises/promises.rules.js';

const TODAY = '2026-03-10';
const AT = new Date('2026-03-10T16:00:00Z');

test.each([
  [null, null, 'open'],
  [AT, null, 'kept'],
  [null, AT, 'released'],
] as const)('kept at %s and released at %s it is %s', (keptAt, releasedAt, state) => {
  expect(promiseState(keptAt, releasedAt)).toBe(state);
});

test.each([
  ['2026-03-09', undefined, 'in-the-past'],
  ['2026-03-10', undefined, null],
  ['2026-03-11', undefined, null],
  // a day gone by may stay where only the words change, and no other may take its place
  ['2026-03-09', '2026-03-09', null],
  ['2026-03-08', '2026-03-09', 'in-the-past'],
])('due on %s, before on %s: %s', (dueOn, dueBefore, why) => {
  expect(whyNotDueOn(dueOn, TODAY, dueBefore)).toBe(why);
});

test.each([
  ['2026-03-10', null],
  ['2026-03-09', null],
  ['2026-03-08', null],
  ['2026-03-07', 'before-it-was-made'],
  ['2026-03-11', 'in-the-future'],
])('promised on the 8th it is kept on %s: %s', (keptOn, why) => {
  expect(whyNotKeptOn(keptOn, '2026-03-08', TODAY)).toBe(why);
});
