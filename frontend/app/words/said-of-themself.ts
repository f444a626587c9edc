import type { Stretch } from './stretch';

/** The rest of what is being said: up to the next stop, or a "but". */
const REST = '(?:(?!\\bbut\\b)[^.,;:!?\\n])*';

/** "I am…", "we're…", "As an alcoholic, I…": whoever speaks of themself. */
const FIRST_PERSON = new RegExp(
  `\\b(?:I(?:\\s+(?:am|was|have|had|got|get|stay|stayed|became|relapsed|fell|used|abused|failed|suffer|suffered|refused)\\b|['’](?:m|ve|d)\\b)|we(?:\\s+(?:are|were)\\b|['’]re\\b))${REST}`,
  'g',
);
const AS_ONE = /\bas an? [\w -]{3,40}, I\b/gi;

/** "calls herself…", "identifies as…", "introduced himself as…". */
const OF_SELF = new RegExp(
  `\\b(?:call|name|describe|introduce|identif|refer|consider|label|think|thought|see|saw|thinks)\\w*\\s+(?:(?:to|of)\\s+)?(?:him|her|them|your|my)sel(?:f|ves)${REST}|\\bidentif(?:y|ies|ied|ying)\\s+as\\b${REST}`,
  'gi',
);

/** "Theo says he is…", "she told me that she was…": from the verb on. */
const REPORTED = new RegExp(
  `\\b(?:says?|said|saying|tells?|told|states?|stated)\\s+(?:(?:me|us|the group|everyone|everybody)\\s+)?(?:that\\s+)?(he|she|they)\\b${REST}`,
  'gi',
);
const SPEAKER = /(\w+)(?:\s+(?:also|then|often|always|still|now|has|had|just))*\s+$/;

const NOT_HE = /^(?:she|they|mother|mom|mum|sister|wife|daughter|girlfriend|aunt|grandmother|woman)$/i;
const NOT_SHE = /^(?:he|they|father|dad|brother|son|husband|boyfriend|uncle|grandfather|man)$/i;
const NOT_THEY = /^(?:he|she)$/i;

/** Whether the one who speaks may be the one spoken of: "she says he is…" is about somebody else. */
function mayBeTheSame(speaker: string, spokenOf: string): boolean {
  const other = { he: NOT_HE, she: NOT_SHE, they: NOT_THEY }[spokenOf.toLowerCase() as 'he' | 'she' | 'they'];
  return !other.test(speaker);
}

/** How people describe themselves is theirs to choose. */
export function saidOfThemself(text: string): Stretch[] {
  const whole = [FIRST_PERSON, AS_ONE, OF_SELF].flatMap((found) => [...text.matchAll(found)]);
  const reported = [...text.matchAll(REPORTED)].filter((match) => {
    const speaker = SPEAKER.exec(text.slice(Math.max(0, match.index - 40), match.index))?.[1] ?? '';
    return mayBeTheSame(speaker, match[1]!);
  });
  return [...whole, ...reported].map((match) => [match.index, match.index + match[0].length]);
}
