import type { BetterWord } from './better-word';

const USES = ['person who uses drugs', 'person with a substance use disorder'];
const ALCOHOL = ['person with alcohol use disorder'];
const RETURNING = ['person who was incarcerated', 'returning citizen'];
const NOT_DRUGS =
  '(?:sex|shopping|gambling|work|internet|gaming|video game|chocolate|sugar|coffee|tv|phone|news|adrenaline|fitness|food)';

/** Words that make a condition, a place or a sentence the whole person. */
export const WHO_PEOPLE_ARE: readonly BetterWord[] = [
  {
    typed:
      '(?:former|recovering|recovered|reformed|ex)[- ](?:(?:drug|heroin|meth|opioid) )?(?:addict|alcoholic|junkie|drunk|user|abuser)(?<many>s)?',
    offers: ['person in recovery'],
    why: 'person',
  },
  {
    typed: '(?:addicted|crack|drug) (?:baby|newborn|infant|child|(?<many>babies|newborns|infants|children))',
    offers: ['baby exposed in pregnancy'],
    why: 'baby',
  },
  { typed: 'born addicted', offers: ['born after exposure in pregnancy'], why: 'baby' },

  {
    typed: '(?:addict|junkie|crackhead|tweaker|druggie) ({relation}(?<many>s)?)',
    offers: ['$1 who uses drugs'],
    why: 'person',
  },
  { typed: 'alcoholic ({relation}s?)', offers: ['$1 with alcohol use disorder'], why: 'person' },
  {
    typed: '(?:iv|intravenous|injection) (?:drug )?(?:user|addict|abuser)(?<many>s)?',
    offers: ['person who injects drugs'],
    why: 'person',
  },
  {
    typed: '(?:drug|substance|polysubstance|pill)[- ](?:user|addict|abuser|popper)(?<many>s)?',
    offers: USES,
    why: 'person',
  },
  { typed: 'alcohol[- ](?:addict|abuser)(?<many>s)?', offers: ALCOHOL, why: 'person' },
  {
    typed: '({drug}) (?:user|addict|abuser|junkie|head)(?<many>s)?',
    offers: ['person who uses $1', 'person with a substance use disorder'],
    why: 'person',
  },
  {
    typed: '(?:addict|junkie|junky|druggie|crackhead|tweaker|dope ?fiend)(?<many>s)?',
    notAfter: NOT_DRUGS,
    offers: USES,
    why: 'person',
  },
  { typed: '(?:alcoholic|wino|drunkard|boozer)(?<many>s)?', offers: ALCOHOL, why: 'person' },
  {
    typed: 'drunk(?<many>s)?',
    after: '(?:a|the|old|town|another|two|other|local|known|mean|such)',
    before: 'END',
    offers: ALCOHOL,
    why: 'person',
  },
  {
    typed: 'user(?<many>s)?',
    after:
      '(?:active|known|current|chronic|heavy|regular|longtime|long-term|habitual|recreational|casual|daily|with|around|other|(?:is|was|are|were|be|been)(?: still)? an?|these)',
    before: 'END',
    notBefore: ' (?:of|on the|in the)\\b',
    offers: USES,
    why: 'person',
  },

  {
    typed:
      'homeless ({relation}|individual|veteran|youth|family|(?<many>people|men|women|families|{relation}s|individuals|veterans|folks))',
    notBefore: ' (?:programs?|services?|shelters?|coalition|outreach|task force)\\b',
    offers: ['person without housing'],
    why: 'housing',
  },
  { typed: 'the homeless(?<many>)', before: 'END', offers: ['person without housing'], why: 'housing' },
  {
    typed: '(?:ex[- ])?(?:inmate|convict|felon)(?<many>s)?',
    notAfter: '(?:to|will|would|not|could|can|may|might|a jury)',
    offers: RETURNING,
    why: 'sentence',
  },
  { typed: 'ex[- ]con(?<many>s)?', offers: RETURNING, why: 'sentence' },
  { typed: '(?:ex[- ])?offender(?<many>s)?', offers: RETURNING, why: 'sentence' },
  {
    typed: 'frequent fl[iy]er(?<many>s)?',
    offers: ['person who has needed care often'],
    why: 'blame',
  },
  { typed: 'drug[- ]seeker(?<many>s)?', offers: ['person asking for relief'], why: 'blame' },
  {
    typed: '(?:overdose|od) victim(?<many>s)?',
    offers: ['person who survived an overdose'],
    why: 'lived',
  },
];
