import { quoted } from './quoted';
import { saidOfThemself } from './said-of-themself';
import type { Stretch } from './stretch';
import { pattern } from './word-lists';

/** Phrases in which a word of the list is the right one: names, medicine, the law, and other things altogether. */
const PHRASES = [
  '(?:alcoholics|narcotics|addicts|cocaine|heroin|marijuana|crystal meth|pills) anonymous',
  '(?:adult )?children of alcoholics',
  'alcoholic (?:beverages?|drinks?|hepatitis|cirrhosis|liver|neuropathy|ketoacidosis|pancreatitis|cardiomyopathy|content|cider)',
  '(?:sexual|child|domestic|emotional|verbal|physical|elder|spousal|animal|financial|spiritual) abuse',
  'users? (?:manuals?|guides?|names?|ids?|accounts?|groups?|interface|fees?|friendly|profile|experience|settings|agreement)',
  '(?:hormone|nicotine|testosterone|estrogen|enzyme|thyroid|kidney|renal|fluid|blood|iron|knee|hip|electrolyte)[- ](?:replacement|substitution)[- ](?:therapy|treatment)',
  'frequent fl[iy]er (?:miles?|programs?|numbers?|cards?|points?|accounts?|status)',
  'resistant to (?:antibiotics?|penicillin|methicillin|insulin|naloxone|treatment with|fire|water|stains?)',
  '(?:relapse|relapses) (?:prevention|risk)|relapsing (?:fever|remitting)',
  '(?:cancer|leukemia|lymphoma|lupus|tumor|malaria|ms|depression) (?:has |had |may |could |can )?relaps(?:e|ed|es|ing)',
  'relapses? of (?:(?:his|her|their|the) )?(?:cancer|leukemia|lymphoma|lupus|tumor|malaria|ms|depression|illness|disease|symptoms)',
  '(?:registered )?sex offenders?|(?:first|youthful|juvenile) offender (?:act|program)|offender (?:registry|program|unit)',
  'inmate (?:locators?|numbers?|accounts?|search|phones?|services|mail|id)',
  'felon[- ]friendly',
  'victims? of crime act',
  'manipulative (?:therapy|treatment|technique|medicine)',
];

const LEFT_ALONE = new RegExp(`\\b(?:${PHRASES.map(pattern).join('|')})\\b`, 'gi');
/** Found by what stands in its middle, which is rare; the whole runs from space to space. */
const IN_ADDRESS = /:\/\/|@\w|\bwww\.|\w\.(?:org|com|gov|net|edu|us)\b/gi;

function stretchesOf(text: string, found: RegExp): Stretch[] {
  return [...text.matchAll(found)].map((match) => [match.index, match.index + match[0].length]);
}

function fromSpaceToSpace(text: string, start: number, end: number): Stretch {
  while (start > 0 && /\S/.test(text[start - 1]!)) start -= 1;
  while (end < text.length && /\S/.test(text[end]!)) end += 1;
  return [start, end];
}

/** Where nothing is offered: phrases, addresses, quoted words, and what people say of themselves. */
export function leftAlone(text: string): Stretch[] {
  return [
    ...stretchesOf(text, LEFT_ALONE),
    ...stretchesOf(text, IN_ADDRESS).map(([start, end]) => fromSpaceToSpace(text, start, end)),
    ...quoted(text),
    ...saidOfThemself(text),
  ];
}
