/** Why a stay ends. Somebody who died is `died`, and that is said on a page of its own. */
export const CLOSING_REASONS = ['completed', 'moved', 'left', 'lost'] as const;
export type ClosingReason = (typeof CLOSING_REASONS)[number];
export const STAY_ENDS = [...CLOSING_REASONS, 'died'] as const;
export type StayEnd = (typeof STAY_ENDS)[number];

/** What can become of a promise that is open when its stay is closed. */
export const PROMISE_ENDS = ['kept', 'let go', 'handed'] as const;
export type PromiseEnd = (typeof PROMISE_ENDS)[number];

/** Levels of risk notes that are answered and resolved before anybody closes; the others close with the stay. */
export const SEEN_TO_FIRST = ['urgent', 'concern'] as const;

/** Ours: how long a closing can be taken back. After that a new stay begins. */
export const TAKING_BACK_HOURS = 24;

export interface WrongDay {
  code: string;
  detail: string;
}

/** What is wrong with the day on which a stay is said to have ended, if anything. Days as `YYYY-MM-DD`. */
export function wrongWithClosing(closedOn: string, today: string, enrolledOn: string): WrongDay | undefined {
  if (closedOn > today)
    return { code: 'in-the-future', detail: 'This day has not come yet. Choose today or an earlier day.' };
  if (closedOn < enrolledOn)
    return {
      code: 'before-enrollment',
      detail: 'This day is before they were enrolled. Choose the day they left, or a later one.',
    };
  return undefined;
}

/**
 * What is wrong with the first day of a new stay, if anything.
 *
 * @param lastClosedOn when the last stay in the same program ended, the same day included; null where there was none
 */
export function wrongWithNewStay(
  enrolledOn: string,
  today: string,
  lastClosedOn: string | null,
): WrongDay | undefined {
  if (enrolledOn > today)
    return { code: 'in-the-future', detail: 'This day has not come yet. Choose today or an earlier day.' };
  if (lastClosedOn !== null && enrolledOn < lastClosedOn)
    return {
      code: 'before-the-last-stay-ended',
      detail: 'Their last stay in this program ended after this day. Choose that day or a later one.',
    };
  return undefined;
}

/** Whether this reader may say that a closing was too soon: who closed it, or a supervisor who reaches them. */
export function mayTakeBackClosing(
  closing: { closedBy: string; closedAt: Date },
  reader: { accountId: string; role: string; now: Date },
): boolean {
  const until = closing.closedAt.getTime() + TAKING_BACK_HOURS * 3_600_000;
  return (
    reader.now.getTime() <= until && (reader.role === 'supervisor' || closing.closedBy === reader.accountId)
  );
}

interface Walk {
  fromOn: string;
  untilOn: string | null;
}

/**
 * Who walked along in a stay: their days within its days, each coach once. Days as `YYYY-MM-DD`. Whoever left on its
 * first day, or came on its last, was of the stay before or after.
 */
export function walkedIn<W extends Walk & { accountId: string }>(
  stay: { enrolledOn: string; closedOn: string | null },
  walks: readonly W[],
): W[] {
  const within = walks
    .filter(({ fromOn }) => !stay.closedOn || fromOn < stay.closedOn || fromOn === stay.enrolledOn)
    .filter(({ fromOn, untilOn }) => !untilOn || untilOn > stay.enrolledOn || fromOn >= stay.enrolledOn)
    .map((walk) => ({
      ...walk,
      fromOn: walk.fromOn < stay.enrolledOn ? stay.enrolledOn : walk.fromOn,
      untilOn: earlier(walk.untilOn, stay.closedOn),
    }));
  const coaches = [...new Set(within.map(({ accountId }) => accountId))];
  return coaches.map((coachId) => {
    const theirs = within.filter(({ accountId }) => accountId === coachId);
    return { ...theirs[0]!, untilOn: theirs.map(({ untilOn }) => untilOn).reduce(laterOrNull) };
  });
}

/** Null stands for a day that has not come. */
const earlier = (one: string | null, other: string | null): string | null =>
  one === null || (other !== null && other < one) ? other : one;
const laterOrNull = (one: string | null, other: string | null): string | null =>
  one === null || other === null ? null : other > one ? other : one;
