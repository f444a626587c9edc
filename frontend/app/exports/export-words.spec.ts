import { daysWords, fileWords } from './export-words';

test.each([
  ['2025-01-01', '2025-12-31', '2025'],
  ['2026-02-01', '2026-02-28', 'February 2026'],
  ['2024-02-01', '2024-02-28', 'Feb 1 – Feb 28, 2024'],
  ['2026-01-01', '2026-11-21', 'Jan 1 – Nov 21, 2026'],
  ['2025-12-31', '2026-01-01', 'Dec 31, 2025 – Jan 1, 2026'],
  ['2026-11-01', '2026-11-01', 'Nov 1, 2026'],
])('from %s through %s is called %s', (from, through, words) => {
  expect(daysWords(from, through)).toBe(words);
});

test('a file is called by what is in it', () => {
  const days = { from: null, through: null, programName: null };
  expect(fileWords({ kind: 'contacts', ...days })).toBe('Contacts, all there are');
  expect(fileWords({ kind: 'people', ...days })).toBe('People');
  expect(
    fileWords({ kind: 'report', from: '2026-03-01', through: '2026-03-31', programName: 'Housing' }),
  ).toBe('Report, March 2026, Housing');
});
