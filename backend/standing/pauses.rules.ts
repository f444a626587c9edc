import { WINDOW_STAGES } from './cadences.rules.js';
import { dayNumber } from './day-number.js';
import type { PauseReason, StandingFacts } from './standing-facts.js';

/** A span of days as numbers, both ends included. */
interface Span {
  from: number;
  through: number;
}

/** When someone is left in peace or away, and every day on which that may change. */
export interface Pauses {
  on(day: number): { reason: PauseReason; through: number } | null;
  turningDays: number[];
}

/**
 * Reads the pauses of a participant.
 *
 * Only the participant's wish is suspended by an open urgent note or by days 0-14 of a window: safety comes before a
 * wish for quiet. Being in jail, hospital or residential care is no wish but a place, and a risk note does not bring
 * anybody out of it. Who comes out early has the pause ended the day before, so that the day out is the first due day.
 */
export function pausesOf(facts: StandingFacts): Pauses {
  const pauses = facts.pauses.map(({ fromOn, throughOn, reason }) => ({
    from: dayNumber(fromOn),
    through: dayNumber(throughOn),
    reason,
  }));
  const suspensions = pauses.some(({ reason }) => reason === 'wish') ? suspensionsOf(facts) : [];
  return {
    on(day) {
      const isSuspended = suspensions.some((span) => covers(span, day));
      let strongest: (Span & { reason: PauseReason }) | null = null;
      for (const pause of pauses) {
        if (!covers(pause, day) || (pause.reason === 'wish' && isSuspended)) continue;
        if (strongest === null || outlasts(pause, strongest)) strongest = pause;
      }
      return strongest;
    },
    turningDays: [...pauses, ...suspensions].flatMap(({ from, through }) => [from, through + 1]),
  };
}

/** Days on which safety comes before a wish. On the day a note is resolved or a window closed it is no longer open. */
function suspensionsOf(facts: StandingFacts): Span[] {
  const lastOpenDay = (endedOn: string | null) => (endedOn === null ? Infinity : dayNumber(endedOn) - 1);
  const urgent = facts.riskNotes
    .filter(({ level }) => level === 'urgent')
    .map(({ raisedOn, resolvedOn }) => ({ from: dayNumber(raisedOn), through: lastOpenDay(resolvedOn) }));
  const windows = facts.windows.map(({ beganOn, closedOn }) => {
    const from = dayNumber(beganOn);
    return { from, through: Math.min(from + WINDOW_STAGES[0].throughDay, lastOpenDay(closedOn)) };
  });
  return [...urgent, ...windows].filter(({ from, through }) => from <= through);
}

function covers({ from, through }: Span, day: number): boolean {
  return from <= day && day <= through;
}

/** Of two pauses on one day, being away says more than a wish; else the longer one. */
function outlasts(one: Span & { reason: PauseReason }, other: Span & { reason: PauseReason }): boolean {
  const isAway = one.reason !== 'wish';
  const isOtherAway = other.reason !== 'wish';
  return isAway === isOtherAway ? one.through > other.through : isAway;
}
