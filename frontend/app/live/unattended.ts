import { HttpErrorResponse, type HttpInterceptorFn } from '@angular/common/http';
import { ApplicationRef, inject, Service } from '@angular/core';
import { retry, throwError, timer } from 'rxjs';

/** Whoever has not touched the page for so many milliseconds is not behind what it asks for. */
const UNTOUCHED = 30_000;
const TOUCHES = ['pointerdown', 'keydown', 'input', 'click', 'wheel', 'touchmove'];
const TRIES = 4;

/** On a look that nobody asked for, where it is not known by itself. */
export const UNATTENDED = { 'alongside-unattended': 'true' };

/** Tells what a page asks for by itself from what a person asks for. */
@Service()
export class Unattended {
  private readonly app = inject(ApplicationRef);
  private touchedAt = Date.now();
  private isAsking = false;

  constructor() {
    for (const touch of TOUCHES)
      window.addEventListener(touch, () => (this.touchedAt = Date.now()), { capture: true, passive: true });
  }

  /** Whether a look now is the page's own doing. */
  isNow(): boolean {
    return this.isAsking || Date.now() - this.touchedAt > UNTOUCHED;
  }

  /** What is asked for meanwhile, nobody asked for. */
  during<T>(ask: () => T): T {
    this.isAsking = true;
    try {
      const answer = ask();
      // a resource asks when the page is next brought up to date, so that is done here
      this.app.tick();
      return answer;
    } finally {
      this.isAsking = false;
    }
  }
}

/**
 * Looks that nobody asked for say so, and keep no session awake. When one fails on the way it is tried again, as what
 * is shown is better than the news that it could not be refreshed.
 */
export const sayUnattended: HttpInterceptorFn = (request, next) => {
  const isUnattended = request.headers.has('alongside-unattended') || inject(Unattended).isNow();
  if (request.method !== 'GET' || !isUnattended) return next(request);
  return next(request.clone({ setHeaders: UNATTENDED })).pipe(
    retry({
      count: TRIES,
      delay: (failure: unknown, times) =>
        isPassing(failure) ? timer(500 * 2 ** times) : throwError(() => failure),
    }),
  );
};

function isPassing(failure: unknown): boolean {
  return failure instanceof HttpErrorResponse && (failure.status === 0 || failure.status >= 500);
}
