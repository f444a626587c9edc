/** What a number in a cell is, by how the cell shows it. */
export type Held = 'day' | 'time' | 'day and time';

/** The formats every workbook has without naming them (ECMA-376 part 1, 18.8.30), those of East Asia included. */
const BUILT_IN: [from: number, to: number, held: Held][] = [
  [14, 17, 'day'],
  [18, 21, 'time'],
  [22, 22, 'day and time'],
  [27, 31, 'day'],
  [32, 35, 'time'],
  [36, 36, 'day'],
  [45, 47, 'time'],
  [50, 58, 'day'],
];
/** Words in quotes, single letters after a backslash, colours and languages: all but the letters of the format. */
const NO_FORMAT = /"[^"]*"|\\.|_.|\*.|\[(?!h+\]|m+\]|s+\])[^\]]*\]/gi;

/** @param codes the formats a workbook names itself, by number */
export function whatIsHeld(format: number, codes: Map<number, string>): Held | null {
  const code = codes.get(format);
  if (code === undefined) return BUILT_IN.find(([from, to]) => format >= from && format <= to)?.[2] ?? null;
  // after a semicolon stands how negative numbers look, which no day is
  const letters = code
    .replace(NO_FORMAT, '')
    .split(';')[0]!
    .replace(/general/gi, '');
  const hasTime = /[hs]|am\/pm|\[m+\]/i.test(letters);
  const hasDay = /[yd]/i.test(letters) || (!hasTime && /m/i.test(letters));
  if (hasDay) return hasTime ? 'day and time' : 'day';
  return hasTime ? 'time' : null;
}
