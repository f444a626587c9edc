import type { Language } from '../access/roles.js';

export interface Words {
  subject: string;
  text: string;
}

const SUBJECTS: Record<Language, string> = {
  en: 'Something is waiting for you',
  es: 'Algo le está esperando',
};

const LOOK: Record<Language, string> = {
  en: 'Please sign in and look',
  es: 'Por favor, inicie sesión y mire',
};

/**
 * All that ever leaves: that something waits, never what, about whom or from which organization. Being in the service
 * is itself confidential, and a locked phone shows these words to whoever stands beside it.
 */
export function wordsOf(language: Language, publicUrl?: string): Words {
  const look = LOOK[language];
  return { subject: SUBJECTS[language], text: publicUrl ? `${look}: ${publicUrl}` : `${look}.` };
}

/** The code that shows that an address is one's own. */
export function codeWordsOf(language: Language, code: string): Words {
  return language === 'es'
    ? {
        subject: 'Su código',
        text: `Su código es ${code}. Vale media hora. Si no lo pidió, ignore este mensaje.`,
      }
    : {
        subject: 'Your code',
        text: `Your code is ${code}. It holds for half an hour. If you did not ask for it, ignore this message.`,
      };
}

/** What would tell, in any address that goes out with a message: in English and Spanish, as parts of words. */
const TELLING =
  /recover|sober|addict|rehab|substance|drug|alcohol|opioid|overdose|detox|relaps|peer-?coach|recuperaci|sobri|adicci|droga|sustancia|alongside|caseload/i;

/** Whether a sender or an address gives away what it is all about. */
export function isTelling(address: string): boolean {
  return TELLING.test(address);
}
