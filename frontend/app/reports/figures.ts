import type { ReportCell, ReportedTable, ReportPage } from '../../api/report-contract';
import { cellWords } from './cell-words';

/** A number that is asked for first: what it is, what stands beside it, and the table it opens. */
export interface Figure {
  table: string;
  says: string;
  name: string;
  /** What it rests on; empty where that is nothing or hidden. */
  beside: string;
  isHidden: boolean;
}

interface Wanted {
  table: string;
  column: string;
  name: string;
  /** A second cell of the same row, and its sentence. */
  beside: string;
  words: (beside: string) => string;
}

const WANTED: readonly Wanted[] = [
  {
    ...{ table: 'engagement', column: 'people', name: $localize`People walked with` },
    ...{ beside: 'atEnd', words: (open) => $localize`${open}:open: stays open at the end` },
  },
  {
    ...{ table: 'engagement', column: 'begun', name: $localize`New stays` },
    ...{ beside: 'atStart', words: (open) => $localize`${open}:open: were open at the start` },
  },
  {
    ...{ table: 'engagement', column: 'completed', name: $localize`Completed` },
    ...{ beside: 'closed', words: (closed) => $localize`of ${closed}:closed: closed` },
  },
  {
    ...{ table: 'contacts', column: 'reached', name: $localize`Times reached` },
    ...{ beside: 'reachedShare', words: (share) => $localize`${share}:share: of all tries` },
  },
  {
    ...{ table: 'retention', column: 'share90', name: $localize`Still there after 90 days` },
    ...{ beside: 'followed90', words: (count) => $localize`${count}:count: stays followed so long` },
  },
  {
    ...{ table: 'recovery-capital', column: 'change', name: $localize`BARC-10, mean change` },
    ...{ beside: 'moreOften', words: (count) => $localize`of ${count}:count: who answered twice` },
  },
  {
    ...{ table: 'risk-notes', column: 'inTimeShare', name: $localize`Risk notes answered in time` },
    ...{ beside: 'median', words: (time) => $localize`half within ${time}:time:` },
  },
  {
    ...{ table: 'promises', column: 'keptShare', name: $localize`Promises kept` },
    ...{ beside: 'kept', words: (count) => $localize`${count}:count: promises` },
  },
];

/** What a report comes to, in the numbers of its wholes. */
export function figuresOf({ tables }: Pick<ReportPage, 'tables'>): Figure[] {
  return WANTED.flatMap((wanted) => {
    const table = tables.find(({ key }) => key === wanted.table);
    const cell = table && cellOf(table, wanted.column);
    const beside = table && cellOf(table, wanted.beside);
    if (!cell || !beside) return [];
    const isTold = beside.cell.value !== null && cell.cell.value !== null;
    return [
      {
        ...{ table: wanted.table, name: wanted.name, isHidden: cell.cell.isHidden },
        says: cellWords(cell.cell, cell.kind),
        beside: isTold ? wanted.words(cellWords(beside.cell, beside.kind)) : '',
      },
    ];
  });
}

/** Of the whole. */
function cellOf(
  { columns, rows }: ReportedTable,
  key: string,
): { cell: ReportCell; kind: ReportedTable['columns'][number]['kind'] } | null {
  const place = columns.findIndex((column) => column.key === key);
  const cell = rows.find(({ of }) => of === 'whole')?.cells[place];
  return cell ? { cell, kind: columns[place]!.kind } : null;
}
