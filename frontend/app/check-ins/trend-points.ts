import type { CheckInDay } from '../../api/contract';
import type { TrendLevel, TrendPoint } from '../look/trend-series';
import { cravingsWords, MOOD_WORDS, MOODS, SLEEP_WORDS } from './mood-words';

const SLEEPS = ['poor', 'fair', 'good'] as const;

/** The heaviest below. */
export const MOOD_LEVELS: TrendLevel[] = MOODS.map((mood, value) => ({ value, words: MOOD_WORDS[mood] }));
export const SLEEP_LEVELS: TrendLevel[] = SLEEPS.map((sleep, value) => ({
  value,
  words: SLEEP_WORDS[sleep],
}));

export function moodPoints(days: CheckInDay[]): TrendPoint[] {
  return days.map(({ on, mood }) => ({ on, value: MOODS.indexOf(mood), says: MOOD_WORDS[mood] }));
}

/** Only days on which it was said; the others are gaps. */
export function cravingsPoints(days: CheckInDay[]): TrendPoint[] {
  return days.flatMap(({ on, cravings }) =>
    cravings === null ? [] : [{ on, value: cravings, says: cravingsWords(cravings) }],
  );
}

export function sleepPoints(days: CheckInDay[]): TrendPoint[] {
  return days.flatMap(({ on, sleep }) =>
    sleep === null ? [] : [{ on, value: SLEEPS.indexOf(sleep), says: SLEEP_WORDS[sleep] }],
  );
}
