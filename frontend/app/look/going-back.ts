import { Location } from '@angular/common';
import { DestroyRef, inject } from '@angular/core';
import { Router } from '@angular/router';

/**
 * The way back for a page that is done: to where one came from; to the fallback when it was opened by its own address.
 * Whoever went elsewhere while an answer was on its way stays there. Call it where a page is made.
 */
export function goingBack(fallback: () => string): () => void {
  const location = inject(Location);
  const router = inject(Router);
  const page = inject(DestroyRef);
  return () => {
    if (page.destroyed) return;
    const { navigationId } = (location.getState() ?? {}) as { navigationId?: number };
    if (navigationId && navigationId > 1) return location.back();
    void router.navigateByUrl(fallback());
  };
}
