import { signal } from '@angular/core';
import { keepTap, letGoOfTap, type Tap, unsentTapsOf } from './unsent';

/** Waits between tries after a failure, in milliseconds; the last one repeats. */
const RETRY_AFTER = [2_000, 5_000, 15_000, 30_000];

export interface TapPlaces {
  /** Resolves with the server's answer; rejects with its refusal, or because there was no signal. */
  send(tap: Tap, isAgain: boolean): Promise<unknown>;
  /** Whether a failure is a refusal: sending again would change nothing. */
  isRefusal(failure: unknown): boolean;
  done(tap: Tap, answer: unknown): void;
  refused(tap: Tap, failure: unknown): void;
}

/**
 * Sends taps one after another, in their order, again and again until they are there. Each is on the device before it
 * is sent, so that neither a lost signal nor a closed page loses one.
 */
export class Taps {
  readonly waiting = signal<readonly Tap[]>([]);
  /** Whether the last try found no signal. */
  readonly isStuck = signal(false);
  private timer: ReturnType<typeof setTimeout> | undefined;
  private isSending = false;
  private failures = 0;
  /** May be there already, though no answer came. */
  private readonly triedBefore = new Set<string>();

  constructor(
    private readonly accountId: string,
    private readonly places: TapPlaces,
  ) {
    const left = unsentTapsOf(accountId);
    this.waiting.set(left);
    for (const { id } of left) this.triedBefore.add(id);
  }

  add(tap: Tap): void {
    this.waiting.update((taps) => [...taps, tap]);
    keepTap(this.accountId, tap);
    void this.sendNow();
  }

  /** Takes one back that has not been sent yet. @returns whether there was one */
  drop(id: string): boolean {
    const isHere =
      this.waiting().some((tap) => tap.id === id) && !(this.isSending && this.waiting()[0]?.id === id);
    if (isHere) this.letGo(id);
    return isHere;
  }

  async sendNow(): Promise<void> {
    clearTimeout(this.timer);
    if (this.isSending) return;
    this.isSending = true;
    try {
      for (let tap = this.waiting()[0]; tap; tap = this.waiting()[0]) if (!(await this.send(tap))) break;
    } finally {
      this.isSending = false;
    }
  }

  /** @returns whether the next one may go */
  private async send(tap: Tap): Promise<boolean> {
    try {
      const answer = await this.places.send(tap, this.triedBefore.has(tap.id));
      this.failures = 0;
      this.isStuck.set(false);
      this.letGo(tap.id);
      this.places.done(tap, answer);
      return true;
    } catch (failure) {
      if (this.places.isRefusal(failure)) {
        this.letGo(tap.id);
        this.places.refused(tap, failure);
        return true;
      }
      this.isStuck.set(true);
      this.triedBefore.add(tap.id);
      const wait = RETRY_AFTER[Math.min(this.failures, RETRY_AFTER.length - 1)]!;
      this.failures += 1;
      this.timer = setTimeout(() => void this.sendNow(), wait);
      return false;
    }
  }

  private letGo(id: string): void {
    this.waiting.update((taps) => taps.filter((tap) => tap.id !== id));
    letGoOfTap(this.accountId, id);
  }
}
