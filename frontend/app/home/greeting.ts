import { hourIn } from '../look/time-words';

/** A kind word for the time of day. Hours of the organization's clock: night is from ten to five. */
export function kindWord(now: Date, timeZone: string): string {
  const hour = hourIn(now, timeZone);
  if (hour >= 22 || hour < 5) return $localize`:@@home.late:It is late. Good that you are here.`;
  if (hour < 12) return $localize`:@@home.morning:Good to see you this morning.`;
  if (hour < 18) return $localize`:@@home.afternoon:Good to see you this afternoon.`;
  return $localize`:@@home.evening:Good to see you this evening.`;
}
