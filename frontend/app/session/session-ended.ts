import { HttpErrorResponse, type HttpInterceptorFn } from '@angular/common/http';
import { inject, Injector } from '@angular/core';
import { catchError, from, switchMap, throwError } from 'rxjs';
import { Session } from './session';
import { SignInOver } from './sign-in-over';

/**
 * When the session ends in the middle of something, the same person signs in again over the page
 * and the request that was refused is sent once more: nothing typed is lost.
 */
export const askToSignInAgain: HttpInterceptorFn = (request, next) => {
  const injector = inject(Injector);
  return next(request).pipe(
    catchError((failure: unknown) => {
      const isEnded = failure instanceof HttpErrorResponse && failure.status === 401;
      const isSigningIn = request.url.startsWith('/api/sign-in') || request.url.startsWith('/api/sign-out');
      const me = injector.get(Session).me();
      if (!isEnded || isSigningIn || !me) return throwError(() => failure);
      return from(injector.get(SignInOver).ask()).pipe(switchMap(() => next(request)));
    }),
  );
};
