import { computed, signal, type WritableSignal } from '@angular/core';
import { v7 as uuidv7 } from 'uuid';
import type { PlanChange } from '../../api/contract';
import type { Problem } from '../../api/problem';
import { problemOf } from '../problems/problem-words';
import { untilAnswered } from '../problems/until-answered';

/** A part as the server has it. */
export interface PartNow<T> {
  items: T[];
  version: number;
  change: PlanChange | null;
}

/** A part as it shall be, made on the version that was seen. */
export interface PartChange<T> {
  changeId: string;
  version: number;
  items: T[];
  /** The coach says that they make it together. */
  isTogether: boolean;
}

/** What the server may not have yet: one change on its way, and what was wanted since. */
export interface Unsent<T> {
  sending: PartChange<T> | null;
  wanted: PartChange<T> | null;
}

export interface PartPlaces<T> {
  isTogether(): boolean;
  send(change: PartChange<T>): Promise<PartNow<T>>;
  /** The part as it is, out of the answer to a stale edit. */
  currentIn(problem: Problem): PartNow<T>;
  keepHere(unsent: Unsent<T>): void;
  keptHere(): Unsent<T>;
}

/**
 * One part of a plan on an open page. What is changed shows at once and is sent whole, one change after the other, with
 * the same id until there is an answer; meanwhile it is kept on this device.
 */
export class PartOnPage<T> {
  readonly now = signal<PartNow<T>>({ items: [], version: 0, change: null });
  private readonly unsent: WritableSignal<Unsent<T>>;
  readonly items = computed(
    () => this.unsent().wanted?.items ?? this.unsent().sending?.items ?? this.now().items,
  );
  readonly state = signal<'nothing' | 'sending' | 'waiting' | 'saved'>('nothing');
  /** Somebody else wrote this part at the same time. */
  readonly clash = signal<{ theirs: PartNow<T>; mine: T[] } | null>(null);
  private going: Promise<Problem | null> | null = null;

  constructor(private readonly places: PartPlaces<T>) {
    this.unsent = signal(places.keptHere());
    // what was on its way before a reload goes on, once the page stands
    if (this.hasUnsent()) queueMicrotask(() => void this.go());
  }

  /** News from the server; what is not sent yet stays on the page, and an older answer is no news. */
  take(now: PartNow<T>): void {
    if (!this.hasUnsent() && now.version >= this.now().version) this.now.set(now);
  }

  /** @returns what the server refused for good, in words; null once it has it, or while it is still being tried */
  write(items: T[]): Promise<Problem | null> {
    const isTogether = this.places.isTogether();
    const wanted = { changeId: uuidv7(), version: this.now().version, items, isTogether };
    this.keep({ ...this.unsent(), wanted });
    return this.go();
  }

  /** Of two versions, which shall stand: theirs, mine, or theirs with mine added. */
  settle(items: T[] | null): void {
    const clash = this.clash();
    if (!clash) return;
    this.clash.set(null);
    this.keep({ sending: null, wanted: null });
    this.now.set(clash.theirs);
    this.state.set('nothing');
    if (items) void this.write(items);
  }

  private hasUnsent(): boolean {
    return this.unsent().sending !== null || this.unsent().wanted !== null;
  }

  private keep(unsent: Unsent<T>): void {
    this.unsent.set(unsent);
    this.places.keepHere(unsent);
  }

  private go(): Promise<Problem | null> {
    this.going ??= this.sendAll().finally(() => (this.going = null));
    return this.going;
  }

  private async sendAll(): Promise<Problem | null> {
    while (this.hasUnsent() && !this.clash()) {
      const change = this.unsent().sending ?? this.unsent().wanted!;
      if (!this.unsent().sending) this.keep({ sending: change, wanted: null });
      this.state.set('sending');
      try {
        const answer = untilAnswered(
          () => this.places.send(change),
          () => this.state.set('waiting'),
        );
        this.has(await answer);
      } catch (failure) {
        const problem = problemOf(failure);
        if (problem.status === 412) {
          this.clash.set({ theirs: this.places.currentIn(problem), mine: this.items() });
          this.state.set('nothing');
        } else {
          this.keep({ sending: null, wanted: null });
          this.state.set('nothing');
          return problem;
        }
      }
    }
    return null;
  }

  /** What was wanted meanwhile goes on from there. */
  private has(saved: PartNow<T>): void {
    this.now.set(saved);
    const { wanted } = this.unsent();
    this.keep({ sending: null, wanted: wanted && { ...wanted, version: saved.version } });
    this.state.set('saved');
  }
}
