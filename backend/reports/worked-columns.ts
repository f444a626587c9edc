import { shareOf, type Sums, type WorkedColumn } from './report-table.rules.js';

export const counted = ({ counts }: Sums, key: string): number => counts[key] ?? 0;

type Named = Pick<WorkedColumn, 'key' | 'name' | 'says'>;

/** The share of some counts in some, both sides named by their columns. */
export function share(named: Named, part: string, whole: readonly string[]): WorkedColumn {
  const of = (sums: Sums): number | null =>
    shareOf(
      counted(sums, part),
      whole.reduce((sum, each) => sum + counted(sums, each), 0),
    );
  return { ...named, kind: 'share', from: [...new Set([part, ...whole])], of };
}

/** A sum for each of a count, to one decimal. */
export function mean(
  named: Named & { kind: 'score' | 'change' },
  sum: (sums: Sums) => number,
  among: string,
): WorkedColumn {
  const of = (sums: Sums): number | null => {
    const count = counted(sums, among);
    return count === 0 ? null : Math.round((sum(sums) / count) * 10) / 10;
  };
  return { ...named, from: [among], of };
}
