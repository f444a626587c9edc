import { inject } from '@angular/core';
import { type NavigationError, Router } from '@angular/router';

/** How the browsers say that a part of the app is not where this page expects it. */
const MISSING_PART = /dynamically imported module|importing a module script failed/i;

/**
 * After an update the server no longer has the parts that an open page was built with. The address is then loaded
 * whole, in its new version, once: a page that was just loaded does not load itself again.
 *
 * @returns whether it is being loaded
 */
export function loadNewerBuild({ error, url }: NavigationError): boolean {
  const isMissing = error instanceof Error && MISSING_PART.test(error.message);
  if (!isMissing || !navigator.onLine || !inject(Router).navigated) return false;
  location.assign(url);
  return true;
}
