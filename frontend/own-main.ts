import '@angular/localize/init';
import { loadTranslations } from '@angular/localize';
import { chosenLanguage } from './app/look/language';

/** What every first page asks, and Home besides: asked at once, while the code is still coming (app/home/asked-early.ts). */
const FIRST_QUESTIONS = location.pathname === '/home' ? ['/api/me', '/api/home'] : ['/api/me'];

/** The participants' app, apart from that of staff so that a cheap phone loads no more than it shows. */
async function open(): Promise<void> {
  globalThis.askedEarly = new Map(FIRST_QUESTIONS.map((url) => [url, asked(url)]));
  const language = chosenLanguage();
  document.documentElement.lang = language;
  if (language === 'es') loadTranslations((await import('./locale/es-first')).esFirst);
  const { start } = await import('./app/home/own-start');
  await start();
}

async function asked(url: string): Promise<Response> {
  const answer = fetch(url, { headers: { accept: 'application/json' } });
  // whoever asks hears of the failure; nobody may ever ask
  answer.catch(() => undefined);
  return answer;
}

void open();
