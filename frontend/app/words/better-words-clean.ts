import type { BetterWord } from './better-word';

const TIDY =
  ' (?:and|but|or|,) ?(?:tidy|neat|dry|warm|fed|dressed|groomed|ready|hungry|tired|wet|cold)|-?shaven';
const CAME_OUT = '{test}\\b[^.,;!?\\n]{0,20}\\b(?:is|are|was|were|been|be|back|up|out|all|both|mostly)';

/** Of a test: negative and positive. Of a person: in recovery, and using. Of anything else they are the right words. */
export const CLEAN_AND_DIRTY: readonly BetterWord[] = [
  { typed: 'clean ({test})', offers: ['negative $1'], why: 'clean' },
  { typed: 'clean', after: CAME_OUT, offers: ['negative'], why: 'clean' },
  { typed: 'clean', after: 'test(?:s|ed|ing)?|{test}:?', offers: ['negative'], why: 'clean' },
  { typed: '(?:drops?|dropped|peed|pissed) clean', offers: ['tested negative'], why: 'clean' },
  { typed: 'dirty ({test})', offers: ['positive $1'], why: 'clean' },
  { typed: 'dirty', after: CAME_OUT, offers: ['positive'], why: 'clean' },
  { typed: 'dirty', after: 'test(?:s|ed|ing)?|{test}:?', offers: ['positive'], why: 'clean' },
  { typed: '(?:drops?|dropped|peed|pissed) dirty', offers: ['tested positive'], why: 'clean' },

  {
    typed: 'clean and sober',
    notBefore: ' (?:hous\\w+|homes?|living|communit\\w+|places?|events?|part(?:y|ies)|dances?)',
    offers: ['in recovery'],
    why: 'clean',
  },
  { typed: 'clean time', offers: ['time in recovery'], why: 'clean' },
  { typed: 'clean date', offers: ['recovery date'], why: 'clean' },
  { typed: 'clean ({span})', offers: ['$1 in recovery'], why: 'clean' },
  { typed: 'clean (?:from|off) ({drug})', offers: ['not using $1'], why: 'clean' },
  { typed: 'clean', after: '{span}', before: 'END', offers: ['in recovery'], why: 'clean' },
  {
    typed: 'clean',
    who: 'a person does',
    before:
      ' (?:for|since) (?:\\w+ ){0,3}(?:{span}|now|then|january|february|march|april|may|june|july|august|september|october|november|december|he|she|they|last)\\b',
    offers: ['in recovery'],
    why: 'clean',
  },
  { typed: 'gets? clean', before: 'END', offers: ['begin recovery', 'stop using'], why: 'clean' },
  { typed: 'got clean', before: 'END', offers: ['began recovery', 'stopped using'], why: 'clean' },
  { typed: 'gotten clean', before: 'END', offers: ['begun recovery', 'stopped using'], why: 'clean' },
  { typed: 'getting clean', before: 'END', offers: ['beginning recovery', 'stopping use'], why: 'clean' },
  {
    typed: '((?:stay|remain)(?:s|ed|ing)?) clean',
    who: 'no thing',
    before: 'END',
    notBefore: TIDY,
    offers: ['$1 in recovery'],
    why: 'clean',
  },
  {
    typed: 'clean',
    after: 'been',
    who: 'a person is',
    before: 'END',
    notBefore: TIDY,
    offers: ['in recovery'],
    why: 'clean',
  },
  {
    typed: 'clean',
    who: 'a person is',
    before: 'END',
    notBefore: TIDY,
    offers: ['in recovery', 'not using'],
    why: 'clean',
  },
  { typed: 'dirty', who: 'a person is', before: 'END', notBefore: TIDY, offers: ['using'], why: 'clean' },
];
