import { medianOf, shareOf, type Sums, type TableShape, type WorkedColumn } from './report-table.rules.js';
import { RETENTION_DAYS, stillThere, survivalOf } from './survival.rules.js';

const counted = ({ counts }: Sums, key: string): number => counts[key] ?? 0;

/** The share of some counts in some, both sides named by their columns. */
function share(key: string, name: string, part: string, whole: readonly string[]): WorkedColumn {
  const of = (sums: Sums): number | null =>
    shareOf(
      counted(sums, part),
      whole.reduce((sum, each) => sum + counted(sums, each), 0),
    );
  return { key, name, kind: 'share', from: [...new Set([part, ...whole])], of };
}

/** A sum for each of a count, to one decimal. */
function mean(key: string, name: string, sum: (sums: Sums) => number, among: string): WorkedColumn {
  const of = (sums: Sums): number | null => {
    const count = counted(sums, among);
    return count === 0 ? null : Math.round((sum(sums) / count) * 10) / 10;
  };
  return { key, name, kind: key === 'change' ? 'change' : 'score', from: [among], of };
}

export const ENGAGEMENT: TableShape = {
  key: 'engagement',
  name: 'Enrollment',
  says: 'Stays in a program: at the start of the period, begun and closed in it, and at its end. Somebody in two programs has two stays. A stay goes by whoever walked with them when it closed, or does today.',
  counts: [
    { key: 'atStart', name: 'At the start' },
    { key: 'begun', name: 'New' },
    { key: 'completed', name: 'Completed' },
    { key: 'moved', name: 'Moved' },
    { key: 'left', name: 'Left' },
    { key: 'lost', name: 'Lost touch' },
    { key: 'died', name: 'Died' },
    { key: 'closed', name: 'Closed, all reasons' },
    { key: 'atEnd', name: 'At the end' },
  ],
  balances: [
    { sum: ['completed', 'moved', 'left', 'lost', 'died'], of: ['closed'] },
    { sum: ['atStart', 'begun'], of: ['closed', 'atEnd'] },
  ],
  worked: [],
  sections: ['program', 'coach'],
};

/** Of today and never of a period; inside alone. */
export const STANDING: TableShape = {
  key: 'standing',
  name: 'Are we in touch?',
  says: 'People today, each once, whatever the period. Somebody in two programs counts with the standing most in need.',
  counts: [
    { key: 'out of touch', name: 'Out of touch' },
    { key: 'overdue', name: 'Overdue' },
    { key: 'due', name: 'Due' },
    { key: 'new', name: 'New' },
    { key: 'on track', name: 'On track' },
    { key: 'paused', name: 'Paused' },
    { key: 'people', name: 'People' },
  ],
  balances: [{ sum: ['out of touch', 'overdue', 'due', 'new', 'on track', 'paused'], of: ['people'] }],
  worked: [],
  sections: ['program', 'coach'],
};

export const CONTACTS: TableShape = {
  key: 'contacts',
  name: 'Reached and attempts',
  says: 'Reached is a two-way exchange, an attempt is ours without one, each on the day it happened. A group counts once for everybody who was there. Voided contacts count for nothing, and those held for a certification not until they are released.',
  counts: [
    { key: 'reached', name: 'Reached' },
    { key: 'attempts', name: 'Attempts' },
    { key: 'all', name: 'Together' },
  ],
  balances: [{ sum: ['reached', 'attempts'], of: ['all'] }],
  worked: [share('reachedShare', 'Reached, of all', 'reached', ['all'])],
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

const between = RETENTION_DAYS.map((days) => `lost${days}`);

/**
 * Who has stayed how long. What the columns would give away between one of its days and the next counts too, unsaid: how
 * many were followed no longer, and how many left or were lost.
 */
export const RETENTION: TableShape = {
  key: 'retention',
  name: 'Retention',
  says: 'Of the stays begun in the period, the share still there after so many days (Kaplan and Meier). Left and lost touch end a stay; completed, moved and died end only the following, and so does today.',
  counts: [
    { key: 'stays', name: 'Stays begun' },
    ...RETENTION_DAYS.map((days) => ({ key: `followed${days}`, name: `Followed ${days} days` })),
    ...RETENTION_DAYS.map((days) => ({ key: `gone${days}`, name: '', isUnsaid: true as const })),
    ...between.map((key) => ({ key, name: '', isUnsaid: true as const })),
  ],
  balances: RETENTION_DAYS.map((days, index) => ({
    sum: [`followed${days}`, `gone${days}`],
    of: [index === 0 ? 'stays' : `followed${RETENTION_DAYS[index - 1]}`],
  })),
  worked: RETENTION_DAYS.map((days, index) => ({
    key: `share${days}`,
    name: `There after ${days} days`,
    kind: 'share' as const,
    from: ['stays', `followed${days}`, ...between.slice(0, index + 1)],
    of: ({ lasted }) => {
      const known = stillThere(lasted, survivalOf(lasted), [days])[0]!.share;
      return known === null ? null : Math.round(known * 1000) / 10;
    },
  })),
  sections: ['program'],
};

export const BARC: TableShape = {
  key: 'recovery-capital',
  name: 'BARC-10, first and latest',
  says: 'People with a complete BARC-10 in the period, the first and the latest of each. One with an item skipped has no score and is not filled in; answered once, there is no change. 47 and above predicted remission of over a year (Vilsaint 2017).',
  counts: [
    { key: 'people', name: 'People' },
    { key: 'once', name: 'Answered once' },
    { key: 'moreOften', name: 'Twice or more' },
    { key: 'firstAt47', name: 'First at 47 or above' },
    { key: 'firstBelow', name: 'First below' },
    { key: 'lastAt47', name: 'Latest at 47 or above' },
    { key: 'lastBelow', name: 'Latest below' },
  ],
  balances: [
    { sum: ['once', 'moreOften'], of: ['people'] },
    { sum: ['firstAt47', 'firstBelow'], of: ['moreOften'] },
    { sum: ['lastAt47', 'lastBelow'], of: ['moreOften'] },
  ],
  worked: [
    mean('firstMean', 'Mean, first', (sums) => counted(sums, 'firstSum'), 'moreOften'),
    mean('lastMean', 'Mean, latest', (sums) => counted(sums, 'lastSum'), 'moreOften'),
    mean(
      'change',
      'Mean change',
      (sums) => counted(sums, 'lastSum') - counted(sums, 'firstSum'),
      'moreOften',
    ),
    share('firstShare', 'At 47 or above, first', 'firstAt47', ['firstAt47', 'firstBelow']),
    share('lastShare', 'At 47 or above, latest', 'lastAt47', ['lastAt47', 'lastBelow']),
  ],
  sections: ['program', 'coach'],
};

export const RISK_NOTES: TableShape = {
  key: 'risk-notes',
  name: 'Risk notes and answers',
  says: 'Notes raised in the period, by who walked with the person that day. Answered in time is before the next clock rang; the median is from raising a note to its answer.',
  counts: [
    { key: 'raised', name: 'Raised' },
    { key: 'inTime', name: 'Answered in time' },
    { key: 'late', name: 'Answered later' },
    { key: 'unanswered', name: 'Not answered yet' },
  ],
  balances: [{ sum: ['inTime', 'late', 'unanswered'], of: ['raised'] }],
  worked: [
    share('inTimeShare', 'In time, of those answered', 'inTime', ['inTime', 'late']),
    {
      key: 'median',
      name: 'Median until answered',
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
    { key: 'all', name: 'Promised' },
    { key: 'kept', name: 'Kept' },
    { key: 'notKept', name: 'Not kept' },
    { key: 'released', name: 'Let go' },
    { key: 'open', name: 'Not due yet' },
  ],
  balances: [{ sum: ['kept', 'notKept', 'released', 'open'], of: ['all'] }],
  worked: [share('keptShare', 'Kept, of kept and not', 'kept', ['kept', 'notKept'])],
  sections: ['program', 'coach'],
};
