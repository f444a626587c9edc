const MOST_PROPOSED = 5;

/**
 * Names to sign in with, of which the first free one is proposed: the first word of the name somebody goes by and two
 * digits, `theo47`. Never more than a first name: no family name, birthday or place (ours).
 *
 * @param chance a whole number from 0 to just under `most`
 */
export function signInNamesFor(preferredName: string, chance: (most: number) => number): string[] {
  const [first = ''] = preferredName.normalize('NFKD').replace(/\p{M}/gu, '').trim().split(/\s+/);
  const letters = [...first.replace(/[^\p{L}]/gu, '').toLowerCase()].slice(0, 20).join('') || 'friend';
  return Array.from({ length: MOST_PROPOSED }, () => `${letters}${10 + chance(90)}`);
}
