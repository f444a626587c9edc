/** Where most of the list comes from. */
export const SOURCE = {
  name: 'NIDA, Words Matter',
  link: 'https://nida.nih.gov/nidamed-medical-health-professionals/health-professions-education/words-matter-terms-to-use-avoid-when-talking-about-addiction',
};

interface Reason {
  words: string;
  /** Whether it is on NIDA's list; the others are ours, in the same spirit. */
  isFromSource: boolean;
}

/** Why another word is offered. */
export const WHYS = {
  person: {
    words: 'It makes a condition the whole person. Naming the person first leaves room for the rest of them.',
    isFromSource: true,
  },
  clean: {
    words: 'It says that somebody who uses is dirty. Say what is so, as you would of any other condition.',
    isFromSource: true,
  },
  abuse: {
    words:
      'It is heard as blame: clinicians who read “abuser” judged the same person more harshly (Kelly 2010).',
    isFromSource: true,
  },
  medication: {
    words: 'The medicine treats. It does not put one addiction in the place of another.',
    isFromSource: true,
  },
  baby: {
    words: 'A baby can be born with withdrawal, but not with an addiction.',
    isFromSource: true,
  },
  relapse: {
    words: 'Recovery days add up. “Returned to use” says what happened without making it a fall.',
    isFromSource: false,
  },
  blame: {
    words: 'It puts the fault on the person. Say what happened, or what they wanted.',
    isFromSource: false,
  },
  housing: { words: 'Having no housing is where somebody is, not who they are.', isFromSource: false },
  lived: {
    words: 'A person is more than what was done to them or what they live with.',
    isFromSource: false,
  },
  sentence: {
    words: 'A sentence is something a person lived through, not what they are.',
    isFromSource: false,
  },
  suicide: { words: '“Committed” belongs to crimes. “Died by” says it without blame.', isFromSource: false },
} as const satisfies Record<string, Reason>;

export type Why = keyof typeof WHYS;
