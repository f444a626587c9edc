import type { IconName } from '../look/icons';

/** A way from Home to another page of theirs. */
export interface Entry {
  path: string;
  icon: IconName;
  words: string;
}

/** In the order in which they stand on Home. */
export const ENTRIES: Entry[] = [
  { path: '/check-in', icon: 'heart', words: $localize`:@@entries.checkIn:Say how you are` },
  { path: '/weeks', icon: 'calendar', words: $localize`:@@entries.weeks:Your weeks` },
  { path: '/goals', icon: 'goal', words: $localize`:@@goals.entry:Your goals` },
  { path: '/questions', icon: 'pen', words: $localize`:@@questions.entry:Questions for you` },
  { path: '/plan/now', icon: 'spark', words: $localize`:@@plan.now.entry:Right now: for a hard moment` },
  { path: '/plan', icon: 'sun', words: $localize`:@@plan.title:My plan` },
  { path: '/days', icon: 'spark', words: $localize`:@@days.entry:Your days` },
  { path: '/getting-in', icon: 'lock', words: $localize`:@@entry.gettingIn:How I get in` },
  { path: '/notes', icon: 'together', words: $localize`:@@entry.notes:Notes together` },
  { path: '/looks', icon: 'eye', words: $localize`:@@entry.looks:Your record` },
];
