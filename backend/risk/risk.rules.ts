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
const CONCERN_WORDS = {
  'returned to use': 'A return to use',
  'stopped medication': 'Stopped medication',
  'release or discharge': 'A release or discharge',
  'housing lost': 'Housing lost or at risk',
} as const satisfies Partial<Record<Signal, string>>;
const CONCERNS_ALONE = Object.keys(CONCERN_WORDS) as (keyof typeof CONCERN_WORDS)[];
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
export function suggestedLevel(signals: readonly Signal[], on: OverdoseDay): Level {
  return suggestion(signals, on).level;
}

export interface OverdoseDay {
  overdoseOn: string | null;
  today: string;
}

/** The suggested level with its reason, in a sentence for the screen. */
export function suggestion(
  signals: readonly Signal[],
  { overdoseOn, today }: OverdoseDay,
): { level: Level; because: string } {
  const ticked = new Set(signals);
  if (ticked.has('thoughts of suicide'))
    return { level: 'urgent', because: 'Thoughts of suicide are always urgent.' };
  const overdoseAge = ticked.has('overdose') ? dayNumber(today) - dayNumber(overdoseOn ?? today) : Infinity;
  if (overdoseAge <= OVERDOSE_URGENT_DAYS)
    return {
      level: 'urgent',
      because: overdoseOn
        ? `An overdose is urgent through ${OVERDOSE_URGENT_DAYS} days after it.`
        : 'An overdose without its day counts as one of today, and that is urgent.',
    };
  if (overdoseAge <= OVERDOSE_CONCERN_DAYS)
    return {
      level: 'concern',
      because: `An overdose is of concern through ${OVERDOSE_CONCERN_DAYS} days after it.`,
    };
  const alone = CONCERNS_ALONE.find((signal) => ticked.has(signal));
  if (alone) return { level: 'concern', because: `${CONCERN_WORDS[alone]} is of concern by itself.` };
  return ticked.size >= CONCERNS_TOGETHER
    ? { level: 'concern', because: `${CONCERNS_TOGETHER} signals or more together are of concern.` }
    : { level: 'watch', because: `Fewer than ${CONCERNS_TOGETHER} signals, none of concern by itself.` };
}

/** Whether one level presses less than another. */
export function isLower(level: Level, than: Level): boolean {
  return LEVELS.indexOf(level) > LEVELS.indexOf(than);
}

/** A level may always be higher than suggested; lower takes a reason in words. */
export function mayRaiseAt(level: Level, suggested: Level, lowerReason: string): boolean {
  return !isLower(level, suggested) || lowerReason.trim() !== '';
}
