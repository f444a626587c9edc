import type { Stretch } from './stretch';

/** Pairs of marks that open and close somebody else's words. */
const CLOSED_BY: Record<string, string> = {
  '“': '”',
  '„': '“',
  '«': '»',
  '‹': '›',
  '‘': '’',
  '"': '"',
  "'": "'",
};
const SINGLE = new Set(["'", '‘']);
const OPENING = /["“„«‹'‘]/g;
/** 'til and '90s leave letters out; nothing is opened. */
const LEFT_OUT = /^['‘](?:til|till|cause|em|bout|round|n|\d)/i;
const LETTER = /[\p{L}\p{N}]/u;

/**
 * The stretches between quotation marks, marks included. A double mark that is not closed yet opens a quote to the end
 * of its line: it is still being typed. A single one must be closed, since it may be an apostrophe.
 */
export function quoted(text: string): Stretch[] {
  const stretches: Stretch[] = [];
  OPENING.lastIndex = 0;
  for (let open = OPENING.exec(text); open; open = OPENING.exec(text)) {
    if (!opensAt(text, open.index)) continue;
    const end = endOf(text, open.index);
    if (end === null) continue;
    stretches.push([open.index, end]);
    OPENING.lastIndex = end;
  }
  return stretches;
}

/** An opening mark has no letter or number before it, so that 5'10" and don't open nothing. */
function opensAt(text: string, at: number): boolean {
  const before = text[at - 1] ?? ' ';
  if ('“„«‹'.includes(text[at]!)) return true;
  if (LETTER.test(before) || !/\S/.test(text[at + 1] ?? ' ')) return false;
  return !SINGLE.has(text[at]!) || !LEFT_OUT.test(text.slice(at, at + 6));
}

function endOf(text: string, open: number): number | null {
  const closing = CLOSED_BY[text[open]!]!;
  const isSingle = SINGLE.has(text[open]!);
  const paragraph = text.indexOf('\n\n', open);
  const last = paragraph < 0 ? text.length : paragraph;
  for (let at = text.indexOf(closing, open + 1); at >= 0 && at < last; at = text.indexOf(closing, at + 1)) {
    const isApostrophe = LETTER.test(text[at + 1] ?? ' ') && (isSingle || closing === '"');
    const isAfterSpace = /\s/.test(text[at - 1]!) && closing !== '»' && closing !== '›';
    if (!isApostrophe && !isAfterSpace) return at + 1;
  }
  if (isSingle) return null;
  const line = text.indexOf('\n', open);
  return line < 0 ? text.length : line;
}
