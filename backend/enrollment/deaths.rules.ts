/** Ours: how long whoever said it may take it back; a supervisor may at any time. */
export const TAKING_BACK_HOURS = 24;

/** Whether this reader, who has the participant within reach, may say that it was a mistake. */
export function mayTakeBack(
  death: { saidBy: string; saidAt: Date },
  reader: { accountId: string; role: string; now: Date },
): boolean {
  if (reader.role === 'supervisor') return true;
  const until = death.saidAt.getTime() + TAKING_BACK_HOURS * 3_600_000;
  return death.saidBy === reader.accountId && reader.now.getTime() <= until;
}

/** What is wrong with a day of death, if anything. Days as `YYYY-MM-DD`; null for somebody who was never enrolled. */
export function wrongWithDay(
  diedOn: string,
  today: string,
  firstEnrolledOn: string | null,
): { code: string; detail: string } | undefined {
  if (diedOn > today)
    return { code: 'in-the-future', detail: 'This day has not come yet. Choose today or an earlier day.' };
  if (firstEnrolledOn !== null && diedOn < firstEnrolledOn)
    return {
      code: 'before-enrollment',
      detail: 'This day is before they were enrolled. Look at the day and at the person again.',
    };
  return undefined;
}
