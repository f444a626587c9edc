import type { Day } from '../../api/contract';

/** What was said on one day. */
export interface TrendPoint {
  on: Day;
  /** Null where nothing was said: it stays a gap, and is never taken for zero. */
  value: number | null;
  /** In words, as the table and whoever touches the point read it: "Steady", "3 of 10". */
  says: string;
  /** The list that the value counts, where there is one to look at. */
  opens?: TrendOpens;
}

/** A page, as the router is asked for it. */
export interface TrendOpens {
  path: string;
  asked: Record<string, string | null>;
}

/** At most one point a day: of several on a day the last one given counts. */
export interface TrendSeries {
  name: string;
  points: TrendPoint[];
}

/** A line across the picture at a value, and the word beside it. */
export interface TrendLevel {
  value: number;
  words: string;
}

/** A row of the table: one day, and what each series says of it. */
export interface TrendRow {
  on: Day;
  cells: Pick<TrendPoint, 'says' | 'opens'>[];
}

/** Every day of which something was said, the earliest first. */
export function rowsOf(series: TrendSeries[]): TrendRow[] {
  const days = [...new Set(series.flatMap(({ points }) => points.map(({ on }) => on)))].sort();
  return days.map((on) => ({
    on,
    cells: series.map(({ points }) => points.findLast((point) => point.on === on) ?? { says: '' }),
  }));
}
