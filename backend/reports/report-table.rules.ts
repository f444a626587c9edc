import type { Lasted } from './survival.rules.js';

/** What a row of a table is of; `kind` is a way, or a level. */
export const ROWS_OF = ['whole', 'kind', 'program', 'coach'] as const;
export type RowOf = (typeof ROWS_OF)[number];

export const COLUMN_KINDS = ['count', 'share', 'score', 'change', 'minutes'] as const;
export type ColumnKind = (typeof COLUMN_KINDS)[number];

/** What the database counted of one program and one coach (and one kind); each thing in one of these alone. */
export interface Fact {
  programId: string | null;
  coachId: string | null;
  kind?: string | null;
  counts: Record<string, number>;
  minutes?: number[];
  lasted?: Lasted[];
}

/** Everything known of a row, by which its cells are worked out. */
export interface Sums {
  counts: Record<string, number>;
  minutes: number[];
  lasted: Lasted[];
}

export interface CountColumn {
  key: string;
  name: string;
  /** What it counts, from when to when, in a sentence. */
  says: string;
  /** In no column of its own, but to be worked out from those that are: it hides them where it is small. */
  isUnsaid?: true;
  /** Asked for before the others: for outside it is hidden after them. */
  isFirst?: true;
}

/** A column worked out from counts, and shown only where all of them are. */
export interface WorkedColumn {
  key: string;
  name: string;
  says: string;
  kind: Exclude<ColumnKind, 'count'>;
  from: readonly string[];
  of: (sums: Sums) => number | null;
}

export interface TableShape {
  key: string;
  name: string;
  /** What it counts, in a sentence. */
  says: string;
  counts: readonly CountColumn[];
  /** Columns of which one side adds up to the other, in every row. */
  balances: readonly { sum: readonly string[]; of: readonly string[] }[];
  worked: readonly WorkedColumn[];
  /** The rows beside the whole; each of these adds up to it. */
  sections: readonly Exclude<RowOf, 'whole'>[];
  kinds?: readonly { key: string | null; name: string }[];
}

export interface TableRow extends Sums {
  of: RowOf;
  id: string | null;
  name: string;
}

/** Names of what rows are of. */
export interface RowNames {
  /** Every program there is, in the order they stand in. */
  programs: readonly { id: string; name: string }[];
  /** Of the coaches, those who are gone too. */
  coaches: ReadonlyMap<string, string>;
}

/**
 * The whole, then every section: all kinds and programs there are, and the coaches with anything to count, those with no
 * coach last. Nothing is counted a second way: each row is a sum of the same facts.
 *
 * @param programId the one program asked for; its rows alone, and no section by program
 */
export function rowsOf(
  facts: readonly Fact[],
  shape: TableShape,
  names: RowNames,
  programId?: string,
): TableRow[] {
  const ours = programId ? facts.filter((fact) => fact.programId === programId) : facts;
  const row = (of: RowOf, id: string | null, name: string, some: readonly Fact[]): TableRow => ({
    ...{ of, id, name },
    ...sumOf(some, shape),
  });
  const sections: Record<Exclude<RowOf, 'whole'>, () => TableRow[]> = {
    kind: () =>
      (shape.kinds ?? []).map(({ key, name }) =>
        row(
          'kind',
          key,
          name,
          ours.filter((fact) => (fact.kind ?? null) === key),
        ),
      ),
    program: () => {
      if (programId) return [];
      const none = ours.filter((fact) => fact.programId === null);
      return [
        ...names.programs.map(({ id, name }) =>
          row(
            'program',
            id,
            name,
            ours.filter((fact) => fact.programId === id),
          ),
        ),
        ...(isAnything(none) ? [row('program', null, 'In no program', none)] : []),
      ];
    },
    coach: () => {
      const byCoach = Map.groupBy(ours, (fact) => fact.coachId);
      const rows = [...byCoach].flatMap(([id, some]) =>
        isAnything(some)
          ? [
              row(
                'coach',
                id,
                id === null ? 'No coach' : (names.coaches.get(id) ?? 'Somebody who is gone'),
                some,
              ),
            ]
          : [],
      );
      return rows.sort(
        (one, other) =>
          Number(one.id === null) - Number(other.id === null) || one.name.localeCompare(other.name, 'en'),
      );
    },
  };
  return [row('whole', null, 'Together', ours), ...shape.sections.flatMap((section) => sections[section]())];
}

function isAnything(facts: readonly Fact[]): boolean {
  return facts.some(({ counts }) => Object.values(counts).some((count) => count !== 0));
}

function sumOf(facts: readonly Fact[], shape: TableShape): Sums {
  const counts: Record<string, number> = Object.fromEntries(shape.counts.map(({ key }) => [key, 0]));
  for (const fact of facts)
    for (const [key, count] of Object.entries(fact.counts)) counts[key] = (counts[key] ?? 0) + count;
  return {
    counts,
    minutes: facts.flatMap(({ minutes }) => minutes ?? []),
    lasted: facts.flatMap(({ lasted }) => lasted ?? []),
  };
}

/** A part of a whole, in percent to one decimal; null of nothing. */
export function shareOf(part: number, whole: number): number | null {
  return whole === 0 ? null : Math.round((part / whole) * 1000) / 10;
}

/** The middle of a list, of two middles their mean; null of nothing. */
export function medianOf(values: readonly number[]): number | null {
  if (values.length === 0) return null;
  const sorted = [...values].sort((one, other) => one - other);
  const middle = sorted.length >> 1;
  return sorted.length % 2 === 1 ? sorted[middle]! : Math.round((sorted[middle - 1]! + sorted[middle]!) / 2);
}
