/** How long after a try the next one comes, in minutes: after the first, the second …; the last one from then on. */
const DELAYS_MINUTES = [1, 2, 5, 10, 20, 30];

const GIVEN_UP_AFTER_MINUTES = 24 * 60;

/** Longer than any try takes: a delivery whose sender died is taken up again this many minutes after it was taken. */
export const LEASE_MINUTES = 2;

/**
 * When to try again after a try has failed.
 *
 * @param tryCount how many there have been, this one included
 * @returns null when it is given up: a day after the message was made
 */
export function nextTryAt(madeAt: Date, tryCount: number, now: Date): Date | null {
  const delay = DELAYS_MINUTES[Math.min(tryCount, DELAYS_MINUTES.length) - 1] ?? DELAYS_MINUTES[0]!;
  const next = new Date(now.getTime() + delay * 60_000);
  return next.getTime() - madeAt.getTime() > GIVEN_UP_AFTER_MINUTES * 60_000 ? null : next;
}
