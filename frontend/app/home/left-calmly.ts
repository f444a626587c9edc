import { HttpErrorResponse, type HttpInterceptorFn } from '@angular/common/http';
import { inject, Injector } from '@angular/core';
import { catchError, EMPTY, throwError } from 'rxjs';
import { isAccessEnded, leaveClosed } from '../session/access-ended';
import { Session } from '../session/session';

/**
 * When a participant's session ends while they read, or their account is closed: their phone may be in other hands by
 * now, so nothing of theirs stays on screen or on the device, and a calm page says so in their language.
 */
export const leaveCalmly: HttpInterceptorFn = (request, next) => {
  const injector = inject(Injector);
  return next(request).pipe(
    catchError((failure: unknown) => {
      const isEnded = failure instanceof HttpErrorResponse && failure.status === 401;
      const session = injector.get(Session);
      const me = session.me();
      if (!isEnded || !me || request.url.startsWith('/api/sign-out')) return throwError(() => failure);
      session.forget();
      if (isAccessEnded(failure)) void leaveClosed();
      else location.replace(`/sign-in/${me.organization.shortName}`);
      return EMPTY;
    }),
  );
};
