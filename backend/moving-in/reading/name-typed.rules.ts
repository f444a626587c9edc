import type { Cell } from './sheet.js';
import { type Typed, refused } from './typed.js';

const MOST_CHARACTERS = 200;
/** What stands between two people in one cell. `c/o` is none, nor is a hyphen, nor the `y` within a Spanish surname. */
const BETWEEN_PEOPLE = /\s*(?:;|\n|&|\+|\s(?:and|und|et)\s|(?<!\bc)\/(?!o\b))\s*/i;
/** Behind a comma these are of the same person. */
const SUFFIX = /^(?:jr|sr|ii|iii|iv|md|phd|rn|cprs|esq)\.?$/i;
/** With these before it, what stands before a comma is one surname of several words. */
const PARTICLE =
  /^(?:de|del|de la|la|las|los|van|von|der|den|di|da|du|le|el|al|bin|ibn|st\.?|san|santa|mc|mac|o)$/i;

/**
 * The name of one person as one says it: `Smith, Ann` is `Ann Smith`. Two people in one cell are refused, both named:
 * nobody can tell whose phone and days follow.
 */
export function nameTyped(cell: Cell): Typed<string> {
  const people = cell.text
    .split(BETWEEN_PEOPLE)
    .map(clean)
    .filter((part) => /\p{L}/u.test(part));
  if (people.length > 1) return refused('name-of-two-people', twoPeople(people));
  const text = clean(cell.text);
  if (!/\p{L}/u.test(text))
    return refused('name-without-letters', 'A name is needed here, and there is no letter in this.');
  const parts = text.split(/\s*,\s*/).filter((part) => part !== '');
  const suffix = parts.length > 1 && SUFFIX.test(parts.at(-1)!) ? ` ${parts.pop()!}` : '';
  if (parts.length > 2) return refused('name-of-two-people', twoPeople(parts));
  const [last, first] = parts as [string, string?];
  const name = (first === undefined ? last : `${first} ${last}`) + suffix;
  if ([...name].length > MOST_CHARACTERS)
    return refused('name-too-long', `A name has at most ${MOST_CHARACTERS} characters here.`);
  return first !== undefined && mayBeTwo(last, first)
    ? {
        value: name,
        mark: {
          code: 'name-turned-around',
          words: `Read as one person: ${name}. If these are two, give each a row.`,
        },
      }
    : { value: name };
}

/** `Ann Smith, Bob Jones`: full names on both sides; or two surnames before the comma, as many people have. */
function mayBeTwo(last: string, first: string): boolean {
  const words = last.split(' ');
  return (
    words.length > 1 &&
    first.includes(' ') &&
    !PARTICLE.test(words.slice(0, -1).join(' ')) &&
    !PARTICLE.test(words[0]!)
  );
}

/** `Ann` and `Bob Smith` are most likely both a Smith. */
function twoPeople(people: string[]): string {
  const surname = people.at(-1)!.split(' ').slice(1).join(' ');
  const named = people.map((each) => (surname && !each.includes(' ') ? `${each} ${surname}` : each));
  return `There are ${people.length === 2 ? 'two' : 'several'} people in this cell: ${named.join(' and ')}. Give each of them a row.`;
}

function clean(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}
