import type { CanDeactivateFn } from '@angular/router';

/** A page that may hold words nobody else has yet. */
export interface HoldsWords {
  /** Asks when something would be left unsent; true lets the person go. */
  mayLeave(): boolean | Promise<boolean>;
}

export const leavingAsksFirst: CanDeactivateFn<HoldsWords> = (page) => page.mayLeave();
