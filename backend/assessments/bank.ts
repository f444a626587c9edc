import type { Language } from '../access/roles.js';

export const INSTRUMENTS = ['barc-10', 'phq-2', 'phq-9'] as const;
export type Instrument = (typeof INSTRUMENTS)[number];

/** The words of a bank in one language, as they were published in it; nobody here translates one. */
export interface BankText {
  name: string;
  /** What stands above the items. */
  stem: string;
  /** The words of each answer, the lowest first; empty where the publisher names the ends alone. */
  anchors: readonly string[];
  /** Item 1 first. */
  items: readonly string[];
}

/** The items of one published version: what is stored under its name means these, for ever. */
export interface Bank {
  instrument: Instrument;
  /** The year it was published. */
  version: string;
  itemCount: number;
  /** The lowest and the highest answer to each item. */
  least: number;
  most: number;
  /** Only languages whose published text has been entered. */
  texts: Partial<Record<Language, BankText>> & { en: BankText };
}
