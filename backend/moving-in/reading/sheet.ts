/** One file may hold so much. What is larger is refused before it is read, or while: memory stays flat. */
export const MOST_BYTES = 25 * 1024 * 1024;
export const MOST_ROWS = 50_000;
export const MOST_COLUMNS = 200;
export const MOST_CELL_CHARACTERS = 10_000;
/** What an XLSX may unpack to, all of its parts together, in bytes. */
export const MOST_UNPACKED_BYTES = 500 * 1024 * 1024;

/** Why the file does not tell what stands in a cell. */
export const CELL_TROUBLES = [
  'cell-too-long',
  'cell-merged',
  'cell-is-an-error',
  'cell-formula-without-value',
  'cell-not-storable',
] as const;
export type CellTrouble = (typeof CELL_TROUBLES)[number];

/** One cell, small enough to be kept as JSON. */
export interface Cell {
  /** As a person sees it, without spaces around it; '' where nothing stands. A day is `YYYY-MM-DD`. */
  text: string;
  /** `YYYY-MM-DD`, where the file itself holds a day: there is no order of day and month to choose. */
  day?: string;
  /** `HH:MM`, where the file itself holds a time. */
  time?: string;
  /** The text is what a formula last gave; nothing is ever computed here. */
  isFormula?: true;
  /** The text is then not to be relied on. */
  trouble?: CellTrouble;
}

export interface SheetRow {
  /** The row's number as the spreadsheet program shows it, from 1. */
  row: number;
  /** By column; empty cells at the end are left out, those between are `EMPTY`. */
  cells: Cell[];
  /** In a CSV: cells stand beyond the last column, most often for a comma in a note without quotes. */
  hasMoreCells?: true;
}

export const EMPTY: Cell = { text: '' };

export interface SheetColumn {
  /** From 0. */
  index: number;
  /** The header, as it was typed; `Column C` where there is none, `Phone (2)` for the second of one name. */
  name: string;
  /** What the spreadsheet program calls it: `C`. */
  letter: string;
}

/** What the file turned out to be. */
export interface SheetTold {
  kind: 'csv' | 'xlsx';
  /** Of a CSV: how its letters are written. */
  letters: 'UTF-8' | 'UTF-16' | 'Windows-1252' | null;
  /** Of a CSV: what stands between two cells. */
  delimiter: Delimiter | null;
  /** Of an XLSX: which sheet is read, and which are there to be read; hidden ones are not. */
  sheetName: string | null;
  sheetNames: string[];
}

export const DELIMITERS = [',', ';', '\t', '|'] as const;
export type Delimiter = (typeof DELIMITERS)[number];

export interface OpenSheet {
  told: SheetTold;
  /** Where the headers stand; rows above it are a title and are left out. */
  headerRow: number;
  columns: SheetColumn[];
  /** The rows below the headers that hold anything, in order, once. Ends by a problem where the file is broken. */
  rows: AsyncGenerator<SheetRow, void, undefined>;
}

/** `A` for 0, `AA` for 26. */
export function letterOf(index: number): string {
  const rest = Math.floor(index / 26);
  return (rest > 0 ? letterOf(rest - 1) : '') + String.fromCharCode(65 + (index % 26));
}

/** 0 for `A`; -1 for what is no column. */
export function indexOfLetter(letters: string): number {
  if (!/^[A-Z]{1,3}$/.test(letters)) return -1;
  return [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1;
}
