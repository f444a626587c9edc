import type { TeamCounts } from '../../api/contract';
import { STANDING_LABEL, STANDINGS } from '../standing/standing-words';

/** A number of the team page: what it counts, and the list it opens to. */
export interface Column {
  label: string;
  /** Read out after the number. */
  heard: string;
  count: (of: TeamCounts) => number;
  path: string;
  asked: Record<string, string>;
  /** Counted in the period that is chosen, and not of today. */
  isOfPeriod?: true;
  isUrgent?: true;
}

export const PEOPLE_COLUMN: Column = {
  label: $localize`All`,
  heard: $localize`participants`,
  count: ({ participantCount }) => participantCount,
  path: '/team/participants',
  asked: {},
};

/** The standings, those who need most first. */
export const STANDING_COLUMNS: Column[] = STANDINGS.map((standing) => ({
  label: STANDING_LABEL[standing],
  heard: STANDING_LABEL[standing].toLowerCase(),
  count: ({ standings }) => standings[standing],
  path: '/team/participants',
  asked: { standing },
}));

const note = (level: 'urgent' | 'concern' | 'watch', label: string, heard: string): Column => ({
  ...{ label, heard, path: '/risk-notes', asked: { level } },
  count: ({ openRiskNotes }) => openRiskNotes[level],
  ...(level === 'urgent' ? { isUrgent: true as const } : {}),
});

/** What waits today, beside the people themselves. */
export const WAITING_COLUMNS: Column[] = [
  note('urgent', $localize`Urgent notes`, $localize`open urgent risk notes`),
  note('concern', $localize`Concern`, $localize`open risk notes of concern`),
  note('watch', $localize`Watch`, $localize`open risk notes to watch`),
  {
    label: $localize`Not answered`,
    heard: $localize`risk notes that nobody has answered`,
    count: ({ openRiskNotes }) => openRiskNotes.unanswered,
    path: '/risk-notes',
    asked: { answer: 'waiting' },
  },
  {
    label: $localize`Promises open`,
    heard: $localize`open promises`,
    count: ({ openPromiseCount }) => openPromiseCount,
    path: '/team/promises',
    asked: { state: 'open' },
  },
  {
    label: $localize`Of these overdue`,
    heard: $localize`promises past their day`,
    count: ({ overduePromiseCount }) => overduePromiseCount,
    path: '/team/promises',
    asked: { state: 'overdue' },
  },
  {
    label: $localize`Goals still`,
    heard: $localize`goals without a movement for 30 days`,
    count: ({ stillGoalCount }) => stillGoalCount,
    path: '/team/goals',
    asked: { movement: 'still' },
  },
];

/** What happened in the period. Counts read "reached" and "attempts". */
export const EVENT_COLUMNS: Column[] = [
  {
    label: $localize`Reached`,
    heard: $localize`reached`,
    count: ({ reachedCount }) => reachedCount,
    path: '/team/contacts',
    asked: { outcome: 'reached' },
    isOfPeriod: true,
  },
  {
    label: $localize`Attempts`,
    heard: $localize`attempts`,
    count: ({ attemptCount }) => attemptCount,
    path: '/team/contacts',
    asked: { outcome: 'attempt' },
    isOfPeriod: true,
  },
  {
    label: $localize`Promises kept`,
    heard: $localize`promises kept`,
    count: ({ keptPromiseCount }) => keptPromiseCount,
    path: '/team/promises',
    asked: { state: 'kept' },
    isOfPeriod: true,
  },
  {
    label: $localize`Check-ins`,
    heard: $localize`check-ins`,
    count: ({ checkInCount }) => checkInCount,
    path: '/team/check-ins',
    asked: {},
    isOfPeriod: true,
  },
  {
    label: $localize`Goals moving`,
    heard: $localize`goals that moved`,
    count: ({ movingGoalCount }) => movingGoalCount,
    path: '/team/goals',
    asked: { movement: 'moving' },
    isOfPeriod: true,
  },
];
