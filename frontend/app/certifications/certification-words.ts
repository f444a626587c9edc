import type { LoggingRight, PressingCertifications } from '../../api/certification-contract';
import type { Day } from '../../api/contract';
import { addDays, calendarDay, exactDay, shortDay } from '../look/time-words';

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

/** A stretch of days, both of them in it. */
export interface Span {
  firstOn: Day;
  lastOn: Day;
}

export function spanWords({ firstOn, lastOn }: Span): string {
  return `${calendarDay(firstOn, 'en')} – ${calendarDay(lastOn, 'en')}`;
}

/** How a certificate lies to those that are there: a gap before it, or days beside another. Empty where neither is. */
export function besideOthers({ firstOn, lastOn }: Span, others: readonly Span[]): string {
  if (!firstOn || !lastOn || lastOn < firstOn) return '';
  const beside = others.find((other) => other.firstOn <= lastOn && firstOn <= other.lastOn);
  if (beside)
    return `For some days it runs beside the one through ${exactDay(beside.lastOn, 'en')}. That may be: a contact then stands on the one that lasts longer.`;
  const before = others
    .map((other) => other.lastOn)
    .filter((day) => day < firstOn)
    .sort()
    .at(-1);
  const gap = before && addDays(before, 1);
  if (!gap || gap === firstOn) return '';
  const last = addDays(firstOn, -1);
  return gap === last
    ? `On ${exactDay(gap, 'en')} nothing would be in force.`
    : `From ${exactDay(gap, 'en')} through ${exactDay(last, 'en')} nothing would be in force.`;
}

/** One line for a coach about their own; empty where there is nothing to say. */
export function ownPressingWords({ items }: PressingCertifications): string {
  const [own] = items;
  if (!own) return '';
  const waits = own.waitingRenewalCount ? ' A renewal waits to be confirmed.' : '';
  const { is, endsInDays, throughOn, lapsedOn, then } = own.right;
  const through = throughOn ? shortDay(throughOn, 'en') : '';
  if (is === 'certified') return waits.trim();
  if (is === 'never certified') return `Nobody has entered your certification yet.${waits}`;
  if (is === 'lapsed')
    return `Your certification lapsed: contacts since ${shortDay(lapsedOn!, 'en')} ${then === 'hold' ? 'are held' : 'can’t be logged'}.${waits}`;
  const what = is === 'in training' ? 'supervised training' : 'certification';
  return `Your ${what} ends ${inDays(endsInDays ?? 0)}, on ${through}.${waits}`;
}

/** One line for whoever keeps certifications: of whom what ends or ended, the most pressing first. */
export function teamPressingWords({ items }: PressingCertifications): string {
  const named = items.map(({ coach, right, waitingRenewalCount }) => {
    const { is, endsInDays } = right;
    const first = coach.name.split(' ')[0]!;
    const waits = waitingRenewalCount ? ' (a renewal waits)' : '';
    if (is === 'certified') return `a renewal of ${first}’s waits`;
    if (is === 'lapsed') return `${first} has lapsed${waits}`;
    if (is === 'never certified') return `${first} has none yet${waits}`;
    return `${first} ends ${inDays(endsInDays ?? 0)}${waits}`;
  });
  const shown = named.length > 4 ? [...named.slice(0, 3), `${named.length - 3} more`] : named;
  const words = new Intl.ListFormat('en').format(shown);
  return words ? `Certifications: ${words}` : '';
}

/** The same day so many years before; 28 February where that year has no 29th. */
export function yearsBefore(day: Day, years: number): Day {
  return `${Number(day.slice(0, 4)) - years}${day.slice(4)}`.replace(/-02-29$/, '-02-28');
}

/** "20 hours in 24 months" */
export function needWords({ hours, months }: { hours: number | null; months: number | null }): string {
  return `${hours === null ? 'No hours' : hourWords(hours)} in ${months ?? 'no'} ${months === 1 ? 'month' : 'months'}`;
}

/** Minutes as "1 h 30 min" for a table; a dash for none. */
export function clockLength(minutes: number): string {
  const [hours, rest] = [Math.floor(minutes / 60), minutes % 60];
  return [hours && `${hours} h`, rest && `${rest} min`].filter(Boolean).join(' ') || '–';
}
