import type { LoggingRight } from '../../api/contract';
import { exactDay } from '../look/time-words';

/** What a coach may log, and through when. */
export function rightWords({ is, throughOn, endsInDays, lapsedOn }: LoggingRight): string {
  const through = throughOn ? exactDay(throughOn, 'en') : '';
  if (is === 'never certified') return 'No certification has been entered yet.';
  if (is === 'lapsed') return `Lapsed: since ${exactDay(lapsedOn ?? '', 'en')} nothing is in force.`;
  if (is === 'in training') return `In supervised training through ${through}.`;
  if (is === 'certified') return `Certified through ${through}.`;
  return `Ends ${inDays(endsInDays ?? 0)}: ${through} is the last day.`;
}

/** What happens to a contact on a day without one. */
export function thenWords({ is, then, beginsAgainOn }: LoggingRight): string {
  const isNow = is === 'lapsed' || is === 'never certified';
  const whenever = isNow ? 'Contacts of these days' : 'After that day, contacts';
  const again = beginsAgainOn ? ` The next one begins on ${exactDay(beginsAgainOn, 'en')}.` : '';
  return then === 'hold'
    ? `${whenever} can be logged and are held for the supervisor. They count for who is in touch, not for reports.${again}`
    : `${whenever} can’t be logged until a renewal is confirmed. What was typed stays in the drafts.${again}`;
}

export function inDays(days: number): string {
  return days === 0 ? 'today' : days === 1 ? 'tomorrow' : `in ${days} days`;
}

/** 6 → "6 hours", 1 → "1 hour". */
export function hourWords(hours: number): string {
  return `${Math.round(hours * 100) / 100} ${hours === 1 ? 'hour' : 'hours'}`;
}
