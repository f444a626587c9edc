import { type Cell, csvLine, csvOf } from '../../backend/http/csv.rules.js';

test.each<[Cell, string]>([
  ['=1+1', `'=1+1`],
  ['+1', `'+1`],
  ['-1', `'-1`],
  ['@SUM(A1)', `'@SUM(A1)`],
  ['=HYPERLINK("http://x")', `"'=HYPERLINK(""http://x"")"`],
  ['\t=1', `"'\t=1"`],
  ['\r=1', `"'\r=1"`],
  ['Rosa', 'Rosa'],
  ['plain = text', 'plain = text'],
  ['A "quoted", name', '"A ""quoted"", name"'],
  ['two\nlines', '"two\nlines"'],
  [' kept as it was ', '" kept as it was "'],
  [-3.2, '-3.2'],
  [0, '0'],
  [null, ''],
])('a cell of %j is written %j', (value, written) => {
  expect(csvLine([value])).toBe(`${written}\r\n`);
});

test('a file begins with its mark, and every line ends', () => {
  expect(
    csvOf([
      ['Name', 'Count'],
      ['Rosa', 2],
    ]),
  ).toBe('\uFEFFName,Count\r\nRosa,2\r\n');
});
