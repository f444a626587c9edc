import type { BetterWord } from './better-word';

const TREATMENT =
  '(?:program|treatment|detox|rehab|drug court|recovery court|probation|iop|php|residential|outpatient|inpatient|sober living|groups?)';
const STEPS = '(?:complete|finish|attend|show|engage|follow|keep|return|call|check in|respond|participate)';
const OFFICE =
  '(?:rent|hire|serve|sell|see|treat|let|admit|pay|start|accept|approve|cover|fill|release|give (?:him|her|them|us))';

/** Words that lay blame on what people do, and what to say that happened. */
export const WHAT_PEOPLE_DO: readonly BetterWord[] = [
  {
    typed: '(?:drug|substance)[- ]abuse',
    offers: ['substance use', 'substance use disorder', 'substance misuse'],
    why: 'abuse',
  },
  { typed: '({drug}|alcohol|polysubstance)[- ]abuse', offers: ['$1 use', '$1 misuse'], why: 'abuse' },
  { typed: 'abuse of(?= (?:{drug}|alcohol))', offers: ['use of', 'misuse of'], why: 'abuse' },
  {
    typed: 'abus(e|es|ed|ing)((?: (?:his|her|their|the|any|some|other|more))? (?:{drug}|alcohol))',
    offers: ['us$1$2', 'misus$1$2'],
    why: 'abuse',
  },
  { typed: '({drug}|alcohol) habits?', offers: ['$1 use', 'substance use disorder'], why: 'abuse' },
  { typed: 'kick(?:s|ed|ing)? (?:the|his|her|their|a) habit', offers: ['stop using'], why: 'abuse' },
  {
    typed: '((?:support|feed|fund|pay for)(?:s|ed|ing)? (?:his|her|their|the)) habit',
    offers: ['$1 substance use'],
    why: 'abuse',
  },

  { typed: 'relapsed on ({drug}|alcohol)', offers: ['returned to using $1'], why: 'relapse' },
  { typed: 'relapsed', offers: ['returned to use'], why: 'relapse' },
  { typed: 'relapsing', offers: ['returning to use'], why: 'relapse' },
  { typed: 'relapses', offers: ['returns to use'], why: 'relapse' },
  { typed: 'relapse', offers: ['return to use'], why: 'relapse' },
  { typed: 'fell off (?:the|his|her|their) wagon', offers: ['returned to use'], why: 'relapse' },
  { typed: 'falling off (?:the|his|her|their) wagon', offers: ['returning to use'], why: 'relapse' },
  { typed: 'falls off (?:the|his|her|their) wagon', offers: ['returns to use'], why: 'relapse' },
  { typed: 'fallen off (?:the|his|her|their) wagon', offers: ['returned to use'], why: 'relapse' },
  { typed: 'fall off (?:the|his|her|their) wagon', offers: ['return to use'], why: 'relapse' },

  {
    typed:
      '(?:(?:opioid|opiate|drug|methadone|suboxone|buprenorphine) )?(?:substitution|replacement)[- ](?:therapy|treatment)',
    offers: ['medication for opioid use disorder'],
    why: 'medication',
  },

  {
    typed: 'non[- ]?compliant ({relation})',
    offers: ['$1 who was not ready'],
    why: 'blame',
  },
  { typed: 'non[- ]?compliant with', who: 'no thing', offers: ['not ready for'], why: 'blame' },
  { typed: 'non[- ]?compliant', who: 'no thing', before: 'END', offers: ['not ready'], why: 'blame' },
  { typed: 'resistant ({relation})', offers: ['$1 who was not ready'], why: 'blame' },
  { typed: 'resistant to', who: 'a person is', offers: ['not ready for'], why: 'blame' },
  { typed: 'resistant', who: 'a person is', before: 'END', offers: ['not ready'], why: 'blame' },
  {
    typed: 'refused to',
    who: 'a person does',
    notBefore: ` ${OFFICE}`,
    offers: ['chose not to'],
    why: 'blame',
  },
  {
    typed: 'refuses to',
    who: 'a person does',
    notBefore: ` ${OFFICE}`,
    offers: ['chooses not to'],
    why: 'blame',
  },
  {
    typed: 'refusing to',
    who: 'a person does',
    notBefore: ` ${OFFICE}`,
    offers: ['choosing not to'],
    why: 'blame',
  },
  {
    typed: 'refuses',
    who: 'a person does',
    before: ' (?:help|care|treatment|services|meds|medication|detox|support|testing|the|a|any|all)\\b',
    offers: ['is not ready for'],
    why: 'blame',
  },
  {
    typed: 'refused',
    who: 'a person does',
    notAfter: '(?:was|were|is|are|been|being|be|got|get)',
    notBefore: ' (?:him|her|them|us|me|entry|because|by)\\b|\\s*$',
    offers: ['was not ready for', 'said no to'],
    why: 'blame',
  },

  { typed: `failed to(?= ${STEPS})`, who: 'a person does', offers: ['did not'], why: 'blame' },
  {
    typed: `fail(?:ed)? out of(?= (?:(?:the|his|her|their|a) )?${TREATMENT})`,
    offers: ['did not complete'],
    why: 'blame',
  },
  {
    typed: `failed(?= (?:(?:the|his|her|their|a|another|out of|every) )?(?:\\w+ )?${TREATMENT})`,
    who: 'a person does',
    offers: ['did not complete'],
    why: 'blame',
  },
  {
    typed: `fails(?= (?:(?:the|his|her|their|a) )?${TREATMENT})`,
    offers: ['does not complete'],
    why: 'blame',
  },
  {
    typed: `failing(?= (?:(?:the|his|her|their|a) )?${TREATMENT})`,
    offers: ['not completing'],
    why: 'blame',
  },
  {
    typed:
      'fail(?:ed|s) (?:the|a|his|her|their|another) ((?:urine|drug|random) (?:test|screen)|ua|urinalysis)',
    offers: ['had a positive $1'],
    why: 'blame',
  },

  { typed: '(?:drug|med|pill)[- ]seeking(?: behaviou?r)?', offers: ['asking for relief'], why: 'blame' },
  { typed: 'manipulative', who: 'a person is', before: 'END', offers: ['asking for relief'], why: 'blame' },
  {
    typed: 'is (?:still )?in denial (?:about|of) ((?:his|her|their) \\w+)',
    who: 'no thing',
    offers: ['sees $1 differently'],
    why: 'blame',
  },
  {
    typed: 'was (?:still )?in denial (?:about|of) ((?:his|her|their) \\w+)',
    who: 'no thing',
    offers: ['saw $1 differently'],
    why: 'blame',
  },
  {
    typed: 'are (?:still )?in denial (?:about|of) ((?:his|her|their) \\w+)',
    who: 'no thing',
    offers: ['see $1 differently'],
    why: 'blame',
  },
  {
    typed: '(?:is|remains) (?:still )?in denial(?: about it)?',
    who: 'no thing',
    offers: ['sees it differently'],
    why: 'blame',
  },
  {
    typed: '(?:was) (?:still )?in denial(?: about it)?',
    who: 'no thing',
    offers: ['saw it differently'],
    why: 'blame',
  },
  {
    typed: '(?:are) (?:still )?in denial(?: about it)?',
    who: 'no thing',
    offers: ['see it differently'],
    why: 'blame',
  },
  {
    typed: 'in denial(?: about it)?',
    after: "(?:he|she|they)['’](?:s|re)",
    offers: ['seeing it differently'],
    why: 'blame',
  },
  { typed: 'unmotivated ({relation})', offers: ['$1 who sees it differently'], why: 'blame' },
  {
    typed: '(?:is|seems|remains) (?:very |still )?unmotivated',
    who: 'no thing',
    offers: ['sees it differently', 'is not ready yet'],
    why: 'blame',
  },
  {
    typed: '(?:was|seemed) (?:very |still )?unmotivated',
    who: 'no thing',
    offers: ['saw it differently', 'was not ready yet'],
    why: 'blame',
  },

  {
    typed: 'suffers from',
    who: 'no thing',
    notBefore: ' (?:a|the) (?:lack|cold|flu)',
    offers: ['lives with'],
    why: 'lived',
  },
  {
    typed: 'suffered from',
    who: 'no thing',
    notBefore: ' (?:a|the) (?:lack|cold|flu)',
    offers: ['lived with'],
    why: 'lived',
  },
  {
    typed: 'suffering from',
    who: 'no thing',
    notBefore: ' (?:a|the) (?:lack|cold|flu)',
    offers: ['living with'],
    why: 'lived',
  },
  {
    typed: 'suffer from',
    who: 'no thing',
    notBefore: ' (?:a|the) (?:lack|cold|flu)',
    offers: ['live with'],
    why: 'lived',
  },
  { typed: '(?:is|was) (?:a|the) victim of', offers: ['experienced'], why: 'lived' },
  {
    typed: 'victim(?<many>s)? of',
    notBefore: ' (?:its|his|her|their) own',
    offers: ['person who experienced'],
    why: 'lived',
  },

  { typed: '(?:attempted|tried) to commit suicide', offers: ['attempted suicide'], why: 'suicide' },
  { typed: 'committed suicide', offers: ['died by suicide'], why: 'suicide' },
  { typed: 'committing suicide', offers: ['dying by suicide'], why: 'suicide' },
  { typed: 'commits suicide', offers: ['dies by suicide'], why: 'suicide' },
  { typed: 'commit suicide', offers: ['die by suicide'], why: 'suicide' },
];
