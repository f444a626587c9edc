import type { ColumnKind, CountColumn, RowOf, TableRow, TableShape } from './report-table.rules.js';
import { type Balance, hideSmallCells } from './small-cells.rules.js';

/** A cell as it is shown: hidden for outside, or a number, or null where there is nothing to say. */
export interface ShownCell {
  value: number | null;
  isHidden: boolean;
}

export interface ShownRow {
  of: RowOf;
  id: string | null;
  name: string;
  cells: ShownCell[];
}

export interface ShownTable {
  key: string;
  name: string;
  says: string;
  columns: { key: string; name: string; says: string; kind: ColumnKind }[];
  rows: ShownRow[];
  /** Counts that are hidden here; what was worked out from them is not said either. */
  hiddenCount: number;
}

export interface CountedTable {
  shape: TableShape;
  rows: TableRow[];
}

/** Where two tables count the same: the column of one in the one, and of the other. */
export interface SameCounts {
  one: { table: string; column: string };
  other: { table: string; column: string };
}

type PlaceOf = (table: string, row: TableRow, column: string) => number;

/** Every count, worked-out numbers beside them: as staff see them. */
export function shownInside(tables: readonly CountedTable[]): ShownTable[] {
  return tables.map((table) => shown(table, () => false));
}

/**
 * The tables as they may leave: small counts hidden, and with them what it takes until none can be worked out, over all
 * tables at once, since what one hides another could tell.
 */
export function shownOutside(tables: readonly CountedTable[], same: readonly SameCounts[]): ShownTable[] {
  const places = new Map<string, number>();
  const counts: number[] = [];
  const worth: number[] = [];
  const name = (table: string, row: TableRow, column: string): string =>
    `${table} ${row.of} ${row.id} ${column}`;
  const placeOf: PlaceOf = (...cell) => places.get(name(...cell))!;
  for (const { shape, rows } of tables)
    for (const row of rows)
      for (const column of shape.counts) {
        places.set(name(shape.key, row, column.key), counts.length);
        counts.push(row.counts[column.key]!);
        worth.push(worthOf(shape, row, column));
      }
  const balances = tables.flatMap((table) => balancesOf(table, placeOf));
  for (const { one, other } of same) {
    const theOne = tables.find(({ shape }) => shape.key === one.table);
    for (const row of theOne?.rows ?? []) {
      const there = places.get(name(other.table, row, other.column));
      if (there !== undefined) balances.push({ sum: [placeOf(one.table, row, one.column)], of: [there] });
    }
  }
  const hidden = hideSmallCells(counts, balances, worth);
  return tables.map((table) => shown(table, (row, column) => hidden[placeOf(table.shape.key, row, column)]!));
}

/** A whole is asked for before its parts, and some columns before others; what nobody sees is hidden for nothing. */
function worthOf({ worked }: TableShape, row: TableRow, { key, isUnsaid, isFirst }: CountColumn): number {
  if (isUnsaid && !worked.some(({ from }) => from.includes(key))) return 0;
  return 1 + Number(row.of === 'whole') + Number(isFirst ?? false);
}

function balancesOf({ shape, rows }: CountedTable, placeOf: PlaceOf): Balance[] {
  const inRows = rows.flatMap((row) =>
    shape.balances.map(({ sum, of }) => ({
      sum: sum.map((column) => placeOf(shape.key, row, column)),
      of: of.map((column) => placeOf(shape.key, row, column)),
    })),
  );
  const whole = rows.find(({ of }) => of === 'whole')!;
  const inColumns = [...Map.groupBy(rows, ({ of }) => of)].flatMap(([of, section]) =>
    of === 'whole'
      ? []
      : shape.counts.map(({ key }) => ({
          sum: section.map((row) => placeOf(shape.key, row, key)),
          of: [placeOf(shape.key, whole, key)],
        })),
  );
  return [...inRows, ...inColumns];
}

function shown(
  { shape, rows }: CountedTable,
  isHidden: (row: TableRow, column: string) => boolean,
): ShownTable {
  const said = shape.counts.filter(({ isUnsaid }) => !isUnsaid);
  let hiddenCount = 0;
  const shownRows = rows.map((row): ShownRow => {
    const counted = said.map(({ key }): ShownCell => {
      const is = isHidden(row, key);
      if (is) hiddenCount += 1;
      return { value: is ? null : row.counts[key]!, isHidden: is };
    });
    const worked = shape.worked.map(({ from, of }): ShownCell => {
      const value = of(row);
      const is = value !== null && from.some((column) => isHidden(row, column));
      return { value: is ? null : value, isHidden: is };
    });
    return { of: row.of, id: row.id, name: row.name, cells: [...counted, ...worked] };
  });
  return {
    ...{ key: shape.key, name: shape.name, says: shape.says, rows: shownRows, hiddenCount },
    columns: [
      ...said.map(({ key, name, says }) => ({ key, name, says, kind: 'count' as const })),
      ...shape.worked.map(({ key, name, says, kind }) => ({ key, name, says, kind })),
    ],
  };
}
