import type { BetterWord } from './better-word';
import { BETTER_WORDS } from './better-words';
import { article, beginsSentence, inCapitalsOf, isName, many } from './in-its-place';
import { leftAlone } from './left-alone';
import type { Stretch } from './stretch';
import { isPerson, isThing, subjectBefore } from './who-is-meant';
import type { Why } from './whys';
import { END, pattern } from './word-lists';

/** One place in a text where another word might be kinder. */
export interface KinderWord {
  /** Where it stands, in UTF-16 units as in a text field: from `start` up to, not including, `end`. */
  start: number;
  end: number;
  typed: string;
  /** What to put there, the first before the others. */
  offers: string[];
  why: Why;
}

interface Rule extends BetterWord {
  found: RegExp;
  isAfter: RegExp | null;
  isNotAfter: RegExp | null;
  isBefore: RegExp | null;
  isNotBefore: RegExp | null;
}

const justBefore = (words?: string) => (words ? new RegExp(`\\b(?:${pattern(words)})\\s+$`, 'i') : null);
const justAfter = (words?: string) =>
  words ? new RegExp(`^(?:${words === 'END' ? END : pattern(words)})`, 'i') : null;

const RULES: Rule[] = BETTER_WORDS.map((word) => ({
  ...word,
  found: new RegExp(`\\b(?:${pattern(word.typed)})(?![\\w'’]|-\\w)`, 'gi'),
  isAfter: justBefore(word.after),
  isNotAfter: justBefore(word.notAfter),
  isBefore: justAfter(word.before),
  isNotBefore: justAfter(word.notBefore),
}));

/** Every place where another word might be kinder, in the order of the text. English only. */
export function kinderWords(text: string): KinderWord[] {
  const taken: Stretch[] = leftAlone(text);
  const isTaken = (start: number, end: number) => taken.some(([from, to]) => start < to && from < end);
  const found: KinderWord[] = [];
  for (const rule of RULES) {
    for (const match of text.matchAll(rule.found)) {
      const end = match.index + match[0].length;
      if (isTaken(match.index, end) || !holds(rule, text, match.index, end)) continue;
      taken.push([match.index, end]);
      found.push(
        withArticle(
          text,
          match.index,
          end,
          offersOf(rule, match, beginsSentence(text, match.index)),
          rule.why,
        ),
      );
    }
  }
  return found.sort((one, other) => one.start - other.start);
}

/** Whether the rule is meant for what stands there. */
function holds(rule: Rule, text: string, start: number, end: number): boolean {
  if (/[\w'’-]/.test(text[start - 1] ?? '') || isName(text, start, end)) return false;
  const before = text.slice(Math.max(0, start - 80), start);
  const after = text.slice(end, end + 60);
  if (rule.isAfter && !rule.isAfter.test(before)) return false;
  if (rule.isNotAfter?.test(before)) return false;
  if (rule.isBefore && !rule.isBefore.test(after)) return false;
  if (rule.isNotBefore?.test(after)) return false;
  if (!rule.who) return true;
  const subject = subjectBefore(before);
  if (rule.who === 'no thing') return !isThing(subject);
  if (rule.who === 'a person is') return subject.hasBeing && isPerson(subject);
  return subject.word === '' || isPerson(subject);
}

function offersOf(rule: Rule, match: RegExpExecArray, isFirst: boolean): string[] {
  const typed = match[0];
  const isMany = match.groups?.['many'] !== undefined;
  return rule.offers.map((offer) => {
    const said = offer.replace(/\$(\d)/g, (_, group: string) => {
      const words = match[Number(group)] ?? '';
      // what began the sentence may now stand in its middle
      const isMoved = isFirst && typed.startsWith(words) && /^\p{Lu}\p{Ll}/u.test(words);
      return isMoved ? words.charAt(0).toLowerCase() + words.slice(1) : words;
    });
    return inCapitalsOf(typed, isMany ? many(said) : said, isFirst);
  });
}

/** "an addict" is taken together when "a person" must stand there. */
function withArticle(text: string, start: number, end: number, offers: string[], why: Why): KinderWord {
  const said = /\b(an?)(\s+)$/i.exec(text.slice(Math.max(0, start - 4), start));
  const isOther = said && offers.some((offer) => article(offer) !== said[1]!.toLowerCase());
  if (!isOther) return { start, end, typed: text.slice(start, end), offers, why };
  const from = start - said[0].length;
  const typed = text.slice(from, end);
  const isAllCapitals = typed === typed.toUpperCase();
  const withOwn = (offer: string) => `${inCapitalsOf(said[1]!, article(offer), true)}${said[2]}${offer}`;
  const all = offers.map((offer) => (isAllCapitals ? withOwn(offer).toUpperCase() : withOwn(offer)));
  return { start: from, end, typed, offers: all, why };
}
