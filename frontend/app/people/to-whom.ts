import { signal } from '@angular/core';
import { problemOf } from '../problems/problem-words';

/** Who takes what is with somebody who leaves a role, as far as it was said. */
export interface ToWhom {
  takenOverBy?: string;
  /** Null for nobody yet. */
  coveredInsteadBy?: string | null;
}

/** What is asked for: who takes over as supervisor, or who covers instead as coach. */
export type Asked = 'supervisor' | 'coach';

const ASKED: Partial<Record<string, Asked>> = {
  'somebody-must-take-over': 'supervisor',
  'somebody-must-cover': 'coach',
};

/** The server asks one after the other, and only where something would be left with nobody. */
export class AsksToWhom {
  readonly asks = signal<Asked | null>(null);
  private said: ToWhom = {};

  /** What was said before, and this. */
  with(more: ToWhom = {}): ToWhom {
    this.said = this.asks() ? { ...this.said, ...more } : more;
    return this.said;
  }

  /** A refusal asks for the next, leaves open what was asked, or has nothing to do with it. */
  refused(failure: unknown): void {
    const { code, status } = problemOf(failure);
    const asked = ASKED[code];
    if (asked) this.asks.set(asked);
    else if (status === 412) this.done();
  }

  done(): void {
    this.asks.set(null);
    this.said = {};
  }
}
