import type { Language } from '../access/roles.js';
import type { Bank, BankText, Instrument } from './bank.js';
import { BARC_10 } from './barc-10.bank.js';
import { PHQ_2, PHQ_9 } from './phq.bank.js';

/** Every version there ever was, of each instrument the newest last: a form that was open stays answerable. */
export const BANKS: readonly Bank[] = [BARC_10, PHQ_2, PHQ_9];

/** The bank of a version; undefined for one that nobody published here. */
export function bankOf(
  instrument: Instrument,
  version: string,
  banks: readonly Bank[] = BANKS,
): Bank | undefined {
  return banks.find((bank) => bank.instrument === instrument && bank.version === version);
}

/** The newest version of each instrument: what is offered. */
export function offeredBanks(banks: readonly Bank[] = BANKS): Bank[] {
  return [...new Map(banks.map((bank) => [bank.instrument, bank])).values()];
}

/** The bank's words in a language, or in English where nobody has published them in it. */
export function textIn(bank: Bank, language: Language): { language: Language; text: BankText } {
  const text = bank.texts[language];
  return text ? { language, text } : { language: 'en', text: bank.texts.en };
}
