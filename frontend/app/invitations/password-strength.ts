/** Shortest and longest password that the server takes. */
export const SHORTEST = 15;
export const LONGEST = 128;

/** How many more characters are needed; 0 when there are enough. */
export function charactersMissing(password: string): number {
  return Math.max(0, SHORTEST - [...password].length);
}

/**
 * How hard the password is to guess, told by length and variety alone: length beats symbols
 * (NIST SP 800-63B section 3.1.1), and a few characters over and over are no length.
 */
export function strengthOf(password: string): 'short' | 'repeating' | 'good' | 'strong' {
  if (charactersMissing(password) > 0) return 'short';
  const different = new Set(password.toLowerCase()).size;
  if (different < 6) return 'repeating';
  return [...password].length >= 20 && different >= 10 ? 'strong' : 'good';
}
