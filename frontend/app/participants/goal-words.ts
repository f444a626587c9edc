import type { GoalInMovement } from '../../api/contract';

/** "sure 7 of 10, was 4": the last two days on which it was said; empty where nobody asked. */
export function sureWords({ confidences }: Pick<GoalInMovement, 'confidences'>): string {
  const byDay = [...new Map(confidences.map(({ on, value }) => [on, value])).values()];
  const [now, before] = [byDay.at(-1), byDay.at(-2)];
  if (now === undefined) return '';
  return before === undefined || before === now ? `sure ${now} of 10` : `sure ${now} of 10, was ${before}`;
}
