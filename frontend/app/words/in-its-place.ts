/** Several people instead of one. */
export function many(offer: string): string {
  return offer
    .replace(/^person\b/, 'people')
    .replace(/^baby\b/, 'babies')
    .replace(/^returning citizen$/, 'returning citizens')
    .replace(/\bwho uses\b/, 'who use')
    .replace(/\bwho injects\b/, 'who inject')
    .replace(/\bwho was\b/, 'who were')
    .replace(/\bwho has\b/, 'who have');
}

/**
 * The capitals of what was typed: none, the first letter's, or all.
 * @param isFirst whether it begins a sentence; elsewhere a capital is that of "IV" or "OD", and goes with it
 */
export function inCapitalsOf(typed: string, offer: string, isFirst: boolean): string {
  const letters = typed.replace(/[^\p{L}]/gu, '');
  if (letters.length > 2 && letters === letters.toUpperCase()) return offer.toUpperCase();
  return isFirst && /^\p{Lu}/u.test(typed) ? offer.charAt(0).toUpperCase() + offer.slice(1) : offer;
}

/** "a" or "an", by how the word begins. */
export function article(word: string): 'a' | 'an' {
  return /^(?:[aeio]|u(?!s|ni))/i.test(word) ? 'an' : 'a';
}

const SENTENCE_BEGINS = /(?:^|[.!?:;\n•*(–—-])\s*$/;
const ARTICLE = /\ban?\s+$/i;

/** Whether a sentence, a line or a point of a list begins there. */
export function beginsSentence(text: string, start: number): boolean {
  return SENTENCE_BEGINS.test(text.slice(Math.max(0, start - 8), start));
}

/** Whether it is part of a name: a capital where no sentence begins, or the next word has one too. */
export function isName(text: string, start: number, end: number): boolean {
  const typed = text.slice(start, end);
  if (!/^\p{Lu}\p{Ll}/u.test(typed)) return false;
  const article = ARTICLE.exec(text.slice(Math.max(0, start - 6), start));
  if (!beginsSentence(text, start - (article?.[0].length ?? 0))) return true;
  return /[\s-]\p{Lu}\p{Ll}/u.test(typed) || /^\s\p{Lu}\p{Ll}+/u.test(text.slice(end, end + 4));
}
