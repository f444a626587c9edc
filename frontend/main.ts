import { loadTranslations } from '@angular/localize';
import { chosenLanguage } from './app/look/language';
import { tellProblemsIn } from './app/problems/in-page-language';

/**
 * The language comes first: templates take their words when their code is loaded,
 * so the app itself is fetched only after the translations are in place.
 */
async function open(): Promise<void> {
  const language = chosenLanguage();
  document.documentElement.lang = language;
  if (language === 'es') {
    const { es, problemsInSpanish } = await import('./locale/es');
    loadTranslations(es);
    tellProblemsIn(problemsInSpanish);
  }
  const { start } = await import('./app/start');
  await start();
}

void open();
