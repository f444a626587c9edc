import { Service, signal } from '@angular/core';

/** How long an undo is offered, and how long mere words stay, in milliseconds. */
const UNDO_OFFERED = 10_000;
const WORDS_STAY = 5_000;

/** What was just done, and how it is undone. */
export interface Notice {
  words: string;
  action?: { label: string; undo: () => void };
}

/** Says what was just done, at the foot of the page, and offers to undo it. */
@Service()
export class Notices {
  /** What stands there now; the latest takes the place of what was said before. */
  readonly shown = signal<Notice | null>(null);
  private timer: ReturnType<typeof setTimeout> | undefined;

  /** @param action.undo is called once when the person asks for it */
  say(words: string, action?: Notice['action']): Promise<void> {
    this.shown.set({ words, action });
    this.goAfter(action ? UNDO_OFFERED : WORDS_STAY);
    return Promise.resolve();
  }

  undo(): void {
    const { action } = this.shown() ?? {};
    this.dismiss();
    action?.undo();
  }

  dismiss(): void {
    clearTimeout(this.timer);
    this.shown.set(null);
  }

  /** Whoever is at it is not hurried. */
  stay(): void {
    clearTimeout(this.timer);
  }

  goAfter(milliseconds = WORDS_STAY): void {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.shown.set(null), milliseconds);
  }
}
