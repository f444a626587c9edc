import { type Delimiter, DELIMITERS } from './sheet.js';

const SAID = /^sep=(.)\r?\n/i;
/** A quoted cell may hold any of them. */
const QUOTED = /"(?:[^"]|"")*"/g;

/** The line `sep=;` on top, which some programs write for others of their kind, and its length. */
export function saidDelimiter(text: string): { delimiter: Delimiter; length: number } | null {
  const said = SAID.exec(text);
  const delimiter = DELIMITERS.find((each) => each === said?.[1]);
  return said && delimiter ? { delimiter, length: said[0].length } : null;
}

/**
 * What stands most often outside quotes in the first line with a delimiter at all. Headers seldom hold a comma or a
 * semicolon; cells below them often do.
 */
export function delimiterOf(text: string): Delimiter {
  const lines = text.replace(QUOTED, '').split(/\r\n|\r|\n/);
  for (const line of lines) {
    const counts = DELIMITERS.map((delimiter) => line.split(delimiter).length - 1);
    const most = Math.max(...counts);
    if (most > 0) return DELIMITERS[counts.indexOf(most)]!;
  }
  return ',';
}
