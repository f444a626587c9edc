import { Service } from '@angular/core';
import type { PreloadingStrategy, Route } from '@angular/router';
import { catchError, EMPTY, mergeMap, type Observable, timer } from 'rxjs';

/** So long after a page came, when what is on it has been fetched. Ours. */
const AFTER_MS = 2_000;

/**
 * The next page a coach opens is often opened where there is no signal, so the parts for a person's record and for
 * logging a contact are fetched while there is some; not on a phone that asked to save data.
 */
@Service()
export class FetchedAhead implements PreloadingStrategy {
  preload(route: Route, fetch: () => Observable<unknown>): Observable<unknown> {
    const { connection } = navigator as { connection?: { saveData?: boolean } };
    if (!route.data?.['isFetchedAhead'] || connection?.saveData) return EMPTY;
    return timer(AFTER_MS).pipe(
      mergeMap(() => (navigator.onLine ? fetch() : EMPTY)),
      // not fetched now, it is fetched when it is opened, or after the next page
      catchError(() => EMPTY),
    );
  }
}
