import { pattern } from './word-lists';

const BEING = new Set(
  'is are was were be been being am stays stayed stay remains remained seems seemed looks sounds'.split(' '),
);
const BETWEEN = new Set(
  'not never still now again always also already finally currently really just then simply so very too often both all has have had will would may might did does do could can should who completely totally repeatedly clearly back mostly'.split(
    ' ',
  ),
);
const PEOPLE = new RegExp(
  `^(?:he|she|they|we|you|someone|somebody|everyone|who|ct|pt|client|${pattern('{relation}')})s?$`,
  'i',
);
const THINGS = new Set(
  'it that this there here everything nothing something which what apartment room rooms kitchen house home place car clothes clothing laundry dishes floor floors bathroom yard shelter shelters water air record records sheets towels bed hands needle needles syringe syringes building unit landlord clinic hospital court judge bank insurance insurer pharmacy pharmacist employer boss manager police officer agency program jail prison school company store engine truck bus heater phone computer system card door dog cat brakes heart kidneys liver office state county doctor medicaid medicare form wiring lease'.split(
    ' ',
  ),
);

export interface Subject {
  word: string;
  /** Whether "is", "was", "has been" or the like stands between. */
  hasBeing: boolean;
}

/** Who or what a word is said of: the nearest word before it that is no "is", "not" or "still". */
export function subjectBefore(before: string): Subject {
  const clause = before
    .slice(-80)
    .split(/[.,;:!?\n(]/)
    .at(-1)!;
  let hasBeing = false;
  for (const said of clause.trim().split(/\s+/).reverse()) {
    const [, word, short] = /^(.*?)(['’](?:s|re|m|ve|d))?$/.exec(said)!;
    if (short && PEOPLE.test(word!)) return { word: word!, hasBeing: true };
    if (short && /^[A-Z]/.test(word!) && !hasBeing) return { word: word!, hasBeing: true };
    const plain = said.toLowerCase().replace(/n['’]t$/, '');
    if (BEING.has(plain)) hasBeing = true;
    else if (!BETWEEN.has(plain) || plain === 'who') return { word: said, hasBeing };
  }
  return { word: '', hasBeing };
}

/** A pronoun, a relation ("his brother") or a name; a capital at the beginning of a sentence may also be a thing. */
export function isPerson({ word }: Subject): boolean {
  if (PEOPLE.test(word)) return true;
  return /^\p{Lu}[\p{L}'’-]+$/u.test(word) && !THINGS.has(word.toLowerCase());
}

export function isThing({ word }: Subject): boolean {
  return THINGS.has(word.toLowerCase());
}
