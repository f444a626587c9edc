import { XlsxStreamWriter } from 'hucre/xlsx';
import { type Cell, csvOf } from '../http/csv.rules.js';
import type { ReportCell, Report, ReportColumn, ReportTable } from './report.dto.js';

/** The formats of a table's file, with what a browser calls them. */
export const FORMATS = {
  csv: 'text/csv; charset=utf-8',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
} as const;
export type Format = keyof typeof FORMATS;

export interface FileOfTable {
  fileName: string;
  type: string;
  body: Uint8Array;
}

export function isFormat(format: string): format is Format {
  return Object.hasOwn(FORMATS, format);
}

/** Stands in a cell that is hidden for outside. */
const HIDDEN = 'hidden';

const UNITS: Record<ReportColumn['kind'], string> = {
  count: '',
  share: ' (%)',
  score: ' (points)',
  change: ' (points)',
  minutes: ' (minutes)',
};

const SCOPES: Record<Report['scope'], string> = {
  organization: 'The whole organization',
  team: 'One team, and those with no coach',
};

/**
 * A table to keep: the organization's neutral name and the period stand above it, and small counts are hidden exactly as
 * on the screen. Its own name says nothing of what the organization does.
 */
export async function fileOfTable(
  report: Report,
  table: ReportTable,
  neutralName: string,
  format: Format,
): Promise<FileOfTable> {
  const rows = linesOf(report, table, neutralName);
  const fileName = `report-${report.from}-through-${report.through}.${format}`;
  if (format === 'csv') return { fileName, type: FORMATS.csv, body: new TextEncoder().encode(csvOf(rows)) };
  const writer = new XlsxStreamWriter({ name: 'Report' });
  for (const row of rows) writer.addRow(row);
  return { fileName, type: FORMATS.xlsx, body: await writer.finish() };
}

/** All tables of a report, one below the other, under what holds for every one. */
export function linesOfReport(report: Report, neutralName: string): Cell[][] {
  const above = [...named(neutralName), ...ofWhat(report), ...whatIsHidden(report)];
  return [...above, ...report.tables.flatMap((table) => [[], [table.name], [table.says], ...ofTable(table)])];
}

/** Text stays text and numbers numbers. */
function linesOf(report: Report, table: ReportTable, neutralName: string): Cell[][] {
  const above = [
    ...named(neutralName),
    [table.name],
    ...ofWhat(report),
    [table.says],
    ...whatIsHidden(report),
  ];
  return [...above, [], ...ofTable(table)];
}

function named(neutralName: string): Cell[][] {
  return neutralName ? [[neutralName]] : [];
}

function ofWhat({ from, through, program, today, scope, timeZone }: Report): Cell[][] {
  return [
    [`${from} through ${through}`],
    [`${program?.name ?? 'All programs'}, as of ${today}`],
    [`${SCOPES[scope]}; days are those of ${timeZone}`],
  ];
}

function whatIsHidden({ isForOutside }: Report): Cell[][] {
  const says = `${HIDDEN}: a count of 1 to 10, or one from which such a count could be worked out. 0 is shown as 0.`;
  return isForOutside ? [[says]] : [];
}

/** The numbers, and beneath them what each of them counts. */
function ofTable({ columns, rows }: ReportTable): Cell[][] {
  const heads = ['', ...columns.map(({ name, kind }) => name + UNITS[kind])];
  const meanings = columns.map(({ name, says }) => [name, says]);
  return [
    heads,
    ...rows.map(({ name, cells }) => [name, ...cells.map(asWritten)]),
    ...[[], ['What each number counts'], ...meanings],
  ];
}

function asWritten({ value, isHidden }: ReportCell): Cell {
  return isHidden ? HIDDEN : value;
}
