const ENGLISH = 'january february march april may june july august september october november december';
const SPANISH = 'enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre';
const LEAST_LETTERS = 3;

/** 1 to 12 for a month's name, or three and more letters it begins with, in English or Spanish. */
export function monthNamed(typed: string): number | null {
  const name = typed.toLowerCase().replace(/\.$/, '');
  if (name === 'sept' || name === 'setiembre' || name === 'set') return 9;
  if (name.length < LEAST_LETTERS) return null;
  for (const names of [ENGLISH, SPANISH]) {
    const at = names.split(' ').findIndex((month) => month.startsWith(name));
    if (at >= 0) return at + 1;
  }
  return null;
}
