import { dayNumber } from '../standing/day-number.js';

/** What a coach may tick. The first four are HALT, each a sign of its own; `other` comes with words. */
export const SIGNALS = [
  'hungry',
  'angry',
  'lonely',
  'tired',
  'cravings',
  'missed supports',
  'conflict',
  'grief or anniversary',
  'money',
  'housing lost',
  'work lost',
  'around people or places of use',
  'stopped medication',
  'release or discharge',
  'returned to use',
  'overdose',
  'thoughts of suicide',
  'other',
] as const;
export type Signal = (typeof SIGNALS)[number];

/** The most pressing first. */
export const LEVELS = ['urgent', 'concern', 'watch'] as const;
export type Level = (typeof LEVELS)[number];

/** Signals of which one is enough for concern. An overdose depends on its day, see below. */
const CONCERNS_ALONE: readonly Signal[] = [
  'returned to use',
  'stopped medication',
  'release or discharge',
  'housing lost',
];
/** So many signals together are of concern. */
const CONCERNS_TOGETHER = 3;
/** An overdose is urgent through so many days after it, */
const OVERDOSE_URGENT_DAYS = 7;
/** and of concern through so many; older than that it is one signal among others. */
const OVERDOSE_CONCERN_DAYS = 30;

/**
 * The level the signals suggest. Levels and numbers are ours: arithmetic on what was ticked, no prediction about a
 * person. A coach may set another, see `mayRaiseAt`.
 *
 * @param overdoseOn the day of the overdose; unknown counts as today, for doubt must not lower a level
 */
export function suggestedLevel(
  signals: readonly Signal[],
  { overdoseOn, today }: { overdoseOn: string | null; today: string },
): Level {
  const ticked = new Set(signals);
  const overdoseAge = ticked.has('overdose') ? dayNumber(today) - dayNumber(overdoseOn ?? today) : Infinity;
  if (ticked.has('thoughts of suicide') || overdoseAge <= OVERDOSE_URGENT_DAYS) return 'urgent';
  const isConcernAlone = CONCERNS_ALONE.some((signal) => ticked.has(signal));
  if (isConcernAlone || overdoseAge <= OVERDOSE_CONCERN_DAYS) return 'concern';
  return ticked.size >= CONCERNS_TOGETHER ? 'concern' : 'watch';
}

/** Whether one level presses less than another. */
export function isLower(level: Level, than: Level): boolean {
  return LEVELS.indexOf(level) > LEVELS.indexOf(than);
}

/** A level may always be higher than suggested; lower takes a reason in words. */
export function mayRaiseAt(level: Level, suggested: Level, lowerReason: string): boolean {
  return !isLower(level, suggested) || lowerReason.trim() !== '';
}
