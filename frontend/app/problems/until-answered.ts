import { Component, DestroyRef, inject, signal } from '@angular/core';
import { Icon } from '../look/icon';
import { problemOf } from './problem-words';

/** How long to wait before asking again, in milliseconds: soon at first, then every half minute. */
const WAITS = [1_500, 3_000, 6_000, 12_000, 30_000];

/** Whether it may work by asking again: no signal, too much at once, or trouble on the server's side. */
export function isWorthAsking(failure: unknown): boolean {
  const { status } = problemOf(failure);
  return status === 0 || status === 429 || status >= 500;
}

/**
 * Sends until there is an answer, for what may be sent twice without being done twice. An answer that is a refusal is
 * thrown; no answer is no refusal.
 *
 * @param late is called when an answer was lost, each time
 * @param isOver asked before each further try; when it says so, it waits no more and never resolves
 */
export async function untilAnswered<T>(
  send: () => Promise<T>,
  late: () => void,
  isOver: () => boolean = () => false,
): Promise<T> {
  for (let tries = 0; ; tries += 1) {
    try {
      return await send();
    } catch (failure) {
      if (!isWorthAsking(failure)) throw failure;
      if (!isOver()) {
        late();
        await signalOr(WAITS[Math.min(tries, WAITS.length - 1)]!);
      }
      if (isOver()) return new Promise<never>(() => undefined);
    }
  }
}

/** A while, or until the signal is back, whichever comes first. */
export function signalOr(milliseconds: number): Promise<void> {
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

/**
 * Sends until there is an answer and tells how it stands with it. Made where injection is possible: it stops with
 * whoever made it, a page with the page, and what was typed stays kept.
 */
export class Sending {
  readonly isSending = signal(false);
  /** An answer was lost; it is being sent again. */
  readonly isLate = signal(false);
  private stops = 0;

  constructor() {
    inject(DestroyRef).onDestroy(() => this.stop());
  }

  /** @throws what the server refused it for; a lost answer is none */
  async send<T>(what: () => Promise<T>): Promise<T> {
    const { stops } = this;
    this.isSending.set(true);
    try {
      return await untilAnswered(
        what,
        () => this.isLate.set(true),
        () => stops !== this.stops,
      );
    } finally {
      this.rest();
    }
  }

  /** What is on its way goes out no more, and who waits for its answer waits for good. */
  stop(): void {
    this.stops += 1;
    this.rest();
  }

  private rest(): void {
    this.isSending.set(false);
    this.isLate.set(false);
  }
}

/** An answer was lost. Calm: what was typed or done is kept, and is being sent again. */
export const NOT_SENT_YET = $localize`:@@problem.notSentYet:Not sent yet. It is kept here, and we keep trying.`;

/** Shown for as long as an answer is late. */
@Component({
  selector: 'app-not-sent-yet',
  imports: [Icon],
  host: { role: 'status' },
  template: `<app-icon name="cloud" />{{ words }}`,
  styles: `
    :host {
      display: flex;
      gap: 10px;
    }
  `,
})
export class NotSentYet {
  protected readonly words = NOT_SENT_YET;
}
