import { type Reason, type ReasonKind, saidAt } from './reasons.js';
import type { TodayFacts } from './today-facts.js';

/**
 * What holds also for someone paused: what they said, what was arranged with them, promised or decided. The calendar rests, and
 * so does everything that is a nudge.
 */
const HOLDS_IN_A_PAUSE: readonly ReasonKind[] = [
  'urgent risk note',
  'asked to be called',
  'check-in to answer',
  'promise due',
  'decided in supervision',
  'planned today',
];

/** What needs no second conversation on the day of the first. */
const RESTS_ONCE_REACHED: readonly ReasonKind[] = ['celebrate', 'goal', 'assessment due'];

/** What another try today is for: an urgent note goes on being one, a promise is not kept by an attempt. */
const HOLDS_AFTER_AN_ATTEMPT: readonly ReasonKind[] = ['urgent risk note', 'promise due'];

/** Whether a reason that holds stays off Today: out of respect for a pause, or since today's part was done. */
export function isAtRest(reason: Reason, facts: TodayFacts, today: string): boolean {
  if (facts.standing.is === 'paused' && !HOLDS_IN_A_PAUSE.includes(reason.kind)) return true;
  const { latestContact } = facts;
  if (!latestContact || latestContact.occurredOn !== today) return false;
  return latestContact.outcome === 'reached'
    ? RESTS_ONCE_REACHED.includes(reason.kind)
    : isTriedToday(reason, latestContact);
}

/** Tried today: the card is done until tomorrow, unless something came after the attempt or is still to come. */
function isTriedToday(reason: Reason, tried: NonNullable<TodayFacts['latestContact']>): boolean {
  if (HOLDS_AFTER_AN_ATTEMPT.includes(reason.kind)) return false;
  const said = saidAt(reason);
  if (said) return said <= tried.happenedAt;
  if (reason.kind === 'planned today') {
    const { plannedTime } = reason.planned;
    return plannedTime === null || tried.occurredTime === null || plannedTime <= tried.occurredTime;
  }
  return true;
}
