import type { Bank, BankText } from './bank.js';

/**
 * The Patient Health Questionnaire, items word for word. Developed by Robert L. Spitzer, Janet B.W. Williams, Kurt
 * Kroenke and colleagues, with an educational grant from Pfizer Inc.; no permission required to reproduce, translate,
 * display or distribute (phqscreeners.com).
 *
 * Source of the words: the Questionnaire "phq-9-example" of HL7's US Core (2023-03-31). Its names are LOINC's (© 1995-2024
 * Regenstrief Institute and the LOINC Committee, used under loinc.org/license): "in last 2 weeks", which the stem says
 * already, and "[Reported.PHQ]" are part of the name and not of the question. Its tenth question bears no score and is
 * not asked. No Spanish text has been entered.
 */
const ENGLISH: BankText = {
  name: 'PHQ-9',
  stem: 'Over the last 2 weeks, how often have you been bothered by…',
  anchors: ['Not at all', 'Several days', 'More than half the days', 'Nearly every day'],
  items: [
    'Little interest or pleasure in doing things?',
    'Feeling down, depressed, or hopeless?',
    'Trouble falling or staying asleep, or sleeping too much',
    'Feeling tired or having little energy',
    'Poor appetite or overeating',
    'Feeling bad about yourself - or that you are a failure or have let yourself or your family down',
    'Trouble concentrating on things, such as reading the newspaper or watching television',
    'Moving or speaking so slowly that other people could have noticed. Or the opposite - being so fidgety or restless that you have been moving around a lot more than usual',
    'Thoughts that you would be better off dead, or of hurting yourself in some way',
  ],
};

/** Kroenke K, Spitzer RL, Williams JBW (2001), "The PHQ-9", Journal of General Internal Medicine 16:606-613. */
export const PHQ_9: Bank = {
  instrument: 'phq-9',
  version: '2001',
  itemCount: 9,
  least: 0,
  most: 3,
  texts: { en: ENGLISH },
};

/** The first two of them: Kroenke K, Spitzer RL, Williams JBW (2003), "The PHQ-2", Medical Care 41:1284-1292. */
export const PHQ_2: Bank = {
  instrument: 'phq-2',
  version: '2003',
  itemCount: 2,
  least: 0,
  most: 3,
  texts: { en: { ...ENGLISH, name: 'PHQ-2', items: ENGLISH.items.slice(0, 2) } },
};
