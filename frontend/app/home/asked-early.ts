import { HttpErrorResponse, type HttpInterceptorFn, HttpResponse } from '@angular/common/http';
import { from, of, switchMap, throwError } from 'rxjs';

/** What the first page asks for, while its code is still on the way: own-main.ts. */
export type EarlyAnswers = Map<string, Promise<Response>>;

declare global {
  var askedEarly: EarlyAnswers | undefined;
}

/** The first question for an address that was asked early has that answer; every later one is asked as ever. */
export const askedEarly: HttpInterceptorFn = (request, next) => {
  const answer = request.method === 'GET' ? globalThis.askedEarly?.get(request.urlWithParams) : undefined;
  if (!answer) return next(request);
  globalThis.askedEarly?.delete(request.urlWithParams);
  return from(readable(answer)).pipe(
    switchMap((early) => {
      // lost, or no answer that can be read: asked again
      if (!early) return next(request);
      const { status, body } = early;
      const heard = { status, url: request.url };
      return status < 400
        ? of(new HttpResponse({ ...heard, body }))
        : throwError(() => new HttpErrorResponse({ ...heard, error: body }));
    }),
  );
};

async function readable(answer: Promise<Response>): Promise<{ status: number; body: unknown } | null> {
  try {
    const response = await answer;
    return { status: response.status, body: await response.json() };
  } catch {
    return null;
  }
}
