/** Why what was planned is not what comes next any more. */
export const PLAN_ENDINGS = ['reached', 'rescheduled', 'called off', 'contact voided', 'died'] as const;
export type PlanEnding = (typeof PLAN_ENDINGS)[number];

export type NotAPlan = 'in-the-past' | 'time-skipped';

/**
 * Why nothing can be planned for this moment, or null: the day has gone by, or the clocks skip the time on that day
 * (in Los Angeles there is no 2:30 on 8 March 2026). A time that the clocks show twice is a time.
 *
 * @param plan the day as 'YYYY-MM-DD' and the time as 'HH:MM', local ones of the zone
 * @param timeZone the organization's, an IANA name
 */
export function whyNoPlan(
  plan: { plannedOn: string; plannedTime?: string | null },
  today: string,
  timeZone: string,
): NotAPlan | null {
  if (plan.plannedOn < today) return 'in-the-past';
  if (!plan.plannedTime) return null;
  const said = Temporal.PlainDate.from(plan.plannedOn).toPlainDateTime(
    Temporal.PlainTime.from(plan.plannedTime),
  );
  const shown = said.toZonedDateTime(timeZone, { disambiguation: 'later' }).toPlainDateTime();
  return shown.equals(said) ? null : 'time-skipped';
}

/** Planned for a day that has gone by, and still next: nobody was reached, and it was neither moved nor called off. */
export function isMissed(plannedOn: string, today: string): boolean {
  return plannedOn < today;
}
