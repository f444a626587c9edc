/** Shortest and longest password that the server takes, in characters as people see them. */
export const SHORTEST = 15;
export const LONGEST = 128;

/** A family, a flag, a letter with its accent: one each. Browsers from before 2021 count their parts. */
export function charactersIn(password: string): number {
  const normal = password.normalize('NFC');
  if (!('Segmenter' in Intl)) return [...normal].length;
  return [...new Intl.Segmenter('en', { granularity: 'grapheme' }).segment(normal)].length;
}

/** How many more characters are needed; 0 when there are enough. */
export function charactersMissing(password: string): number {
  return Math.max(0, SHORTEST - charactersIn(password));
}

/** How many characters it has too many. */
export function charactersOver(password: string): number {
  return Math.max(0, charactersIn(password) - LONGEST);
}

/**
 * How hard the password is to guess, told by length and variety alone: length beats symbols
 * (NIST SP 800-63B section 3.1.1), and a few characters over and over are no length.
 */
export function strengthOf(password: string): 'short' | 'long' | 'repeating' | 'good' | 'strong' {
  if (charactersMissing(password) > 0) return 'short';
  if (charactersOver(password) > 0) return 'long';
  const different = new Set(password.toLowerCase()).size;
  if (different < 6) return 'repeating';
  return charactersIn(password) >= 20 && different >= 10 ? 'strong' : 'good';
}
