import { holds } from './standing-cases.js';

// Everyone here is agreed on every 7 days and was last reached on 2 March 2026, unless the case says otherwise.

describe('a vulnerability window', () => {
  const released = (beganOn: string, closedOn: string | null = null) => [{ beganOn, closedOn }];
  holds([
    [
      'asks for contact every 2 days, at the earliest on the day it begins',
      { lastReachedOn: '2026-03-06', windows: released('2026-03-10') },
      { '2026-03-09': ['on track', '2026-03-10'], '2026-03-10': 'due', '2026-03-11': 'overdue' },
    ],
    [
      'asks by day 14 of someone reached on day 12',
      { lastReachedOn: '2026-03-14', windows: released('2026-03-02') },
      {
        '2026-03-15': 'on track',
        '2026-03-16': ['due', '2026-03-16'],
        '2026-03-17': ['overdue', '2026-03-16'],
      },
    ],
    [
      'asks every 7 days from day 15, so that someone reached on day 13 has a week',
      {
        lastReachedOn: '2026-03-15',
        windows: released('2026-03-02'),
        agreedCadence: { days: 28, beganOn: '2026-03-02' },
      },
      { '2026-03-16': ['on track', '2026-03-22'], '2026-03-17': 'on track', '2026-03-22': 'due' },
    ],
    [
      'asks still on day 30 of someone reached on day 23',
      {
        lastReachedOn: '2026-03-25',
        windows: released('2026-03-02'),
        agreedCadence: { days: 28, beganOn: '2026-03-02' },
      },
      { '2026-03-31': 'on track', '2026-04-01': ['due', '2026-04-01'] },
    ],
    [
      'asks every 10 days of someone whose week would end on day 31',
      {
        lastReachedOn: '2026-03-26',
        windows: released('2026-03-02'),
        agreedCadence: { days: 28, beganOn: '2026-03-02' },
      },
      { '2026-04-02': ['on track', '2026-04-05'], '2026-04-05': 'due' },
    ],
    [
      'asks every 10 days from day 31 through day 90, then no more',
      {
        lastReachedOn: '2026-05-21',
        windows: released('2026-03-02'),
        agreedCadence: { days: 28, beganOn: '2026-03-02' },
      },
      { '2026-05-30': ['on track', '2026-05-31'], '2026-05-31': 'due' },
    ],
    [
      'is over for someone whose tenth day would be day 91',
      {
        lastReachedOn: '2026-05-22',
        windows: released('2026-03-02'),
        agreedCadence: { days: 28, beganOn: '2026-03-02' },
      },
      { '2026-06-01': ['on track', '2026-06-19'] },
    ],
    [
      'that steps down excuses no day missed',
      { windows: released('2026-03-02'), agreedCadence: { days: 28, beganOn: '2026-03-02' } },
      { '2026-03-04': ['due', '2026-03-04'], '2026-03-18': ['overdue', '2026-03-04'] },
    ],
    [
      'closed before its due day asks nothing',
      { windows: released('2026-03-02', '2026-03-03') },
      { '2026-03-04': ['on track', '2026-03-09'] },
    ],
    [
      'counts once where two are open, the stronger',
      { lastReachedOn: '2026-04-10', windows: [...released('2026-03-02'), ...released('2026-04-09')] },
      { '2026-04-11': ['on track', '2026-04-12'], '2026-04-12': 'due' },
    ],
  ]);
});

describe('an open risk note', () => {
  const note = (
    level: 'urgent' | 'concern' | 'watch',
    raisedOn: string,
    resolvedOn: string | null = null,
  ) => ({
    level,
    raisedOn,
    resolvedOn,
  });
  holds([
    [
      'that is urgent, on someone reached three days ago, makes them due today, not out of touch',
      { riskNotes: [note('urgent', '2026-03-05')] },
      { '2026-03-05': ['due', '2026-03-05'], '2026-03-06': 'overdue' },
    ],
    [
      'that is urgent, raised in the contact that reached them, is due the next day',
      { riskNotes: [note('urgent', '2026-03-02')] },
      { '2026-03-02': ['on track', '2026-03-03'], '2026-03-03': 'due' },
    ],
    [
      'of concern is due three days after last reached',
      { riskNotes: [note('concern', '2026-03-03')] },
      { '2026-03-04': ['on track', '2026-03-05'], '2026-03-05': 'due' },
    ],
    [
      'to watch asks for no contact of its own',
      { riskNotes: [note('watch', '2026-03-03')] },
      { '2026-03-08': ['on track', '2026-03-09'] },
    ],
    [
      'resolved before its due day asks nothing',
      { riskNotes: [note('concern', '2026-03-03', '2026-03-04')] },
      { '2026-03-05': ['on track', '2026-03-09'] },
    ],
    [
      'resolved after its due day leaves them due until reached',
      { riskNotes: [note('concern', '2026-03-03', '2026-03-06')] },
      { '2026-03-05': 'due', '2026-03-06': ['overdue', '2026-03-05'], '2026-03-08': 'overdue' },
    ],
    [
      'from before the last reached day, and resolved before it, moves nothing',
      { lastReachedOn: '2026-03-20', riskNotes: [note('urgent', '2026-03-10', '2026-03-12')] },
      { '2026-03-21': ['on track', '2026-03-27'] },
    ],
  ]);
});
