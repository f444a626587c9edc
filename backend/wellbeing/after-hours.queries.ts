import type { EntityManager } from 'typeorm';

/**
 * How many contacts of each of these coaches lie in that coach's quiet hours, from a day to a day, both included. By the
 * contact's own day and time on the organization's clock, so a night in which the clocks change counts like any other;
 * one without a time of day is counted nowhere, a voided one neither. Measured by the quiet hours as they are now.
 *
 * @returns nothing for coaches who are neither the actor nor of a team that the actor stands for
 */
export async function afterHoursContacts(
  tx: EntityManager,
  coachIds: string[],
  from: string,
  to: string,
): Promise<Map<string, number>> {
  if (coachIds.length === 0) return new Map();
  const rows = await tx.query<{ coach_id: string; after_hours_count: number }[]>(
    'SELECT coach_id, after_hours_count FROM after_hours_of($1, $2, $3)',
    [coachIds, from, to],
  );
  return new Map(rows.map((row) => [row.coach_id, row.after_hours_count]));
}
