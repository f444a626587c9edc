import type { IconName } from '../look/icons';

/** A way from Home to another page of theirs. */
export interface Entry {
  path: string;
  icon: IconName;
  words: string;
}

/** In the order in which they stand on Home. */
export const ENTRIES: Entry[] = [
  { path: '/plan/now', icon: 'spark', words: $localize`:@@plan.now.entry:Right now: for a hard moment` },
  { path: '/goals', icon: 'goal', words: $localize`:@@goals.entry:Your goals` },
  { path: '/weeks', icon: 'calendar', words: $localize`:@@entries.weeks:Your weeks` },
  { path: '/days', icon: 'sun', words: $localize`:@@days.entry:Your days` },
  { path: '/plan', icon: 'flag', words: $localize`:@@plan.title:My plan` },
  { path: '/questions', icon: 'pen', words: $localize`:@@questions.entry:Questions for you` },
  { path: '/notes', icon: 'together', words: $localize`:@@entry.notes:Notes together` },
  { path: '/looks', icon: 'eye', words: $localize`:@@entry.looks:Your record` },
  { path: '/getting-in', icon: 'lock', words: $localize`:@@entry.gettingIn:How I get in` },
];
