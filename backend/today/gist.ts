/** So much of a note tells what it was about; ours. */
export const GIST_CHARACTERS = 160;

/** The beginning of a note in whole words, with "…" where there is more; the spaces of a paragraph are one. */
export function gistOf(words: string): string {
  const said = words.replace(/\s+/g, ' ').trim();
  if (said.length <= GIST_CHARACTERS) return said;
  const cut = said.slice(0, GIST_CHARACTERS + 1);
  const end = cut.lastIndexOf(' ');
  // one word without a space is cut where it must be, but never between the halves of a letter
  const whole = end > 0 ? cut.slice(0, end) : [...cut].slice(0, -1).join('');
  return `${whole.replace(/[\s,;:–-]+$/, '')}…`;
}
