import type { Move, MoveMakes, MoveReason } from './move.dto.js';
import { type Decided, makesAnything, NOTHING_MADE } from './moving.js';

const MOST_REASONS = 20;

/** What becomes of a file, counted row by row. */
export class Tally {
  readonly makes: MoveMakes = { ...NOTHING_MADE };
  refused = 0;
  private marked = 0;
  private unchanged = 0;
  private changes = 0;
  private ready = 0;
  private readonly reasons = new Map<string, MoveReason>();

  add({ refusals, marks, makes, isAboutKnown }: Decided): void {
    if (marks.length > 0) this.marked++;
    for (const { code, words, column } of refusals) {
      const key = JSON.stringify([code, column]);
      const reason = this.reasons.get(key);
      if (reason) reason.count++;
      else this.reasons.set(key, { code, words, column, count: 1 });
    }
    if (refusals.length > 0) {
      this.refused++;
      return;
    }
    this.ready++;
    if (!makesAnything(makes)) this.unchanged++;
    else if (isAboutKnown) this.changes++;
    for (const key of Object.keys(makes) as (keyof MoveMakes)[]) this.makes[key] += makes[key];
  }

  tried(): NonNullable<Move['tried']> {
    const { ready, refused, marked, makes, unchanged, changes } = this;
    const reasons = [...this.reasons.values()].sort((one, other) => other.count - one.count);
    return {
      ...{ ready, refused, marked, makes, unchanged, changes },
      reasons: reasons.slice(0, MOST_REASONS),
    };
  }

  moved(): Omit<NonNullable<Move['moved']>, 'at'> {
    const { makes, unchanged, refused } = this;
    return { makes, unchanged, leftOut: refused };
  }
}
