import { HttpClient, HttpErrorResponse, type HttpInterceptorFn } from '@angular/common/http';
import { inject, Injector } from '@angular/core';
import { Router } from '@angular/router';
import { catchError, firstValueFrom, from, NEVER, switchMap, throwError } from 'rxjs';
import type { Merged } from '../../api/merging-contract';
import { Notices } from '../look/notices';

const IDS = /[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}/gi;
const WHO_NOW = '/merged-into';

/**
 * A page whose address names a record that became a part of another one goes on as that one's, and says so. What the
 * page asked for is not answered then: the new page asks anew.
 */
export const leadToWhoTheyAreNow: HttpInterceptorFn = (request, next) => {
  const injector = inject(Injector);
  return next(request).pipe(
    catchError((failure: unknown) => {
      const id = request.method === 'GET' && isNobody(failure) && idIn(injector.get(Router).url, request.url);
      if (!id) return throwError(() => failure);
      return from(lead(injector, id)).pipe(switchMap((isLed) => (isLed ? NEVER : throwError(() => failure))));
    }),
  );
};

function isNobody(failure: unknown): boolean {
  const body = failure instanceof HttpErrorResponse ? (failure.error as { code?: string } | null) : null;
  return body?.code === 'participant-not-found';
}

/** The id that the page and what it asked for both name. */
function idIn(page: string, asked: string): string | undefined {
  if (asked.endsWith(WHO_NOW)) return undefined;
  const ofPage: string[] = page.match(IDS) ?? [];
  const inBoth: string[] = asked.match(IDS) ?? [];
  return inBoth.find((id) => ofPage.includes(id));
}

/** @returns whether there is somewhere to go, and this went there */
async function lead(injector: Injector, id: string): Promise<boolean> {
  const [http, router] = [injector.get(HttpClient), injector.get(Router)];
  const now = await firstValueFrom(http.get<Merged>(`/api/participants/${id}${WHO_NOW}`)).catch(() => null);
  if (!now) return false;
  // of several requests of one page the first has led already
  if (router.url.includes(id)) {
    await router.navigateByUrl(router.url.replaceAll(id, now.participantId), { replaceUrl: true });
    const words = $localize`:@@merged.led:Two records became one. This is the one that stayed.`;
    void injector.get(Notices).say(words);
  }
  return true;
}
