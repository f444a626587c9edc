import type { CoachSuggestions } from '../../api/contract';
import type { Place } from './assigning-api';

/** What a participant said for finding a coach, a line for each thing; none where nothing was said. */
export function wishLinesOf(wish: NonNullable<CoachSuggestions['wish']>): string[] {
  return [
    wish.wishedCoachName && $localize`Asked for ${wish.wishedCoachName}:coach:.`,
    wish.wished && $localize`A coach who is or knows: ${wish.wished}:wished:.`,
    wish.wishWords && `“${wish.wishWords}”`,
    wish.experiences && $localize`Said of themself: ${wish.experiences}:experiences:.`,
    wish.ownWords && `“${wish.ownWords}”`,
  ].filter((line): line is string => !!line);
}

/** What was just decided; null for nobody. */
export function chosenWords(who: string, place: Place, coach: string | null): string {
  if (coach === null) return $localize`Ended. What was done stays in ${who}:who:’s record.`;
  return place === 'coach'
    ? $localize`${coach}:coach: walks with ${who}:who: from today.`
    : $localize`${coach}:coach: walks beside ${who}:who: as second coach from today.`;
}
