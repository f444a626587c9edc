import { fieldsAtFirst, isTaken, matchingOf, orderWords, stillNeeded } from './matching';
import type { Field, Move } from '../../api/moving-contract';
import { makesWords, sizeWords, toldWords } from './move-words';

const column = (index: number, guess: Field | null, field: Field | null = null) => ({
  index,
  letter: 'A',
  name: `Header ${index}`,
  samples: [],
  guess,
  isRemembered: false,
  field,
});
const FIELDS = [
  { field: 'name', label: 'Name', group: 0 },
  { field: 'firstName', label: 'First name', group: 0 },
  { field: 'enrolledOn', label: 'Enrolled on', group: 1 },
  { field: 'phone', label: 'Phone', group: null },
];
const aMove = (part: Partial<Move>) => ({ columns: [], fields: FIELDS, ...part }) as unknown as Move;

test('columns begin as we guess them, and once a person has matched them, as they did', () => {
  expect(fieldsAtFirst(aMove({ columns: [column(0, 'name'), column(1, null)] }))).toEqual({
    0: 'name',
    1: null,
  });
  const matched = [column(0, 'name', 'phone'), column(1, 'enrolledOn', null)];
  expect(fieldsAtFirst(aMove({ columns: matched }))).toEqual({ 0: 'phone', 1: null });
});

test('what is still needed is said group by group, until one of each is matched', () => {
  expect(stillNeeded(aMove({}), { 0: 'phone' })).toEqual(['Name, or First name', 'Enrolled on']);
  expect(stillNeeded(aMove({}), { 0: 'firstName', 1: 'enrolledOn' })).toEqual([]);
});

test('a field is taken by another column, not by its own', () => {
  const fields = { 0: 'name', 1: null } as const;
  expect([isTaken(fields, 'name', 1), isTaken(fields, 'name', 0), isTaken(fields, 'phone', 1)]).toEqual([
    true,
    false,
    false,
  ]);
});

test.each([
  [{ monthFirst: 0, dayFirst: 0, either: 0 }, ''],
  [{ monthFirst: 9, dayFirst: 0, either: 0 }, ''],
  [{ monthFirst: 0, dayFirst: 0, either: 1 }, '1 day of this file would be another in the other order.'],
  [
    { monthFirst: 4, dayFirst: 0, either: 1204 },
    '1,204 days of this file would be others in the other order. 4 can only be read with the month first.',
  ],
  [
    { monthFirst: 0, dayFirst: 3, either: 2 },
    '2 days of this file would be others in the other order. 3 can only be read with the day first.',
  ],
])('days %j: %s', (days, words) => {
  expect(orderWords(aMove({ days }))).toBe(words);
});

test('a file that mixes both orders is said to, and what becomes of it', () => {
  expect(orderWords(aMove({ days: { monthFirst: 5, dayFirst: 2, either: 9 } }))).toContain('mixes both');
});

test('no program is none, not an empty one', () => {
  expect(matchingOf({ 1: 'name', 0: null }, 'day first', '')).toEqual({
    columns: [
      { index: 0, field: null },
      { index: 1, field: 'name' },
    ],
    dayOrder: 'day first',
    programId: null,
  });
});

test('what comes of a file and what it was are said in words', () => {
  expect(
    makesWords({ participants: 1, enrollments: 1, waysToReach: 1200, assignments: 0, contacts: 0 }),
  ).toEqual(['1 participant', '1 enrollment', '1,200 ways to reach somebody']);
  const told = {
    kind: 'csv',
    letters: 'Windows-1252',
    delimiter: ';',
    sheetName: null,
    sheetNames: [],
  } as const;
  expect(toldWords(aMove({ told: { ...told, sheetNames: [] } }))).toBe(
    'CSV in Windows-1252, with semicolons between cells',
  );
  expect([sizeWords(10), sizeWords(2_400_000)]).toEqual(['1 kB', '2.3 MB']);
});
