import { medianOf, type TableShape } from './report-table.rules.js';
import { counted, mean, share } from './worked-columns.js';

export const CONTACTS: TableShape = {
  key: 'contacts',
  name: 'Reached and attempts',
  says: 'Reached is a two-way exchange, an attempt is ours without one, each on the day it happened, by who had it. A group counts once for everybody who was there. Voided contacts count for nothing, and those held for a certification not until they are released.',
  counts: [
    {
      key: 'reached',
      name: 'Reached',
      says: 'Contacts in which both sides spoke, met or wrote, from the first through the last day.',
      isFirst: true,
    },
    { key: 'attempts', name: 'Attempts', says: 'No answer, a message left, nobody came, a wrong number.' },
    { key: 'all', name: 'Together', says: 'Reached and attempts.' },
  ],
  balances: [{ sum: ['reached', 'attempts'], of: ['all'] }],
  worked: [
    share({ key: 'reachedShare', name: 'Reached, of all', says: 'Reached, of both together.' }, 'reached', [
      'all',
    ]),
  ],
  sections: ['kind', 'program', 'coach'],
  kinds: [
    { key: 'phone', name: 'Phone' },
    { key: 'text', name: 'Text' },
    { key: 'video', name: 'Video' },
    { key: 'in person', name: 'In person' },
    { key: 'group', name: 'Group' },
    { key: 'email', name: 'E-mail' },
    { key: null, name: 'Way not said' },
  ],
};

const FIRST = { part: 'firstAt47', whole: ['firstAt47', 'firstBelow'] };
const LAST = { part: 'lastAt47', whole: ['lastAt47', 'lastBelow'] };

export const BARC: TableShape = {
  key: 'recovery-capital',
  name: 'BARC-10, first and latest',
  says: 'People with a complete BARC-10 in the period, the first and the latest of each, by who walked with them at the latest. One with an item skipped has no score and is not filled in; answered once, there is no change. 47 and above predicted remission of over a year (Vilsaint 2017).',
  counts: [
    { key: 'people', name: 'People', says: 'Each once, with at least one complete BARC-10 on these days.' },
    { key: 'once', name: 'Answered once', says: 'No change can be said of them.' },
    { key: 'moreOften', name: 'Twice or more', says: 'What follows is of these.', isFirst: true },
    {
      key: 'firstAt47',
      name: 'First at 47 or above',
      says: 'By the first score of the period, of 10 to 60.',
    },
    { key: 'firstBelow', name: 'First below', says: 'First score 46 or less.' },
    { key: 'lastAt47', name: 'Latest at 47 or above', says: 'By the latest score of the period.' },
    { key: 'lastBelow', name: 'Latest below', says: 'Latest score 46 or less.' },
  ],
  balances: [
    { sum: ['once', 'moreOften'], of: ['people'] },
    { sum: ['firstAt47', 'firstBelow'], of: ['moreOften'] },
    { sum: ['lastAt47', 'lastBelow'], of: ['moreOften'] },
  ],
  worked: [
    mean(
      {
        ...{ key: 'firstMean', name: 'Mean, first', kind: 'score' },
        says: 'Of those with two or more, in points.',
      },
      (sums) => counted(sums, 'firstSum'),
      'moreOften',
    ),
    mean(
      { key: 'lastMean', name: 'Mean, latest', kind: 'score', says: 'Of the same people.' },
      (sums) => counted(sums, 'lastSum'),
      'moreOften',
    ),
    mean(
      { key: 'change', name: 'Mean change', kind: 'change', says: 'Latest less first, of the same people.' },
      (sums) => counted(sums, 'lastSum') - counted(sums, 'firstSum'),
      'moreOften',
    ),
    share(
      { key: 'firstShare', name: 'At 47 or above, first', says: 'Of those with two or more.' },
      FIRST.part,
      FIRST.whole,
    ),
    share(
      { key: 'lastShare', name: 'At 47 or above, latest', says: 'Of the same people.' },
      LAST.part,
      LAST.whole,
    ),
  ],
  sections: ['program', 'coach'],
};

export const RISK_NOTES: TableShape = {
  key: 'risk-notes',
  name: 'Risk notes and answers',
  says: 'Notes raised in the period, by who walked with the person that day. Answered in time is before the next clock rang; the median is from raising a note to its answer.',
  counts: [
    { key: 'raised', name: 'Raised', says: 'From the first through the last day.' },
    { key: 'inTime', name: 'Answered in time', says: 'Before it was passed on to somebody else.' },
    {
      key: 'late',
      name: 'Answered later',
      says: 'After it had been passed on; the answer may be of any day.',
    },
    { key: 'unanswered', name: 'Not answered yet', says: 'As of today.' },
  ],
  balances: [{ sum: ['inTime', 'late', 'unanswered'], of: ['raised'] }],
  worked: [
    share(
      {
        ...{ key: 'inTimeShare', name: 'In time, of those answered' },
        says: 'In time, of those with an answer.',
      },
      'inTime',
      ['inTime', 'late'],
    ),
    {
      key: 'median',
      name: 'Median until answered',
      says: 'Half of the answers came sooner, half later; by the clock, nights included.',
      kind: 'minutes',
      from: ['inTime', 'late'],
      of: ({ minutes }) => medianOf(minutes),
    },
  ],
  sections: ['kind', 'program', 'coach'],
  kinds: [
    { key: 'urgent', name: 'Urgent' },
    { key: 'concern', name: 'Concern' },
    { key: 'watch', name: 'Watch' },
  ],
};

export const PROMISES: TableShape = {
  key: 'promises',
  name: 'Promises',
  says: 'Promises whose day is in the period, by who made them.',
  counts: [
    { key: 'all', name: 'Promised', says: 'Promised for one of these days, whenever it was said.' },
    { key: 'kept', name: 'Kept', says: 'Kept, on the day or not.', isFirst: true },
    {
      key: 'notKept',
      name: 'Not kept',
      says: 'Their day has gone by, and they are neither kept nor let go.',
    },
    { key: 'released', name: 'Let go', says: 'Let go with a reason.' },
    { key: 'open', name: 'Not due yet', says: 'Their day is today or to come.' },
  ],
  balances: [{ sum: ['kept', 'notKept', 'released', 'open'], of: ['all'] }],
  worked: [
    share(
      { key: 'keptShare', name: 'Kept, of kept and not', says: 'Those let go or not due yet left aside.' },
      'kept',
      ['kept', 'notKept'],
    ),
  ],
  sections: ['program', 'coach'],
};
