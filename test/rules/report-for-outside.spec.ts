import { ROWS_OF, rowsOf, type Fact, type TableShape } from '../../backend/reports/report-table.rules.js';
import { retentionCounts } from '../../backend/reports/retention-counts.rules.js';
import { ENGAGEMENT, RETENTION } from '../../backend/reports/stay-shapes.js';
import { type ShownTable, shownOutside } from '../../backend/reports/tables-hidden.rules.js';
import { CONTACTS, PROMISES } from '../../backend/reports/work-shapes.js';

const SAME = [
  { one: { table: 'retention', column: 'stays' }, other: { table: 'engagement', column: 'begun' } },
];

/** Numbers that look like chance and are the same every time (the constants of ANSI C). */
function numbers(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (state * 1103515245 + 12345) % 2 ** 31;
    return Math.floor((state / 2 ** 31) * below);
  };
}

/** So many people in so many programs, as a report for outside shows them. */
function outside(people: number, programCount: number, seed = 7): ShownTable[] {
  const chance = numbers(seed);
  const programs = Array.from({ length: programCount }, (_, index) => ({ id: `${index}`, name: `${index}` }));
  const facts: Record<string, Fact[]> = { engagement: [], retention: [], contacts: [], promises: [] };
  for (let each = 0; each < people; each++) {
    const grain = { programId: `${chance(programCount)}`, coachId: null };
    const days = chance(500);
    const reason = ['completed', 'moved', 'left', 'lost', 'died'][chance(5)]!;
    const isLost = reason === 'left' || reason === 'lost';
    const ended: Record<string, number> = chance(4) === 0 ? { closed: 1, [reason]: 1 } : { atEnd: 1 };
    facts['engagement']!.push({ ...grain, counts: { people: 1, begun: 1, ...ended } });
    facts['retention']!.push({ ...grain, counts: retentionCounts(days, isLost, 1), lasted: [] });
    facts['contacts']!.push({ ...grain, kind: 'phone', counts: { reached: 20, attempts: 12, all: 32 } });
    const became = ['kept', 'kept', 'notKept', 'released', 'open'][chance(5)]!;
    facts['promises']!.push({ ...grain, counts: { all: 1, [became]: 1 } });
  }
  const names = { programs, coaches: new Map<string, string>() };
  const tables = [ENGAGEMENT, RETENTION, CONTACTS, PROMISES].map((shape) => {
    const asked: TableShape = { ...shape, sections: shape.sections.filter((of) => of !== 'coach') };
    return { shape: asked, rows: rowsOf(facts[shape.key]!, asked, names) };
  });
  return shownOutside(tables, SAME);
}

const whole = (tables: ShownTable[], key: string) => {
  const { columns, rows } = tables.find((table) => table.key === key)!;
  return Object.fromEntries(
    columns.map((column, index) => [column.key, rows[ROWS_OF.indexOf('whole')]!.cells[index]!.value]),
  );
};

test('of ninety people in two programs a funder is told how many they were, and how many were new', () => {
  for (const seed of [7, 99, 2026]) {
    const tables = outside(90, 2, seed);
    expect(whole(tables, 'engagement')).toMatchObject({ people: 90, begun: 90, atStart: 0 });
    expect(whole(tables, 'retention')).toMatchObject({ stays: 90 });
  }
});

test('what is hidden in one table hides nothing in another that no sum ties to it', () => {
  const tables = outside(30, 1);
  expect(tables.find(({ key }) => key === 'engagement')!.hiddenCount).toBeGreaterThan(0);
  expect(tables.find(({ key }) => key === 'contacts')!.hiddenCount).toBe(0);
});

test.each([
  [10_000, 30],
  [180, 30],
  [900, 80],
])('%i people in %i programs are looked through in under two seconds', (people, programs) => {
  const began = performance.now();
  const tables = outside(people, programs);
  expect(performance.now() - began).toBeLessThan(2000);
  expect(tables.every(({ hiddenCount, rows, columns }) => hiddenCount < rows.length * columns.length)).toBe(
    true,
  );
});

test('the whole is said before its parts, and what nobody sees is hidden first', () => {
  for (const seed of [7, 99, 2026]) {
    const { rows, columns } = outside(90, 3, seed).find(({ key }) => key === 'engagement')!;
    const hidden = rows.map(({ cells }) =>
      columns.flatMap(({ key }, place) => (cells[place]!.isHidden ? [key] : [])),
    );
    expect(hidden[0]).not.toEqual(expect.arrayContaining(['people']));
    expect(hidden[0]).not.toEqual(expect.arrayContaining(['begun']));
  }
});
