import { STANDING_LABEL, STANDINGS } from '../standing/standing-words';
import type { Counted } from './team-number';

export interface Column {
  label: string;
  what: Counted;
  /** Read out after the number. */
  heard: string;
}

/** The standings, those who need most first. */
export const STANDING_COLUMNS: Column[] = STANDINGS.map((standing) => ({
  label: STANDING_LABEL[standing],
  what: { standing },
  heard: STANDING_LABEL[standing].toLowerCase(),
}));

/** What happened in the last 30 days. Counts read "reached" and "attempts". */
export const CONTACT_COLUMNS: Column[] = [
  { label: $localize`Reached`, what: { outcome: 'reached' }, heard: $localize`reached in the last 30 days` },
  {
    label: $localize`Attempts`,
    what: { outcome: 'attempt' },
    heard: $localize`attempts in the last 30 days`,
  },
  {
    label: $localize`Promises kept`,
    what: { promises: 'kept' },
    heard: $localize`promises kept in the last 30 days`,
  },
];

export const RISK_COLUMNS: Column[] = [
  { label: $localize`Urgent`, what: { risk: 'urgent' }, heard: $localize`open urgent risk notes` },
  { label: $localize`Concern`, what: { risk: 'concern' }, heard: $localize`open risk notes of concern` },
  { label: $localize`Watch`, what: { risk: 'watch' }, heard: $localize`open risk notes to watch` },
];
