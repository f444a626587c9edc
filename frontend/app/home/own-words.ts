import { HttpErrorResponse, type HttpInterceptorFn } from '@angular/common/http';
import { loadTranslations } from '@angular/localize';
import { catchError, from, switchMap, throwError } from 'rxjs';
import { pageLanguage } from '../look/language';
import { tellProblemsIn } from '../problems/in-page-language';

let all: Promise<void> | null = null;

/** The words of every page and refusal: Home comes with its own, and this cheap phone fetches the rest when needed. */
export function wordsOfAllPages(): Promise<void> {
  if (pageLanguage() === 'en') return Promise.resolve();
  all ??= import('../../locale/es-rest').then(
    ({ esRest, problemsInSpanish }) => {
      loadTranslations(esRest);
      tellProblemsIn(problemsInSpanish);
    },
    (failure: unknown) => {
      all = null;
      throw failure;
    },
  );
  return all;
}

/** A refusal waits for the words to say it in. Without them it is said all the same. */
export const refusedInTheirLanguage: HttpInterceptorFn = (request, next) =>
  next(request).pipe(
    catchError((failure: unknown) => {
      const isRefusal = failure instanceof HttpErrorResponse && failure.status >= 400;
      if (!isRefusal) return throwError(() => failure);
      return from(wordsOfAllPages().catch(() => undefined)).pipe(switchMap(() => throwError(() => failure)));
    }),
  );
