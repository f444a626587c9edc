import type { Why } from './whys';

/**
 * One word or phrase and what may be said instead. Texts are patterns: `s?` may be there, `(?:a|b)` is a or b,
 * `{drug}` any word of that list in word-lists.ts. A group named `many` says the word is about several people.
 */
export interface BetterWord {
  typed: string;
  /** The first is the one to take with one tap; `$1` is the first group of what was typed. */
  offers: readonly string[];
  why: Why;
  /** What must stand just before, or must not. */
  after?: string;
  notAfter?: string;
  /** What must follow, or must not. */
  before?: string;
  notBefore?: string;
  /**
   * Who it must be said of. `a person is`: somebody, with "is", "was", "has been"…; `a person does`: somebody, or
   * nobody named ("Refused the test"); `no thing`: anything but a thing or an office.
   */
  who?: 'a person is' | 'a person does' | 'no thing';
}
