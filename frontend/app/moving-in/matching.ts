import type { Field, Matching, Move } from '../../api/moving-contract';

/** What each column is, by its index; null is left out. */
export type Fields = Record<number, Field | null>;

/** What a person chose before, else what we guess. */
export function fieldsAtFirst(move: Move): Fields {
  const isMatched = move.columns.some(({ field }) => field !== null);
  return Object.fromEntries(
    move.columns.map(({ index, field, guess }) => [index, isMatched ? field : guess]),
  );
}

/** The groups of which nothing is matched yet, each in words: "Name, or First name, or Last name". */
export function stillNeeded(move: Move, fields: Fields): string[] {
  const chosen = new Set(Object.values(fields));
  const groups = [...new Set(move.fields.flatMap(({ group }) => group ?? []))];
  return groups
    .map((group) => move.fields.filter((each) => each.group === group))
    .filter((each) => !each.some(({ field }) => chosen.has(field)))
    .map((each) => each.map(({ label }) => label).join(', or '));
}

/** Whether another column is this field already. */
export function isTaken(fields: Fields, field: Field, index: number): boolean {
  return Object.entries(fields).some(([other, chosen]) => chosen === field && Number(other) !== index);
}

/** What there is to say about days that can be read in two ways; empty where nothing is. */
export function orderWords({ days: { monthFirst, dayFirst, either } }: Pick<Move, 'days'>): string {
  if (monthFirst > 0 && dayFirst > 0)
    return `This file mixes both: ${monthFirst} of its days can only be read with the month first, ${dayFirst} only with the day first. Those that are no day in the order you choose will be refused, and you can mend them.`;
  if (either === 0) return '';
  const count =
    either === 1
      ? '1 day of this file would be another'
      : `${either.toLocaleString('en-US')} days of this file would be others`;
  const sure =
    dayFirst > 0
      ? ` ${dayFirst} can only be read with the day first.`
      : monthFirst > 0
        ? ` ${monthFirst} can only be read with the month first.`
        : '';
  return `${count} in the other order.${sure}`;
}

export function hasDays({ days: { monthFirst, dayFirst, either } }: Pick<Move, 'days'>): boolean {
  return monthFirst + dayFirst + either > 0;
}

export function matchingOf(fields: Fields, dayOrder: Matching['dayOrder'], programId: string): Matching {
  const columns = Object.entries(fields).map(([index, field]) => ({ index: Number(index), field }));
  return { columns, dayOrder, programId: programId || null };
}
