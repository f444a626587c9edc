import type { AgendaLine, Language, OfferedTime, SessionLine } from '../../api/contract';
import { clockWords, shortDay } from '../look/time-words';

export const SECTION_LABEL: Record<AgendaLine['section'], string> = {
  'decided last time': 'Decided last time',
  wins: 'What went well',
  'risk notes': 'Open risk notes',
  windows: 'Vulnerability windows',
  'out of touch': 'Overdue and out of touch',
  'stalled goals': 'Goals that stand still',
  'promises broken': 'Promises past their day',
  certification: 'Certification',
  load: 'Load',
  'after hours': 'After hours',
};

/** “Rosa”, “Dev and Rosa”, “Dev, June and Rosa”. */
export function namesOf(people: readonly { name: string }[]): string {
  return new Intl.ListFormat('en').format(people.map(({ name }) => name));
}

/** “Tue, Mar 10, 2:00 PM”: a time to agree on says its date. */
export function timeWords({ on, time }: OfferedTime, language: Language): string {
  return `${shortDay(on, language)}, ${clockWords(time, language)}`;
}

export function rhythmWords(everyDays: number | null): string {
  if (everyDays === null) return 'once';
  if (everyDays % 7 !== 0) return everyDays === 1 ? 'every day' : `every ${everyDays} days`;
  return everyDays === 7 ? 'every week' : `every ${everyDays / 7} weeks`;
}

/** “45 minutes”, “1 hour”, “1 hour 30 minutes”. */
export function lengthWords(minutes: number): string {
  const hours = Math.floor(minutes / 60);
  const counted = (count: number, noun: string): string => `${count} ${noun}${count === 1 ? '' : 's'}`;
  const rest = minutes % 60;
  return [hours && counted(hours, 'hour'), (rest || !hours) && counted(rest, 'minute')]
    .filter(Boolean)
    .join(' ');
}

/** With whom, seen from the one who reads it. */
export function withWhom({ supervisor, coaches }: SessionLine, myId: string | undefined): string {
  return namesOf([supervisor, ...coaches].filter(({ accountId }) => accountId !== myId));
}
