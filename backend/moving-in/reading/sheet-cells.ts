import { cellOfText } from './cells.js';
import { serialDay } from './serial-day.rules.js';
import { withoutEscapes } from './shared-strings.js';
import { type Cell, EMPTY } from './sheet.js';
import type { Workbook } from './workbook.js';

/** A cell as a sheet writes it. */
export interface WrittenCell {
  /** `s` of the shared list, `str`, `inlineStr`, `b`, `e`, `d`, else a number. */
  type: string;
  style: number;
  value: string;
  isFormula: boolean;
}

const ISO_MOMENT = /^(\d{4}-\d{2}-\d{2})?(?:T(\d{2}:\d{2})\S*)?$/;

/** What a person sees in a cell. */
export function cellAsSeen(
  written: WrittenCell,
  book: Pick<Workbook, 'held' | 'isFrom1904'>,
  strings: string[],
): Cell {
  const cell = seen(written, book, strings);
  if (!written.isFormula) return cell;
  // a program that only writes files leaves the working out to whoever opens them
  if (cell === EMPTY && written.value === '')
    return { text: '', isFormula: true, trouble: 'cell-formula-without-value' };
  return { ...cell, isFormula: true };
}

function seen(
  { type, style, value }: WrittenCell,
  book: Pick<Workbook, 'held' | 'isFrom1904'>,
  strings: string[],
): Cell {
  switch (type) {
    case 's':
      return cellOfText(strings[Number(value)] ?? '');
    case 'str':
    case 'inlineStr':
      return cellOfText(withoutEscapes(value));
    case 'b':
      return value === '' ? EMPTY : { text: value === '1' || value === 'true' ? 'TRUE' : 'FALSE' };
    case 'e':
      return { text: value.slice(0, 20), trouble: 'cell-is-an-error' };
    case 'd':
      return momentCell(value) ?? cellOfText(value);
    default:
      return numberCell(value, book.held[style] ?? null, book.isFrom1904);
  }
}

function numberCell(value: string, held: Workbook['held'][number], isFrom1904: boolean): Cell {
  const number = Number(value);
  if (value.trim() === '' || Number.isNaN(number)) return cellOfText(value);
  const said = held && serialDay(number, held, isFrom1904);
  return said
    ? { text: [said.day, said.time].filter(Boolean).join(' '), ...said }
    : { text: numberAsSeen(number) };
}

/** Fifteen digits are what a spreadsheet program shows; what lies behind them is how computers count. */
function numberAsSeen(number: number): string {
  if (Number.isInteger(number) && Math.abs(number) < 1e15) return String(number);
  return String(Number(number.toPrecision(15)));
}

function momentCell(value: string): Cell | null {
  const [, day, time] = ISO_MOMENT.exec(value) ?? [];
  if (!day && !time) return null;
  return { text: [day, time].filter(Boolean).join(' '), ...(day ? { day } : {}), ...(time ? { time } : {}) };
}
