import { type DayOrder, dayReads, type DaySense } from './day-typed.rules.js';
import type { Cell } from './sheet.js';

/** How many days of a file can be read in one order only, and how many would be another day in the other. */
export interface DaysSeen {
  monthFirst: number;
  dayFirst: number;
  either: number;
}

export function seeDay(seen: DaysSeen, cell: Cell, sense: Omit<DaySense, 'order'>): void {
  const reads = dayReads(cell, sense);
  if (reads === 'month first') seen.monthFirst++;
  if (reads === 'day first') seen.dayFirst++;
  if (reads === 'as two days') seen.either++;
}

/** As written in the United States, unless what the file holds can only be read with the day first. */
export function suggestedOrder({ monthFirst, dayFirst }: DaysSeen): DayOrder {
  return dayFirst > monthFirst ? 'day first' : 'month first';
}
