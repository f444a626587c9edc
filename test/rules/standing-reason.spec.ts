import type { StandingFacts } from '../../backend/standing/standing-facts.js';
import { standingCalendar, standingWithReasonOn } from '../../backend/standing/standing.rules.js';
import { factsOf } from './given-standing-facts.js';

describe('the reason of a standing', () => {
  const reasonOn = (facts: Partial<StandingFacts>, day: string) =>
    standingWithReasonOn(standingCalendar(factsOf(facts)), day).reason;

  it('is the agreed cadence where nothing else asks', () => {
    expect(reasonOn({}, '2026-03-09').dueBy).toEqual({ kind: 'agreed', days: 7 });
  });

  it('is the strongest where an urgent note and a window ask on one day', () => {
    const riskNotes = [{ level: 'urgent', raisedOn: '2026-03-09', resolvedOn: null }] as const;
    const windows = [{ beganOn: '2026-03-09', closedOn: null }];
    expect(reasonOn({ riskNotes: [...riskNotes], windows }, '2026-03-09').dueBy).toEqual({
      kind: 'urgent note',
      days: 1,
    });
  });

  it('is the end of a pause on the day after it', () => {
    const pauses = [{ reason: 'wish' as const, fromOn: '2026-03-05', throughOn: '2026-03-06' }];
    expect(reasonOn({ pauses }, '2026-03-07').dueBy).toEqual({ kind: 'end of pause', days: 0 });
  });

  it('names where someone is who is away, rather than their wish, and the last day', () => {
    const pauses = [
      { reason: 'wish' as const, fromOn: '2026-03-05', throughOn: '2026-03-30' },
      { reason: 'residential' as const, fromOn: '2026-03-05', throughOn: '2026-03-20' },
    ];
    expect(reasonOn({ pauses }, '2026-03-10').pause).toEqual({
      reason: 'residential',
      throughOn: '2026-03-20',
    });
    expect(reasonOn({ pauses }, '2026-03-25').pause).toEqual({ reason: 'wish', throughOn: '2026-03-30' });
  });

  it('says whether attempts or time made someone out of touch', () => {
    expect(reasonOn({}, '2026-03-23').outOfTouchBy).toBe('time');
    const attemptDays = ['2026-03-09', '2026-03-10', '2026-03-12'];
    expect(reasonOn({ attemptDays }, '2026-03-12').outOfTouchBy).toBe('attempts');
  });
});
