import { csvOf } from '../../backend/reports/csv.rules.js';
import { medianOf, shareOf } from '../../backend/reports/report-table.rules.js';

test.each([
  ['=1+1', `'=1+1`],
  ['+1', `'+1`],
  ['-1', `'-1`],
  ['@SUM(A1)', `'@SUM(A1)`],
  ['\t=1', `'\t=1`],
  ['\r=1', `"'\r=1"`],
  ['Rosa', 'Rosa'],
  ['A "quoted", name', '"A ""quoted"", name"'],
])('%j is text in a file', (typed, written) => {
  expect(csvOf([[typed]])).toBe(`\uFEFF${written}\r\n`);
});

test('numbers stay numbers, the negative ones too, and nothing is an empty cell', () => {
  expect(csvOf([[-3.2, 0, null]])).toBe('\uFEFF-3.2,0,\r\n');
});

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
