import { medianOf, shareOf } from '../../backend/reports/report-table.rules.js';

test.each([
  [[], null],
  [[7], 7],
  [[9, 1, 5], 5],
  [[1, 2, 10, 4], 3],
])('the median of %j is %s', (values, median) => {
  expect(medianOf(values)).toBe(median);
});

test('a share is in percent to one decimal, and of nothing there is none', () => {
  expect([shareOf(2, 3), shareOf(0, 5), shareOf(0, 0)]).toEqual([66.7, 0, null]);
});
