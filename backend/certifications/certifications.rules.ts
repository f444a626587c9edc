import { ENDS_SOON_DAYS, mayLogThrough } from '../coaches/certification.rules.js';

/** IC&RC is said to ask for 20 hours in two years (domain 6): to be checked with one's own board. */
export const NEED_BY_DEFAULT = { hours: 20, months: 24 } as const;

export const RIGHTS = ['certified', 'ends soon', 'in training', 'lapsed', 'never certified'] as const;
export type Right = (typeof RIGHTS)[number];

export interface LoggingRight {
  is: Right;
  /** The last day that may be logged without a gap; null when today may not. */
  throughOn: string | null;
  /** From today to that day; 0 on the day itself. */
  endsInDays: number | null;
  /** The first day that could not be logged any more, of what lapsed last. */
  lapsedOn: string | null;
  /** When the next certification begins, where none is in force today. */
  beginsAgainOn: string | null;
}

/** What a coach may log today, and until when. */
export function loggingRight(
  certifications: readonly { firstOn: string; lastOn: string }[],
  trainingThroughOn: string | null,
  today: string,
): LoggingRight {
  const certifiedThroughOn = mayLogThrough(certifications, null, today);
  const throughOn = mayLogThrough(certifications, trainingThroughOn, today);
  if (throughOn === null) {
    const lasts = certifications.map(({ lastOn }) => lastOn).filter((day) => day < today);
    if (trainingThroughOn !== null && trainingThroughOn < today) lasts.push(trainingThroughOn);
    const last = lasts.sort().at(-1);
    const begins = certifications
      .map(({ firstOn }) => firstOn)
      .filter((day) => day > today)
      .sort()[0];
    return {
      is: last ? 'lapsed' : 'never certified',
      throughOn,
      endsInDays: null,
      lapsedOn: last ? dayAfter(last) : null,
      beginsAgainOn: begins ?? null,
    };
  }
  const endsInDays = daysBetween(today, throughOn);
  const is =
    certifiedThroughOn === null ? 'in training' : endsInDays <= ENDS_SOON_DAYS ? 'ends soon' : 'certified';
  return { is, throughOn, endsInDays, lapsedOn: null, beginsAgainOn: null };
}

/** Whether the coach, their supervisor and administrators are to see it before they look for it. */
export function isPressing({ endsInDays }: Pick<LoggingRight, 'endsInDays'>): boolean {
  return endsInDays === null || endsInDays <= ENDS_SOON_DAYS;
}

/**
 * Hours of continuing education that a span of days needs, at so many hours for so many months: a span of one year needs
 * half of what two years need. To the next half hour, never less than a span needs.
 */
export function hoursNeeded(
  { hours, months }: { hours: number; months: number },
  { firstOn, lastOn }: { firstOn: string; lastOn: string },
): number {
  const after = Temporal.PlainDate.from(lastOn).add({ days: 1 });
  const { months: whole, days } = Temporal.PlainDate.from(firstOn).until(after, { largestUnit: 'month' });
  return Math.ceil(((whole + (days >= 15 ? 1 : 0)) / months) * hours * 2) / 2;
}

/** Of education entries, those of a span that were confirmed, and those that wait. Hours. */
export function hoursDone(
  entries: readonly { doneOn: string; hours: number; state: string }[],
  { firstOn, lastOn }: { firstOn: string; lastOn: string },
): { done: number; waiting: number } {
  const sum = (state: string): number =>
    entries
      .filter((each) => each.state === state && firstOn <= each.doneOn && each.doneOn <= lastOn)
      .reduce((total, { hours }) => total + hours, 0);
  return { done: sum('confirmed'), waiting: sum('waiting') };
}

/** One that ends soonest first; those who may not log today before all, those who never could before them. */
export function endsSoonestFirst(one: LoggingRight, other: LoggingRight): number {
  const key = ({ throughOn, lapsedOn }: LoggingRight): string => throughOn ?? `0000 ${lapsedOn ?? ''}`;
  return key(one) < key(other) ? -1 : key(one) > key(other) ? 1 : 0;
}

export function dayAfter(day: string): string {
  return Temporal.PlainDate.from(day).add({ days: 1 }).toString();
}

function daysBetween(from: string, to: string): number {
  return Temporal.PlainDate.from(from).until(to, { largestUnit: 'day' }).days;
}
