export const MOODS = ['struggling', 'getting by', 'steady', 'strong'] as const;
export const SLEEPS = ['poor', 'fair', 'good'] as const;
export const CONNECTIONS = ['alone', 'some', 'close'] as const;

export type Mood = (typeof MOODS)[number];
export type Sleep = (typeof SLEEPS)[number];
export type Connection = (typeof CONNECTIONS)[number];

/** Long enough to see a mis-tap and take it back (ours), in milliseconds from when it reached the server. */
const TAKE_BACK_FOR_MS = 10 * 60_000;

/** A check-in kept on a phone without signal may be so old when it arrives, in minutes: a week (ours). */
export const MOST_MINUTES_AGO = 7 * 24 * 60;

/** How many weeks the pictures show, today's included (ours). */
const WEEKS_SHOWN = 8;

export function mayTakeBackUntil(recordedAt: Date): Date {
  return new Date(recordedAt.getTime() + TAKE_BACK_FOR_MS);
}

/** When it was said. The phone counts the minutes itself: its clock may be wrong, but not how it runs. */
export function saidAt(now: Date, minutesAgo: number): Date {
  return new Date(now.getTime() - minutesAgo * 60_000);
}

/** The first day of the pictures, when this is the last. */
export function firstDayShown(today: string): string {
  return Temporal.PlainDate.from(today)
    .subtract({ days: WEEKS_SHOWN * 7 - 1 })
    .toString();
}
