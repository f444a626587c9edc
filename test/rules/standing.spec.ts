import { holds } from './standing-cases.js';

// Everyone here is agreed on every 7 days and was last reached on 2 March 2026, unless the case says otherwise.

describe('being due', () => {
  holds([
    [
      'is on track the day before, due on the day, overdue the day after',
      {},
      {
        '2026-03-02': ['on track', '2026-03-09'],
        '2026-03-08': 'on track',
        '2026-03-09': ['due', '2026-03-09'],
        '2026-03-10': ['overdue', '2026-03-09'],
      },
    ],
    [
      'counts civil days over the clock change in spring (8 March in Los Angeles)',
      { lastReachedOn: '2026-03-07', agreedCadence: { days: 1, beganOn: '2026-03-02' } },
      { '2026-03-07': 'on track', '2026-03-08': 'due', '2026-03-09': 'overdue' },
    ],
    [
      'counts civil days over the clock change in autumn (1 November in Los Angeles)',
      { lastReachedOn: '2026-10-31', agreedCadence: { days: 1, beganOn: '2026-03-02' } },
      { '2026-10-31': 'on track', '2026-11-01': 'due', '2026-11-02': 'overdue' },
    ],
    [
      'counts 29 February as a day',
      { enrolledOn: '2028-02-01', lastReachedOn: '2028-02-22' },
      { '2028-02-28': 'on track', '2028-02-29': ['due', '2028-02-29'], '2028-03-01': 'overdue' },
    ],
    [
      'steps from 28 February to 1 March in other years',
      { enrolledOn: '2027-02-01', lastReachedOn: '2027-02-22' },
      { '2027-02-28': 'on track', '2027-03-01': ['due', '2027-03-01'] },
    ],
  ]);
});

describe('someone never reached', () => {
  holds([
    [
      'is new until the enrollment day plus the agreed days, then due like everyone',
      { lastReachedOn: null },
      {
        '2026-03-02': 'new',
        '2026-03-08': 'new',
        '2026-03-09': 'due',
        '2026-03-10': 'overdue',
        '2026-03-23': 'out of touch',
      },
    ],
    [
      'stays never reached by a contact from before the enrollment',
      { lastReachedOn: '2026-03-01' },
      { '2026-03-08': ['new', '2026-03-09'], '2026-03-09': 'due' },
    ],
    [
      'is not reached by attempts, not even on three days before the due day',
      { lastReachedOn: null, attemptDays: ['2026-03-02', '2026-03-03', '2026-03-04'] },
      { '2026-03-04': 'new', '2026-03-09': 'due', '2026-03-10': 'out of touch' },
    ],
    [
      'has no attempt counted from before the enrollment',
      { lastReachedOn: null, attemptDays: ['2026-03-01', '2026-03-02', '2026-03-03'] },
      { '2026-03-10': 'overdue' },
    ],
    [
      'is due two days after enrolling within days of a release',
      { lastReachedOn: null, windows: [{ beganOn: '2026-02-28', closedOn: null }] },
      { '2026-03-03': ['new', '2026-03-04'], '2026-03-04': 'due' },
    ],
  ]);
});

describe('an agreed cadence that changes', () => {
  holds([
    [
      'to a shorter one past its days is due on the day it was agreed',
      {
        earlierCadences: [{ days: 28, beganOn: '2026-03-02', endedOn: '2026-03-12' }],
        agreedCadence: { days: 7, beganOn: '2026-03-12' },
      },
      { '2026-03-12': ['due', '2026-03-12'], '2026-03-13': 'overdue' },
    ],
    [
      'to a longer one before the due day gives the longer time',
      {
        earlierCadences: [{ days: 7, beganOn: '2026-03-02', endedOn: '2026-03-08' }],
        agreedCadence: { days: 28, beganOn: '2026-03-08' },
      },
      { '2026-03-09': ['on track', '2026-03-30'], '2026-03-30': 'due' },
    ],
    [
      'to a longer one on the due day or later excuses no day missed',
      {
        earlierCadences: [{ days: 7, beganOn: '2026-03-02', endedOn: '2026-03-09' }],
        agreedCadence: { days: 28, beganOn: '2026-03-09' },
      },
      { '2026-03-09': ['due', '2026-03-09'], '2026-03-20': 'overdue' },
    ],
  ]);
});

describe('out of touch', () => {
  holds([
    [
      'begins two agreed cadences past the due day, not a day before',
      {},
      { '2026-03-22': 'overdue', '2026-03-23': 'out of touch' },
    ],
    [
      'begins with the third day of attempts once past due',
      { attemptDays: ['2026-03-09', '2026-03-10', '2026-03-12'] },
      { '2026-03-11': 'overdue', '2026-03-12': 'out of touch' },
    ],
    [
      'is never on the due day itself',
      { attemptDays: ['2026-03-04', '2026-03-05', '2026-03-06'] },
      { '2026-03-08': 'on track', '2026-03-09': 'due', '2026-03-10': 'out of touch' },
    ],
    [
      'does not come from three attempts on two days',
      { attemptDays: ['2026-03-09', '2026-03-09', '2026-03-10'] },
      { '2026-03-11': 'overdue' },
    ],
    [
      'does not come from attempts before the last reached day, or on it',
      { lastReachedOn: '2026-03-10', attemptDays: ['2026-03-08', '2026-03-09', '2026-03-10'] },
      { '2026-03-18': 'overdue' },
    ],
    [
      'does not come to someone who checked in within the cadence, and does the day after',
      { attemptDays: ['2026-03-10', '2026-03-11', '2026-03-12'], lastCheckInOn: '2026-03-11' },
      { '2026-03-12': 'overdue', '2026-03-18': 'overdue', '2026-03-19': 'out of touch' },
    ],
    [
      'is not ended by a check-in for good: a check-in is no contact',
      { lastCheckInOn: '2026-03-30' },
      {
        '2026-03-29': 'out of touch',
        '2026-03-30': ['overdue', '2026-03-09'],
        '2026-04-06': 'overdue',
        '2026-04-07': 'out of touch',
      },
    ],
  ]);
});
