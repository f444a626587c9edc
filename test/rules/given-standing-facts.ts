import type { StandingFacts } from '../../backend/standing/standing-facts.js';

/** Theo: enrolled on Monday 2 March 2026, agreed on every 7 days, reached on that first day unless told otherwise. */
export function factsOf(theo: Partial<StandingFacts> = {}): StandingFacts {
  return {
    enrolledOn: '2026-03-02',
    agreedCadence: { days: 7, beganOn: '2026-03-02' },
    earlierCadences: [],
    lastReachedOn: '2026-03-02',
    attemptDays: [],
    windows: [],
    riskNotes: [],
    pauses: [],
    lastCheckInOn: null,
    ...theo,
  };
}
