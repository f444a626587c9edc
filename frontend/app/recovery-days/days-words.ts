import type { Day, RecoveryDays } from '../../api/contract';
import { pageLanguage } from '../look/language';
import { daysWords } from './milestone-words';

/** The sum in warm words; never a bare number, and never a zero. */
export function totalWords({ total, isCounting, periods }: RecoveryDays): string {
  if (periods.length === 0) return $localize`:@@days.title:Your days`;
  if (total === 0)
    return isCounting
      ? $localize`:@@days.first:Today is your first day`
      : $localize`:@@days.began:You began, and that counts`;
  return total === 1
    ? $localize`:@@days.totalOne:1 day, and it counts`
    : $localize`:@@days.total:${daysWords(total)}:days:, and every one counts`;
}

/** "March 3, 2025": a day of a period, which may lie years back. */
export function dateWords(day: Day): string {
  const language = pageLanguage() === 'es' ? 'es-US' : 'en-US';
  return new Intl.DateTimeFormat(language, { dateStyle: 'long', timeZone: 'UTC' }).format(
    Date.parse(`${day}T00:00:00Z`),
  );
}
