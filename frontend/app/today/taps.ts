import { signal } from '@angular/core';

/** Something done with one tap, as it is sent. Kept on this device until the server has it. */
export interface Tap {
  /** Made here: of a contact or a putting away its own id, so that sent twice it is one. */
  id: string;
  kind: 'contact' | 'promise' | 'put away';
  participantId: string;
  preferredName: string;
  /** What was done, for the notice: "Reached". */
  words: string;
  path: string;
  body: Record<string, unknown>;
  /** Of what is changed by it, the version that was seen. */
  version?: number;
  /** Of a contact: the local day and time of the tap, said when it is sent later. */
  when?: { occurredOn: string; occurredTime: string };
}

const PREFIX = 'alongside.unsent-tap.';
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
    keep(this.accountId, tap);
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
    localStorage.removeItem(keyOf(this.accountId, id));
  }
}

const keyOf = (accountId: string, id: string): string => `${PREFIX}${accountId}.${id}`;

function keep(accountId: string, tap: Tap): void {
  try {
    localStorage.setItem(keyOf(accountId, tap.id), JSON.stringify(tap));
  } catch {
    // Storage is full or closed to us: the open page still holds it and goes on sending.
  }
}

/** In the order in which they were made: their ids begin with the time. */
export function unsentTapsOf(accountId: string): Tap[] {
  return keys()
    .filter((key) => key.startsWith(`${PREFIX}${accountId}.`))
    .sort()
    .map((key) => JSON.parse(localStorage.getItem(key) ?? '{}') as Tap);
}

export function forgetUnsentTaps(): void {
  for (const key of keys()) if (key.startsWith(PREFIX)) localStorage.removeItem(key);
}

function keys(): string[] {
  return Array.from({ length: localStorage.length }, (_, index) => localStorage.key(index) ?? '');
}
