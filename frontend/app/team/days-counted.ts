import type { Day } from '../../api/contract';
import { pageLanguage } from '../look/language';
import { shortDay } from '../look/time-words';

/** The days of the address, as the lists behind the numbers are asked for them; none where it names none. */
export function daysAsked(from: Day | undefined, to: Day | undefined): Record<string, string> {
  return from && to ? { from, to } : {};
}

/** "Feb 9 to Mar 10", once the first page of a list is here. */
export function daysWords(page: { from: Day; to: Day } | null): string | null {
  return page ? `${shortDay(page.from, pageLanguage())} to ${shortDay(page.to, pageLanguage())}` : null;
}
