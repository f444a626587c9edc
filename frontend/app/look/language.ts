import type { Language, Me } from '../../api/contract';

const KEPT_AS = 'alongside.language';

/** The language this page was opened in; fixed until the page is loaded again. */
export function pageLanguage(): Language {
  return document.documentElement.lang === 'es' ? 'es' : 'en';
}

/** Participants' pages speak both languages; those of staff speak English so far. */
export function languageOf(me: Me): Language {
  return me.role === 'participant' ? me.language : 'en';
}

/** What was chosen last on this device, else what the browser asks for. */
export function chosenLanguage(): Language {
  const kept = localStorage.getItem(KEPT_AS);
  if (kept === 'en' || kept === 'es') return kept;
  return navigator.language.startsWith('es') ? 'es' : 'en';
}

/**
 * Keeps the choice and opens `address` in that language. The words are put into the page as it loads,
 * so a change needs a fresh load; nothing happens when the page already speaks it.
 * @returns whether the page is being loaded again
 */
export function openIn(language: Language, address = location.href): boolean {
  localStorage.setItem(KEPT_AS, language);
  // the server sends the words along with the first page
  document.cookie = `language=${language}; path=/; max-age=31536000; samesite=strict`;
  if (language === pageLanguage()) return false;
  location.assign(address);
  if (new URL(address, location.href).href === location.href) location.reload();
  return true;
}
