import type { Place } from './assigning-api';

/** What was just decided; null for nobody. */
export function chosenWords(who: string, place: Place, coach: string | null): string {
  if (coach === null) return $localize`Ended. What was done stays in ${who}:who:’s record.`;
  return place === 'coach'
    ? $localize`${coach}:coach: walks with ${who}:who: from today.`
    : $localize`${coach}:coach: walks beside ${who}:who: as second coach from today.`;
}
