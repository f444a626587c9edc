import type { StandingFacts } from '../../backend/standing/standing-facts.js';
import {
  type Standing,
  standingCalendar,
  standingWithReasonOn,
} from '../../backend/standing/standing.rules.js';
import { factsOf } from './given-standing-facts.js';

/** What is so, and the standing it makes on each of some days; where a due day is named it is checked too. */
type Case = [
  name: string,
  facts: Partial<StandingFacts>,
  days: Record<string, Standing | [Standing, due: string]>,
];

/** One test for each case. */
export function holds(cases: Case[]) {
  it.each(cases)('%s', (_name, facts, days) => {
    const calendar = standingCalendar(factsOf(facts));
    const told = Object.keys(days).map((day) => {
      const { standing, dueOn } = standingWithReasonOn(calendar, day);
      return [day, Array.isArray(days[day]) ? [standing, dueOn] : standing];
    });
    expect(Object.fromEntries(told)).toEqual(days);
  });
}
