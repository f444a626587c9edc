import type { CheckInDay, Day, Language } from '../../api/contract';
import { addDays } from '../look/time-words';
import { MOOD_WORDS, MOODS } from './mood-words';

/** Seven days, of which the last is `throughOn`. */
export interface WeekSaid {
  fromOn: Day;
  throughOn: Day;
  /** "Steady on 4 days, struggling on 1 day": what was said, and nothing made of it. */
  words: string;
}

/** The weeks that have a check-in, this one first. */
export function weeksSaid(days: CheckInDay[], fromOn: Day, today: Day, language: Language): WeekSaid[] {
  const weeks: WeekSaid[] = [];
  for (let throughOn = today; throughOn >= fromOn; throughOn = addDays(throughOn, -7)) {
    const first = addDays(throughOn, -6);
    const words = moodsOn(
      days.filter(({ on }) => on >= first && on <= throughOn),
      language,
    );
    if (words) weeks.push({ fromOn: first, throughOn, words });
  }
  return weeks;
}

/** The mood that most days had comes first; of equals the lighter one. */
function moodsOn(days: CheckInDay[], language: Language): string {
  const counted = [...MOODS]
    .reverse()
    .map((mood) => ({ mood, count: days.filter((day) => day.mood === mood).length }))
    .filter(({ count }) => count > 0)
    .sort((one, other) => other.count - one.count);
  const said = counted
    .map(({ mood, count }) => {
      const name = MOOD_WORDS[mood].toLowerCase();
      const long = new Intl.NumberFormat(language, { style: 'unit', unit: 'day', unitDisplay: 'long' });
      return $localize`:@@weeks.moodOn:${name}:mood: on ${long.format(count)}:days:`;
    })
    .join(', ');
  return said.charAt(0).toUpperCase() + said.slice(1);
}
