/** Where the list comes from. */
export const SOURCE = {
  name: 'NIDA, Words Matter',
  link: 'https://nida.nih.gov/nidamed-medical-health-professionals/health-professions-education/words-matter-terms-to-use-avoid-when-talking-about-addiction',
};

/** Why another word is offered. What NIDA does not speak of is ours, in the same spirit. */
export const WHYS = {
  person:
    'The word makes a condition the whole person. Naming the person first leaves room for the rest of them.',
  clean: 'It says that somebody who uses is dirty. Say what is so, as you would of any other condition.',
  abuse:
    'It is heard as blame: clinicians who read “abuse” judged the same person more harshly than with “use”.',
  relapse: 'Recovery days add up. “Returned to use” says what happened without making it a fall.',
  medication: 'The medicine treats; it does not put one addiction in the place of another.',
  baby: 'A baby can be born with withdrawal, but not with an addiction.',
  blame: 'It puts the fault on the person. Say what happened, or what they wanted.',
  lived: 'A person is more than what was done to them or what they live with.',
  sentence: 'A sentence is something a person lived through, not what they are.',
  suicide: '“Committed” belongs to crimes. “Died by” says it without blame.',
} as const;

export type Why = keyof typeof WHYS;
