import type { CountColumn, TableShape } from './report-table.rules.js';
import { RETENTION_DAYS, stillThere, survivalOf } from './survival.rules.js';

export const ENGAGEMENT: TableShape = {
  key: 'engagement',
  name: 'Enrollment',
  says: 'Stays in a program: at the start of the period, begun and closed in it, and at its end. Somebody in two programs has two stays. A stay goes by whoever walked with them when it closed, or does today.',
  counts: [
    {
      key: 'people',
      name: 'People',
      says: 'Everybody who had a stay on any of these days, each once. Somebody with two stays counts in the one begun last.',
      isFirst: true,
    },
    {
      key: 'atStart',
      name: 'At the start',
      says: 'Stays begun before the first day that were open on it, or closed on it.',
    },
    { key: 'begun', name: 'New', says: 'Stays begun from the first through the last day.', isFirst: true },
    { key: 'completed', name: 'Completed', says: 'Stays closed on these days because they were done.' },
    { key: 'moved', name: 'Moved', says: 'Closed because the person moved on to somewhere else.' },
    { key: 'left', name: 'Left', says: 'Closed because the person chose to go.' },
    { key: 'lost', name: 'Lost touch', says: 'Closed because nobody could reach them any more.' },
    { key: 'died', name: 'Died', says: 'Closed by a death.' },
    { key: 'closed', name: 'Closed, all reasons', says: 'The five before it together.' },
    {
      key: 'atEnd',
      name: 'At the end',
      says: 'Stays still open when the last day was over: at the start and new, less closed.',
    },
    { key: 'again', name: '', says: '', isUnsaid: true },
  ],
  balances: [
    { sum: ['completed', 'moved', 'left', 'lost', 'died'], of: ['closed'] },
    { sum: ['atStart', 'begun'], of: ['closed', 'atEnd'] },
    // who had more than one stay is what stays and people tell between them
    { sum: ['people', 'again'], of: ['atStart', 'begun'] },
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
    {
      key: 'out of touch',
      name: 'Out of touch',
      says: 'Past due, and tried on three days without an answer or past due for twice the agreed days.',
    },
    { key: 'overdue', name: 'Overdue', says: 'The day to be reached has gone by.' },
    { key: 'due', name: 'Due', says: 'To be reached today.' },
    { key: 'new', name: 'New', says: 'Never reached yet, and not due.' },
    { key: 'on track', name: 'On track', says: 'Reached, and not due yet.' },
    { key: 'paused', name: 'Paused', says: 'Away, or not to be asked for a while, as they wished.' },
    { key: 'people', name: 'People', says: 'All of them.' },
  ],
  balances: [{ sum: ['out of touch', 'overdue', 'due', 'new', 'on track', 'paused'], of: ['people'] }],
  worked: [],
  sections: ['program', 'coach'],
};

const unsaid = (key: string): CountColumn => ({ key, name: '', says: '', isUnsaid: true });
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
    {
      key: 'stays',
      name: 'Stays begun',
      says: 'From the first through the last day; the same as new stays.',
    },
    ...RETENTION_DAYS.map((days) => ({
      key: `followed${days}`,
      name: `Followed ${days} days`,
      says: `Stays followed for ${days} days or more, whether they ended since or not.`,
    })),
    ...RETENTION_DAYS.map((days) => unsaid(`gone${days}`)),
    ...between.map(unsaid),
  ],
  balances: RETENTION_DAYS.map((days, index) => ({
    sum: [`followed${days}`, `gone${days}`],
    of: [index === 0 ? 'stays' : `followed${RETENTION_DAYS[index - 1]}`],
  })),
  worked: RETENTION_DAYS.map((days, index) => ({
    key: `share${days}`,
    name: `There after ${days} days`,
    says: `The estimated share of stays that neither left nor was lost within ${days} days.`,
    kind: 'share' as const,
    from: ['stays', `followed${days}`, ...between.slice(0, index + 1)],
    of: ({ lasted }) => {
      const known = stillThere(lasted, survivalOf(lasted), [days])[0]!.share;
      return known === null ? null : Math.round(known * 1000) / 10;
    },
  })),
  sections: ['program', 'coach'],
};
