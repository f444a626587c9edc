import fc from 'fast-check';
import { PAUSE_REASONS, type StandingFacts } from '../../backend/standing/standing-facts.js';
import {
  STANDINGS,
  standingCalendar,
  standingOn,
  standingWithReasonOn,
} from '../../backend/standing/standing.rules.js';
import { livedThrough } from './standing-day-by-day.js';

/** The facts lie close, within 45 days and over a leap day; the walk goes on until everyone has been due. */
const FIRST = Temporal.PlainDate.from('2028-01-20');
const WALK_DAYS = 150;

const dayAt = (offset: number) => FIRST.add({ days: offset }).toString();
const aDay = fc.integer({ min: 0, max: 45 }).map(dayAt);
const few = <T>(of: fc.Arbitrary<T>) => fc.array(of, { maxLength: 3 });
const aSpan = (longest: number) =>
  fc
    .tuple(fc.integer({ min: 0, max: 45 }), fc.integer({ min: 0, max: longest }))
    .map(([from, length]) => ({ from: dayAt(from), to: dayAt(from + length) }));
const mayEnd = (longest: number) =>
  fc.tuple(aSpan(longest), fc.boolean()).map(([{ from, to }, ends]) => ({ from, to: ends ? to : null }));
const someDays = fc.integer({ min: 1, max: 28 });

const anyFacts: fc.Arbitrary<StandingFacts> = fc.record({
  enrolledOn: fc.integer({ min: 0, max: 15 }).map(dayAt),
  agreedCadence: fc.record({ days: someDays, beganOn: aDay }),
  earlierCadences: few(
    fc.tuple(someDays, aSpan(40)).map(([days, { from, to }]) => ({ days, beganOn: from, endedOn: to })),
  ),
  lastReachedOn: fc.option(aDay),
  attemptDays: fc.array(aDay, { maxLength: 6 }),
  windows: few(mayEnd(100).map(({ from, to }) => ({ beganOn: from, closedOn: to }))),
  riskNotes: few(
    fc
      .tuple(fc.constantFrom('urgent', 'concern', 'watch'), mayEnd(20))
      .map(([level, { from, to }]) => ({ level, raisedOn: from, resolvedOn: to })),
  ),
  pauses: few(
    fc
      .tuple(fc.constantFrom(...PAUSE_REASONS), aSpan(30))
      .map(([reason, { from, to }]) => ({ reason, fromOn: from, throughOn: to })),
  ),
  lastCheckInOn: fc.option(aDay),
});

describe('standing, whatever the facts', () => {
  it('is on every day what living through the days one by one comes to', () => {
    fc.assert(
      fc.property(anyFacts, (facts) => {
        const calendar = standingCalendar(facts);
        let dueOn: string | null = null;
        for (const [day, lived] of [...livedThrough(facts, dayAt(WALK_DAYS))].toReversed()) {
          // Not yet due on that day, or paused: the day told is the one on which they will be.
          dueOn = lived.dueOn ?? dueOn;
          const answer = standingWithReasonOn(calendar, day);
          expect({ day, standing: answer.standing }).toEqual({ day, standing: lived.standing });
          if (dueOn) expect({ day, dueOn: answer.dueOn }).toEqual({ day, dueOn });
        }
      }),
      { numRuns: 200 },
    );
  });

  it('is told for every day by exactly one entry of a calendar in order, the first on the enrollment day', () => {
    fc.assert(
      fc.property(anyFacts, fc.integer({ min: 0, max: 2000 }), (facts, later) => {
        const { changesOn, standings, duesOn, reasons } = standingCalendar(facts);
        expect(changesOn[0]).toBe(facts.enrolledOn);
        expect(changesOn).toEqual([...new Set(changesOn)].sort());
        expect([standings.length, duesOn.length, reasons.length]).toEqual(Array(3).fill(changesOn.length));
        expect(STANDINGS).toContain(standingOn({ changesOn, standings, duesOn, reasons }, dayAt(later)));
      }),
    );
  });

  it('names the pause when paused and the loss when out of touch, and neither otherwise', () => {
    fc.assert(
      fc.property(anyFacts, (facts) => {
        const { standings, reasons } = standingCalendar(facts);
        standings.forEach((standing, index) => {
          expect(reasons[index]!.pause !== null).toBe(standing === 'paused');
          expect(reasons[index]!.outOfTouchBy !== null).toBe(standing === 'out of touch');
        });
      }),
    );
  });

  it('does not depend on the order in which the facts are told', () => {
    const reversed = (facts: StandingFacts): StandingFacts => ({
      ...facts,
      earlierCadences: facts.earlierCadences.toReversed(),
      attemptDays: facts.attemptDays.toReversed(),
      windows: facts.windows.toReversed(),
      riskNotes: facts.riskNotes.toReversed(),
      pauses: facts.pauses.toReversed(),
    });
    fc.assert(
      fc.property(anyFacts, (facts) => {
        const { changesOn, standings, duesOn } = standingCalendar(facts);
        const told = standingCalendar(reversed(facts));
        for (const day of [...changesOn, ...told.changesOn])
          expect(standingOn(told, day)).toBe(standingOn({ changesOn, standings, duesOn, reasons: [] }, day));
      }),
    );
  });
});
