const DAY_IN_MS = 86_400_000;

/**
 * A civil day as a whole number (0 is 1970-01-01), so that the rules can add and compare days cheaply: they run
 * inside every log, where a calendar object for each step would cost more than the rule.
 *
 * A day has no zone and no hours, so no clock change can move it.
 *
 * @param day a day known to be real, as 'YYYY-MM-DD'
 */
export function dayNumber(day: string): number {
  return Date.parse(day) / DAY_IN_MS;
}

/** The civil day of a number from `dayNumber`, as 'YYYY-MM-DD'. */
export function dayOf(number: number): string {
  return new Date(number * DAY_IN_MS).toISOString().slice(0, 10);
}
