import type { StandingView } from '../../api/contract';
import { standingFacts, standingReason } from './standing-words';

const today = '2026-03-15';
const overdue: StandingView = {
  is: 'overdue',
  since: '2026-03-11',
  dueOn: '2026-03-10',
  lastReachedOn: '2026-03-03',
  attemptDayCount: 0,
  cadence: { kind: 'agreed', days: 7 },
  agreedDays: 7,
  pausedThroughOn: null,
  pauseReason: null,
  lastCheckInOn: null,
  enrolledOn: '2026-01-01',
  outOfTouchBy: null,
};

function reasonOf(change: Partial<StandingView>): string {
  return standingReason({ ...overdue, ...change }, today, 'en');
}

describe('the reason beside a standing', () => {
  it('says when they were last reached and what was agreed', () => {
    expect(reasonOf({})).toBe('Last reached 12 days ago; you agreed on every 7 days');
  });

  it('says that nobody was reached yet, and since when', () => {
    expect(reasonOf({ lastReachedOn: null })).toBe(
      'Not reached yet; enrolled 73 days ago; you agreed on every 7 days',
    );
  });

  it('says how often it was tried', () => {
    expect(reasonOf({ attemptDayCount: 1 })).toContain('tried on one day since');
    expect(reasonOf({ attemptDayCount: 3 })).toContain('tried on 3 days since');
  });

  it.each([
    [{ kind: 'urgent note', days: 1 }, 'an urgent risk note is open: every day'],
    [{ kind: 'concern note', days: 3 }, 'a risk note is open: every 3 days'],
    [{ kind: 'window', days: 2 }, 'these are vulnerable days: every 2 days'],
    [{ kind: 'end of pause', days: 0 }, 'their pause is over'],
  ] as const)('names what asks for contact: %j', (cadence, words) => {
    expect(reasonOf({ cadence })).toContain(words);
  });

  it('says why and how long somebody is paused', () => {
    expect(reasonOf({ is: 'paused', pauseReason: 'wish', pausedThroughOn: '2026-03-16' })).toBe(
      'They asked for a pause, through tomorrow',
    );
    expect(reasonOf({ is: 'paused', pauseReason: 'jail' })).toBe('In jail');
  });
});

describe('the facts behind a standing', () => {
  it('tells each day in words with the exact one behind it', () => {
    const due = standingFacts(overdue, today, 'en').find((fact) => fact.label === 'Due');
    expect(due).toEqual({ label: 'Due', words: '5 days ago', exact: 'Tuesday, March 10, 2026' });
  });

  it('leaves out what is not known', () => {
    const labels = standingFacts(overdue, today, 'en').map((fact) => fact.label);
    expect(labels).not.toContain('Last check-in');
    expect(labels).not.toContain('Paused through');
  });
});
