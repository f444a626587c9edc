import type { ReportedTable, ReportRow } from '../../api/report-contract';
import { cellWords } from './cell-words';

/** One bar: how long it is, of a hundred, and what it says. A hidden one has no length. */
export interface Bar {
  name: string;
  says: string;
  length: number;
  isHidden: boolean;
}

/** What the picture of a table shows: columns of the whole side by side, or one column down a section. */
const PICTURES: Record<string, { columns: string[] } | { column: string; section: ReportRow['of'] }> = {
  engagement: { columns: ['atStart', 'begun', 'closed', 'atEnd'] },
  standing: { columns: ['out of touch', 'overdue', 'due', 'new', 'on track', 'paused'] },
  contacts: { column: 'reached', section: 'kind' },
  'recovery-capital': { columns: ['firstMean', 'lastMean'] },
  'risk-notes': { column: 'raised', section: 'kind' },
  promises: { columns: ['kept', 'notKept', 'released', 'open'] },
};
/** The scale of BARC-10 ends at 60. */
const ENDS_AT: Record<string, number> = { 'recovery-capital': 60 };

/** The bars of a table; none when all there is to draw is nothing. */
export function barsOf(table: ReportedTable): Bar[] {
  const picture = PICTURES[table.key];
  if (!picture) return [];
  const place = (key: string): number => table.columns.findIndex((column) => column.key === key);
  const whole = table.rows.find(({ of }) => of === 'whole')!;
  const drawn =
    'columns' in picture
      ? picture.columns.map((key) => {
          const { name, kind } = table.columns[place(key)]!;
          return { name, kind, cell: whole.cells[place(key)]! };
        })
      : table.rows
          .filter(({ of }) => of === picture.section)
          .map(({ name, cells }) => ({ name, kind: 'count' as const, cell: cells[place(picture.column)]! }));
  const longest = ENDS_AT[table.key] ?? Math.max(1, ...drawn.map(({ cell }) => cell.value ?? 0));
  const bars = drawn.map(({ name, kind, cell }) => ({
    ...{ name, says: cellWords(cell, kind), isHidden: cell.isHidden },
    length: ((cell.value ?? 0) / longest) * 100,
  }));
  return bars.some(({ length, isHidden }) => length > 0 || isHidden) ? bars : [];
}
