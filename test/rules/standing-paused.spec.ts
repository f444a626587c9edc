import { holds } from './standing-cases.js';

// Everyone here is agreed on every 7 days and was last reached on 2 March 2026, unless the case says otherwise.

describe('paused', () => {
  const wish = { reason: 'wish', fromOn: '2026-03-05', throughOn: '2026-03-20' } as const;
  holds([
    [
      'holds through its last day, and the day after is the first due day',
      { pauses: [wish] },
      {
        '2026-03-04': ['on track', '2026-03-21'],
        '2026-03-05': ['paused', '2026-03-21'],
        '2026-03-20': 'paused',
        '2026-03-21': ['due', '2026-03-21'],
        '2026-03-22': 'overdue',
      },
    ],
    [
      'ends with a due day even for someone reached meanwhile',
      { lastReachedOn: '2026-03-19', pauses: [wish] },
      { '2026-03-19': 'paused', '2026-03-21': ['due', '2026-03-21'] },
    ],
    [
      'starts the count anew for someone overdue before it',
      { pauses: [{ ...wish, fromOn: '2026-03-12' }] },
      {
        '2026-03-11': ['overdue', '2026-03-09'],
        '2026-03-12': 'paused',
        '2026-03-21': ['due', '2026-03-21'],
        '2026-04-04': 'out of touch',
      },
    ],
    [
      'ends with a due day even for someone reached on its last day',
      { lastReachedOn: '2026-03-20', pauses: [wish] },
      { '2026-03-20': 'paused', '2026-03-21': ['due', '2026-03-21'] },
    ],
    [
      'moves a due day out that falls on its first day',
      { pauses: [{ ...wish, fromOn: '2026-03-09' }] },
      { '2026-03-08': ['on track', '2026-03-21'], '2026-03-09': ['paused', '2026-03-21'] },
    ],
    [
      'is over for good once reached after it',
      { lastReachedOn: '2026-03-21', pauses: [wish] },
      { '2026-03-22': ['on track', '2026-03-28'] },
    ],
    [
      'is suspended by an urgent note, and comes back when it is resolved',
      { pauses: [wish], riskNotes: [{ level: 'urgent', raisedOn: '2026-03-10', resolvedOn: '2026-03-13' }] },
      {
        '2026-03-09': 'paused',
        '2026-03-10': ['due', '2026-03-10'],
        '2026-03-12': 'overdue',
        '2026-03-13': ['paused', '2026-03-21'],
        '2026-03-21': 'due',
      },
    ],
    [
      'is not suspended by a note of concern',
      { pauses: [wish], riskNotes: [{ level: 'concern', raisedOn: '2026-03-10', resolvedOn: null }] },
      { '2026-03-10': 'paused', '2026-03-20': 'paused', '2026-03-21': 'due' },
    ],
    [
      'is suspended during days 0 to 14 of a window and not on day 15',
      { pauses: [wish], windows: [{ beganOn: '2026-03-02', closedOn: null }] },
      {
        '2026-03-05': ['overdue', '2026-03-04'],
        '2026-03-16': 'overdue',
        '2026-03-17': 'paused',
        '2026-03-21': 'due',
      },
    ],
    [
      'in jail is no wish: neither an urgent note nor a window brings anyone out',
      {
        pauses: [{ ...wish, reason: 'jail' }],
        riskNotes: [{ level: 'urgent', raisedOn: '2026-03-10', resolvedOn: null }],
        windows: [{ beganOn: '2026-03-02', closedOn: null }],
      },
      {
        '2026-03-04': 'due',
        '2026-03-05': 'paused',
        '2026-03-20': ['paused', '2026-03-21'],
        '2026-03-21': 'due',
      },
    ],
    [
      'by a wish and then in hospital is one pause after the other',
      { pauses: [wish, { reason: 'hospital', fromOn: '2026-03-21', throughOn: '2026-03-25' }] },
      { '2026-03-21': ['paused', '2026-03-26'], '2026-03-26': 'due' },
    ],
    [
      'comes before out of touch',
      { pauses: [{ ...wish, fromOn: '2026-03-23', throughOn: '2026-03-24' }] },
      { '2026-03-22': 'overdue', '2026-03-23': 'paused', '2026-03-25': 'due' },
    ],
  ]);
});
