import { dayIn } from '../clock/clock.js';
import { dayNumber, dayOf } from '../standing/day-number.js';

const MINUTE_MS = 60_000;
const NOON = 12 * 60;

/** Days counted back from today in the organization's zone, and moments on them that have gone by. */
export class SampleDays {
  readonly today: string;
  private readonly noons = new Map<string, number>();
  private readonly todayNumber: number;

  constructor(
    readonly timeZone: string,
    readonly now: Date,
  ) {
    this.today = dayIn(timeZone, now);
    this.todayNumber = dayNumber(this.today);
  }

  /** The day so many days before today; a negative number is a day to come. */
  ago(days: number): string {
    return dayOf(this.todayNumber - days);
  }

  /** How many days ago a day was. */
  since(day: string): number {
    return this.todayNumber - dayNumber(day);
  }

  /**
   * The instant of a local time, and that time as 'HH:MM'. Today's are moved into the part of the day that has gone by.
   *
   * @param minutes after midnight, between 7 in the morning and midnight, when no clock changes
   */
  at(day: string, minutes: number): { instant: Date; time: string } {
    const goneBy = day === this.today ? this.minutesOfToday() : 24 * 60;
    const minute = goneBy < 24 * 60 ? Math.floor((minutes * goneBy) / (24 * 60)) : minutes;
    const instant = new Date(Math.min(this.noonOf(day) + (minute - NOON) * MINUTE_MS, this.now.getTime()));
    const pad = (number: number) => String(number).padStart(2, '0');
    return { instant, time: `${pad(Math.floor(minute / 60))}:${pad(minute % 60)}` };
  }

  /** So many minutes later, never after now. */
  after(instant: Date, minutes: number): Date {
    return new Date(Math.min(instant.getTime() + minutes * MINUTE_MS, this.now.getTime()));
  }

  private minutesOfToday(): number {
    const start = Temporal.PlainDate.from(this.today).toZonedDateTime(this.timeZone).epochMilliseconds;
    return Math.floor((this.now.getTime() - start) / MINUTE_MS);
  }

  private noonOf(day: string): number {
    const known = this.noons.get(day);
    if (known !== undefined) return known;
    const noon = Temporal.PlainDate.from(day).toZonedDateTime({
      timeZone: this.timeZone,
      plainTime: '12:00',
    });
    this.noons.set(day, noon.epochMilliseconds);
    return noon.epochMilliseconds;
  }
}
