/** How a coach may say they are: words, in no order that anybody adds up. */
export const FEELINGS = ['worn out', 'stretched', 'steady', 'well'] as const;
export type Feeling = (typeof FEELINGS)[number];

/** The Monday of the week that a day lies in; days as `YYYY-MM-DD`. */
export function weekOf(day: string): string {
  const date = Temporal.PlainDate.from(day);
  return date.subtract({ days: date.dayOfWeek - 1 }).toString();
}
