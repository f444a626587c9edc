import { signal } from '@angular/core';

/** Quiet time after the last key before the draft is sent, in milliseconds. */
const PAUSE = 600;
/** Waits between tries after a failure, in milliseconds; the last one repeats. */
const RETRY_AFTER = [2_000, 5_000, 15_000, 30_000];

export type DraftState =
  { is: 'nothing' } | { is: 'saving' } | { is: 'saved'; at: string } | { is: 'unsent'; since: string };

export interface DraftPlaces<T> {
  /** Sends to the server; resolves with the instant it was kept at, rejects when it was not. */
  send(words: T): Promise<string>;
  /** Keeps on this device until the server has it. */
  keepHere(words: T): void;
  letGoHere(): void;
}

/**
 * Keeps what is typed: on the device at once, on the server after a short pause, again and again until it is there.
 * One request at a time; what is typed meanwhile goes with the next.
 */
export class DraftKeeping<T> {
  readonly state = signal<DraftState>({ is: 'nothing' });
  private waiting: { words: T } | null = null;
  private timer: ReturnType<typeof setTimeout> | undefined;
  private sending: Promise<void> | null = null;
  private failures = 0;
  private isOver = false;

  constructor(private readonly places: DraftPlaces<T>) {}

  changed(words: T): void {
    if (this.isOver) return;
    this.waiting = { words };
    this.places.keepHere(words);
    if (this.failures === 0) {
      this.state.set({ is: 'saving' });
      this.sendAfter(PAUSE);
    }
  }

  /** Sends now, for instance because there is signal again; resolves when it is there or has failed once more. */
  async sendNow(): Promise<void> {
    clearTimeout(this.timer);
    await this.sending;
    if (this.waiting && !this.isOver) await (this.sending = this.send(this.waiting));
  }

  /** Whether words would be lost to other devices when the page is left now. */
  hasUnsent(): boolean {
    return this.waiting !== null && !this.isOver;
  }

  /** The words have become a contact, or were thrown away: nothing is sent any more. */
  end(): void {
    this.isOver = true;
    this.waiting = null;
    clearTimeout(this.timer);
    this.places.letGoHere();
  }

  /** The page is gone; what was not sent stays on the device. */
  stop(): void {
    this.isOver = true;
    clearTimeout(this.timer);
  }

  private sendAfter(wait: number): void {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => void this.sendNow(), wait);
  }

  private async send(taken: { words: T }): Promise<void> {
    try {
      const at = await this.places.send(taken.words);
      this.failures = 0;
      if (this.isOver) return;
      if (this.waiting === taken) {
        this.waiting = null;
        this.places.letGoHere();
        this.state.set({ is: 'saved', at });
      } else this.sendAfter(PAUSE);
    } catch {
      if (this.isOver) return;
      const before = this.state();
      this.state.set(before.is === 'unsent' ? before : { is: 'unsent', since: new Date().toISOString() });
      this.sendAfter(RETRY_AFTER[Math.min(this.failures, RETRY_AFTER.length - 1)]!);
      this.failures += 1;
    } finally {
      this.sending = null;
    }
  }
}
