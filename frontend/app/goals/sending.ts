import { DestroyRef, inject, signal } from '@angular/core';
import { problemOf } from '../problems/problem-words';

/** How long to wait before sending again, in milliseconds: soon at first, then every half minute. */
const WAITS = [1_500, 3_000, 6_000, 12_000, 30_000];

/**
 * Sends until there is an answer, for what may be sent twice without being done twice. A refusal is thrown; no answer is
 * no refusal. Made where injection is possible: it stops waiting with the page, whose words are kept.
 */
export class Sending {
  readonly isSending = signal(false);
  /** An answer was lost; it is being tried again. */
  readonly isLate = signal(false);
  private isOver = false;

  constructor() {
    inject(DestroyRef).onDestroy(() => (this.isOver = true));
  }

  async send<T>(what: () => Promise<T>): Promise<T> {
    this.isSending.set(true);
    try {
      for (let tries = 0; ; tries += 1) {
        try {
          return await what();
        } catch (failure) {
          const { status } = problemOf(failure);
          if ((status !== 0 && status < 500) || this.isOver) throw failure;
          this.isLate.set(true);
          await signalOr(WAITS[Math.min(tries, WAITS.length - 1)]!);
        }
      }
    } finally {
      this.isSending.set(false);
      this.isLate.set(false);
    }
  }
}

/** A while, or until the signal is back, whichever comes first. */
function signalOr(milliseconds: number): Promise<void> {
  return new Promise((resolve) => {
    const go = (): void => {
      removeEventListener('online', go);
      clearTimeout(timer);
      resolve();
    };
    const timer = setTimeout(go, milliseconds);
    addEventListener('online', go);
  });
}
