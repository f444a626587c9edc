/** The shortest there are (988) and the longest the world allows (E.164). */
const FEWEST_DIGITS = 3;
const MOST_DIGITS = 15;
/** So many digits further on are a second number, not an extension. */
const DIGITS_OF_ANOTHER = 7;

const EXTENSION = /(?:\bext(?:ension)?\b\.?|\bx|#)\s*(\d{1,7})\D*$/i;
/** Digits with what people put between them. */
const RUN = /\+?[\d(][\d\s().\p{Pd}/·]*/gu;
const ARABIC_ZEROS = [0x0660, 0x06f0];
const TOLL_FREE_WORD = /^\D*1?\D{0,2}8(?:00|33|44|55|66|77|88)\D{1,2}[A-Z][A-Z-]{5,}$/;
const KEYS = 'ABC2 DEF3 GHI4 JKL5 MNO6 PQRS7 TUV8 WXYZ9'.split(' ');

/**
 * What a phone dials for a number as somebody typed it: digits, `+` before a country's code, `,12` for an extension.
 * What was typed is kept beside it; nothing here guesses a country or a digit. Understood are brackets, dots, dashes,
 * `+44 (0)20`, `ext. 12`, words around it, Arabic digits, and letters after a toll-free prefix.
 */
export function readPhone(
  typed: string,
): { dial: string } | { wrong: 'no-digits' | 'too-few-digits' | 'too-many-digits' | 'several-numbers' } {
  const plain = onTheKeys(latinDigits(typed.normalize('NFKC')));
  const extension = EXTENSION.exec(plain);
  const runs = [...(extension ? plain.slice(0, extension.index) : plain).matchAll(RUN)]
    .flatMap(([run]) => (isSeveral(run) ? run.split('/') : run))
    .map(digitsOf)
    .filter((digits) => digits !== '');
  const [first, ...others] = runs;
  if (!first) return { wrong: 'no-digits' };
  const count = first.replace('+', '').length;
  if (others.some((digits) => digits.length >= DIGITS_OF_ANOTHER)) return { wrong: 'several-numbers' };
  if (count < FEWEST_DIGITS) return { wrong: 'too-few-digits' };
  if (count > MOST_DIGITS)
    return { wrong: count >= 2 * DIGITS_OF_ANOTHER ? 'several-numbers' : 'too-many-digits' };
  return { dial: extension ? `${first},${extension[1]}` : first };
}

/** Why a number cannot be dialled, for whoever typed it. */
export const WRONG_PHONE_WORDS = {
  'no-digits': 'There is no number in this. Type at least the digits.',
  'too-few-digits': 'This is too short for a number. Look at the digits again.',
  'too-many-digits': 'This is too long for one number. Look at the digits again.',
  'several-numbers': 'These look like several numbers. Add each of them as a way of its own.',
} as const;

/** A slash stands within one number, or between two. */
function isSeveral(run: string): boolean {
  return run.split('/').filter((part) => digitsOf(part).length >= DIGITS_OF_ANOTHER).length > 1;
}

function digitsOf(run: string): string {
  const isWithCode = run.startsWith('+');
  return (isWithCode ? '+' : '') + (isWithCode ? run.replace('(0)', '') : run).replace(/\D/g, '');
}

function latinDigits(text: string): string {
  return text.replace(/[\u0660-\u0669\u06f0-\u06f9]/g, (digit) => {
    const code = digit.charCodeAt(0);
    return String(code - ARABIC_ZEROS.findLast((zero) => zero <= code)!);
  });
}

/** 1-800-FLOWERS as it is dialled. */
function onTheKeys(text: string): string {
  if (!TOLL_FREE_WORD.test(text)) return text;
  return text.replace(/[A-Z]/g, (letter) => KEYS.find((key) => key.includes(letter))!.at(-1)!);
}
