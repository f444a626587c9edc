import fc from 'fast-check';
import { type Balance, hideSmallCells } from '../../backend/reports/small-cells.rules.js';

/** Counts by row and column with their sums, as a list and the sums in it: the last row and the last column are sums. */
function withSums(inner: readonly (readonly number[])[]): {
  counts: number[];
  balances: Balance[];
  wide: number;
} {
  const rows = inner.map((row) => [...row, row.reduce((sum, each) => sum + each, 0)]);
  const columns = rows[0]!.map((_, column) => rows.reduce((sum, row) => sum + row[column]!, 0));
  const table = [...rows, columns];
  const wide = columns.length;
  const at = (row: number, column: number): number => row * wide + column;
  const upTo = (length: number): number[] => Array.from({ length }, (_, index) => index);
  return {
    counts: table.flat(),
    wide,
    balances: [
      ...upTo(table.length).map((row) => ({
        sum: upTo(wide - 1).map((column) => at(row, column)),
        of: [at(row, wide - 1)],
      })),
      ...upTo(wide).map((column) => ({
        sum: upTo(rows.length).map((row) => at(row, column)),
        of: [at(rows.length, column)],
      })),
    ],
  };
}

/** The table as outside sees it; hidden ones as null. */
function shown(inner: readonly (readonly number[])[]): (number | null)[][] {
  const { counts, balances, wide } = withSums(inner);
  const hidden = hideSmallCells(counts, balances);
  const cells = counts.map((count, place) => (hidden[place] ? null : count));
  return Array.from({ length: counts.length / wide }, (_, row) => cells.slice(row * wide, (row + 1) * wide));
}

test('nothing is hidden where every count is 0, or 11 and more', () => {
  expect(shown([[0, 11], [25, 0]])).toEqual([[0, 11, 11], [25, 0, 25], [25, 11, 36]]); // prettier-ignore
});

test.each([
  [0, 0],
  [1, null],
  [10, null],
  [11, 11],
])('a count of %i shows as %s', (count, asShown) => {
  expect(shown([[count]])).toEqual([[asShown, asShown], [asShown, asShown]]); // prettier-ignore
});

test('one small count in a sum takes another along, or it would be what is missing', () => {
  const table = shown([[4, 20, 30, 0]]);
  // the smallest beside it is hidden, the largest and the zero stay
  expect(table[0]).toEqual([null, null, 30, 0, 54]);
});

test('two small counts that can only be 10 and 10 do not stay with their sum', () => {
  expect(shown([[10, 10, 0]])[0]![3]).toBeNull();
  // nor do eleven ones
  expect(shown([Array.from({ length: 11 }, () => 1)])[0]!.at(-1)).toBeNull();
});

/** What fits: every set of counts that says the same where something is shown. Ranges are narrowed until nothing moves. */
interface Attack {
  counts: readonly number[];
  balances: readonly Balance[];
  hidden: readonly boolean[];
}
type Ranges = [least: number, most: number][];

/** Whoever knows all sums and which counts are small. */
function whatIsKnown({ counts, hidden }: Attack): Ranges {
  return counts.map((count, place) => {
    if (!hidden[place]) return [count, count];
    if (count === 0) return [0, 1000];
    return count <= 10 ? [1, 10] : [11, 1000];
  });
}

/** Ranges made as narrow as one sum after the other can make them; null when nothing fits. */
function narrowed(known: Ranges, balances: readonly Balance[]): Ranges | null {
  const ranges = known.map(([least, most]): [number, number] => [least, most]);
  for (let isMoving = true; isMoving;) {
    isMoving = false;
    for (const { sum, of } of balances) {
      const terms = [...sum.map((place) => [place, 1] as const), ...of.map((place) => [place, -1] as const)];
      for (const [place, sign] of terms) {
        // sign * x = -(all others), each as small and as large as it may be
        let [low, high] = [0, 0];
        for (const [other, otherSign] of terms) {
          if (other === place) continue;
          const [least, most] = ranges[other]!;
          low -= otherSign > 0 ? most : -least;
          high -= otherSign > 0 ? least : -most;
        }
        const [from, to] = sign > 0 ? [low, high] : [-high, -low];
        const range = ranges[place]!;
        if (from > range[0] || to < range[1]) isMoving = true;
        range[0] = Math.max(range[0], from);
        range[1] = Math.min(range[1], to);
        if (range[0] > range[1]) return null;
      }
    }
  }
  return ranges;
}

/** Whether anything fits the ranges: a value is tried where one is open, and the rest narrowed by it. */
function somethingFits(known: Ranges, balances: readonly Balance[]): boolean {
  const ranges = narrowed(known, balances);
  if (!ranges) return false;
  const open = ranges.findIndex(([least, most]) => least < most);
  if (open < 0) return true;
  const [least, most] = ranges[open]!;
  for (let value = least; value <= most; value++)
    if (somethingFits(ranges.with(open, [value, value]), balances)) return true;
  return false;
}

/** The hidden counts that can be nothing else than they are. */
function workedOut(attack: Attack): number[] {
  const known = whatIsKnown(attack);
  return attack.counts.flatMap((count, place) => {
    if (!attack.hidden[place]) return [];
    const ranges = narrowed(known, attack.balances)!;
    const [least, most] = ranges[place]!;
    const isOpen =
      (least < count && somethingFits(known.with(place, [least, count - 1]), attack.balances)) ||
      (count < most && somethingFits(known.with(place, [count + 1, most]), attack.balances));
    return isOpen ? [] : [place];
  });
}

const few = fc.oneof(
  fc.constant(0),
  fc.integer({ min: 1, max: 10 }),
  fc.integer({ min: 1, max: 3 }),
  fc.integer({ min: 8, max: 30 }),
);
const tableOf = (rows: number, columns: number) =>
  fc.array(fc.array(few, { minLength: columns, maxLength: columns }), { minLength: rows, maxLength: rows });
const anyTable = fc
  .tuple(fc.integer({ min: 1, max: 5 }), fc.integer({ min: 1, max: 4 }))
  .chain(([rows, columns]) => tableOf(rows, columns));

test('the attacker is one: with small counts hidden alone, they work some out', () => {
  const { counts, balances } = withSums([[4, 20, 30], [12, 15, 40]]); // prettier-ignore
  const hidden = counts.map((count) => count > 0 && count <= 10);
  expect(workedOut({ counts, balances, hidden })).toEqual([0]);
});

test('whoever knows every sum works no hidden count out, whatever the table', () => {
  fc.assert(
    fc.property(anyTable, (inner) => {
      const { counts, balances } = withSums(inner);
      const hidden = hideSmallCells(counts, balances);
      counts.forEach((count, place) => {
        if (count >= 1 && count <= 10) expect(hidden[place]).toBe(true);
      });
      expect(workedOut({ counts, balances, hidden })).toEqual([]);
      // nor when some are to be shown rather than others
      const chosen = hideSmallCells(
        counts,
        balances,
        counts.map((_, place) => (place * 7) % 3),
      );
      expect(workedOut({ counts, balances, hidden: chosen })).toEqual([]);
    }),
    { numRuns: 100 },
  );
});

test('a zero stays shown as long as there is anything else to hide', () => {
  fc.assert(
    fc.property(anyTable, (inner) => {
      const { counts, balances } = withSums(inner);
      const hidden = hideSmallCells(counts, balances);
      if (counts.some((count, place) => count === 0 && hidden[place]))
        expect(counts.every((count, place) => count === 0 || hidden[place])).toBe(true);
    }),
  );
});

test('two sections under one sum, and stays that are both begun and looked at, hide together', () => {
  // places 0-1 by program, 2-4 by coach, 5 the sum of each; 6 says the same as 5 in another table
  const balances: Balance[] = [
    { sum: [0, 1], of: [5] },
    { sum: [2, 3, 4], of: [5] },
    { sum: [5], of: [6] },
  ];
  const counts = [3, 4, 2, 2, 3, 7, 7];
  expect(hideSmallCells(counts, balances)).toEqual(counts.map(() => true));
  const some = [3, 40, 12, 20, 11, 43, 43];
  const hidden = hideSmallCells(some, balances);
  expect(hidden[0] && hidden[1]).toBe(true);
  expect(workedOut({ counts: some, balances, hidden })).toEqual([]);
});

test('two hundred coaches in ten columns are looked through in under two seconds', () => {
  const rows = Array.from({ length: 200 }, (_, row) =>
    Array.from({ length: 9 }, (_, column) => (row * 7 + column * 13) % 23),
  );
  const { counts, balances } = withSums(rows);
  const began = performance.now();
  const hidden = hideSmallCells(counts, balances);
  expect(performance.now() - began).toBeLessThan(2000);
  expect(hidden.some((each) => !each)).toBe(true);
});
