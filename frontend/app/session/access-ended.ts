import { HttpErrorResponse } from '@angular/common/http';
import { forgetUnsent } from '../contacts/unsent-drafts';

/** Whether the server said that this person's account has been disabled. */
export function isAccessEnded(failure: unknown): boolean {
  return (
    failure instanceof HttpErrorResponse &&
    failure.status === 401 &&
    (failure.error as { code?: string } | null)?.code === 'access-ended'
  );
}

/** Leaves nothing of theirs on the device, not even behind Back. */
export function leaveClosed(): void {
  forgetUnsent();
  sessionStorage.clear();
  document.body.replaceChildren();
  location.replace('/closed');
}
