import { Clock } from '../../backend/clock/clock.js';

/** A clock that stands still until a test moves it. */
export class TestClock extends Clock {
  private instant = new Date('2026-03-10T16:00:00Z');

  override now(): Date {
    return new Date(this.instant);
  }

  /** @param instant an ISO instant, or a Date */
  set(instant: string | Date): void {
    this.instant = new Date(instant);
  }

  /** Moves on by so many minutes; days are 1440 of them, whatever the clocks of a zone do. */
  advance(minutes: number): void {
    this.instant = new Date(this.instant.getTime() + minutes * 60_000);
  }
}
