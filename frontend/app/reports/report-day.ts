import type { Day } from '../../api/contract';
import { pageLanguage } from '../look/language';
import { exactDay } from '../look/time-words';

/** "November 24, 2026": a report is read long after, so always with the year. */
export function reportDay(day: Day): string {
  return exactDay(day, pageLanguage()).replace(/^\w+, /, '');
}
