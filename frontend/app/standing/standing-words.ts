import type { Day, Language, Standing, StandingView } from '../../api/contract';
import type { IconName } from '../look/icons';
import { countedDays, dayWords, daysBetween, exactDay, shortDay } from '../look/time-words';

/** In the order of need: who comes first when a coach opens the page. */
export const STANDINGS: readonly Standing[] = ['out of touch', 'overdue', 'due', 'new', 'on track', 'paused'];

export const STANDING_LABEL: Record<Standing, string> = {
  new: $localize`New`,
  'on track': $localize`On track`,
  due: $localize`Due today`,
  overdue: $localize`Overdue`,
  'out of touch': $localize`Out of touch`,
  paused: $localize`Paused`,
};

/** A shape beside the word, so that colour never speaks alone. */
export const STANDING_ICON: Record<Standing, IconName> = {
  new: 'spark',
  'on track': 'check',
  due: 'clock',
  overdue: 'alert',
  'out of touch': 'drift',
  paused: 'pause',
};

const PAUSE_WORDS: Record<NonNullable<StandingView['pauseReason']>, string> = {
  wish: $localize`They asked for a pause`,
  jail: $localize`In jail`,
  hospital: $localize`In hospital`,
  residential: $localize`In residential treatment`,
};

function everyDays(days: number): string {
  return days === 1 ? $localize`every day` : $localize`every ${days}:days: days`;
}

/** What asks for the next contact, in the middle of a sentence. */
export function cadenceWords({ kind, days }: StandingView['cadence']): string {
  switch (kind) {
    case 'agreed':
      return $localize`you agreed on ${everyDays(days)}:rhythm:`;
    case 'window':
      return $localize`these are vulnerable days: ${everyDays(days)}:rhythm:`;
    case 'urgent note':
      return $localize`an urgent risk note is open: ${everyDays(days)}:rhythm:`;
    case 'concern note':
      return $localize`a risk note is open: ${everyDays(days)}:rhythm:`;
    case 'end of pause':
      return $localize`their pause is over`;
  }
}

/** The reason in words that a coach can check: "Last reached 12 days ago; you agreed on every 7". */
export function standingReason(view: StandingView, today: Day, language: Language): string {
  if (view.is === 'paused') {
    const why = PAUSE_WORDS[view.pauseReason ?? 'wish'];
    return view.pausedThroughOn
      ? $localize`${why}:why:, through ${throughWords(view.pausedThroughOn, today, language)}:day:`
      : why;
  }
  const reached = view.lastReachedOn
    ? $localize`Last reached ${countedDays(view.lastReachedOn, today, language)}:when:`
    : $localize`Not reached yet; enrolled ${countedDays(view.enrolledOn, today, language)}:when:`;
  const tried = view.attemptDayCount > 0 ? `, ${triedWords(view.attemptDayCount)}` : '';
  return `${reached}${tried}; ${cadenceWords(view.cadence)}`;
}

/** "tomorrow", but never "through in 7 days". */
function throughWords(day: Day, today: Day, language: Language): string {
  return Math.abs(daysBetween(today, day)) <= 6 ? dayWords(day, today, language) : shortDay(day, language);
}

function triedWords(days: number): string {
  return days === 1 ? $localize`tried on one day since` : $localize`tried on ${days}:count: days since`;
}

export interface Fact {
  label: string;
  words: string;
  exact?: string;
}

/** The facts behind the standing, each one checkable. */
export function standingFacts(view: StandingView, today: Day, language: Language): Fact[] {
  const day = (on: Day): Pick<Fact, 'words' | 'exact'> => ({
    words: dayWords(on, today, language),
    exact: exactDay(on, language),
  });
  const facts: Fact[] = [
    view.lastReachedOn
      ? { label: $localize`Last reached`, ...day(view.lastReachedOn) }
      : { label: $localize`Last reached`, words: $localize`not yet` },
    {
      label: $localize`Due`,
      words: countedDays(view.dueOn, today, language),
      exact: exactDay(view.dueOn, language),
    },
    { label: $localize`Because`, words: cadenceWords(view.cadence) },
    { label: $localize`Agreed rhythm`, words: everyDays(view.agreedDays) },
  ];
  if (view.attemptDayCount > 0) {
    facts.push({ label: $localize`Days tried since`, words: String(view.attemptDayCount) });
  }
  if (view.pausedThroughOn) facts.push({ label: $localize`Paused through`, ...day(view.pausedThroughOn) });
  if (view.lastCheckInOn) facts.push({ label: $localize`Last check-in`, ...day(view.lastCheckInOn) });
  facts.push({ label: $localize`Enrolled`, ...day(view.enrolledOn) });
  facts.push({ label: $localize`Like this since`, ...day(view.since) });
  return facts;
}
