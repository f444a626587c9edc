import { HttpErrorResponse } from '@angular/common/http';
import { forgetAll } from './kept-on-device';

/** Whether the server said that this person's account has been disabled. */
export function isAccessEnded(failure: unknown): boolean {
  return (
    failure instanceof HttpErrorResponse &&
    failure.status === 401 &&
    (failure.error as { code?: string } | null)?.code === 'access-ended'
  );
}

/**
 * Leaves nothing of theirs on the device, not even behind Back.
 * @returns what never comes: nothing else of this page may lead elsewhere while it is left
 */
export function leaveClosed(): Promise<never> {
  forgetAll();
  document.body.replaceChildren();
  location.replace('/closed');
  return new Promise(() => undefined);
}
