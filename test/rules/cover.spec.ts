import { coverState, endingOn, wrongDayOf } from '../../backend/cover/cover.rules.js';

const TODAY = '2026-03-10';

test.each([
  ['today alone', '2026-03-10', '2026-03-10', null],
  ['from tomorrow for a week', '2026-03-11', '2026-03-17', null],
  ['over the change of the clocks', '2026-10-30', '2026-11-02', null],
  ['from yesterday', '2026-03-09', '2026-03-12', 'fromOn in-the-past'],
  ['to a day before it begins', '2026-03-12', '2026-03-11', 'throughOn before-it-begins'],
  ['for a year', '2026-03-10', '2027-03-10', null],
  ['for a day more than a year', '2026-03-10', '2027-03-11', 'throughOn too-far'],
  ['beginning in a year and two days', '2027-03-12', '2027-03-12', 'fromOn too-far'],
])('away %s', (_name, fromOn, throughOn, wrong) => {
  const found = wrongDayOf({ fromOn, throughOn }, TODAY);
  expect(found && `${found.field} ${found.code}`).toBe(wrong);
});

test.each([
  ['2026-03-11', '2026-03-13', 'coming'],
  ['2026-03-10', '2026-03-11', 'now'],
  ['2026-03-08', '2026-03-11', 'now'],
  ['2026-03-08', '2026-03-10', 'over'],
])('a cover from %s, until %s no longer, is %s', (fromOn, untilOn, state) => {
  expect(coverState({ fromOn, untilOn }, TODAY)).toBe(state);
});

test('ended today it holds today no longer; ended before it began it never does', () => {
  expect(endingOn({ fromOn: '2026-03-08' }, TODAY)).toBe('2026-03-10');
  expect(endingOn({ fromOn: '2026-03-12' }, TODAY)).toBe('2026-03-12');
});
