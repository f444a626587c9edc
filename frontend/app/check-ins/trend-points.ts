import type { CheckInDay } from '../../api/contract';
import type { TrendLevel, TrendPoint } from '../look/trend-series';
import { cravingsWords, MOOD_WORDS, MOODS, SLEEP_WORDS } from './mood-words';

const SLEEPS = ['poor', 'fair', 'good'] as const;

/** The heaviest below. */
const MOOD_LEVELS: TrendLevel[] = MOODS.map((mood, value) => ({ value, words: MOOD_WORDS[mood] }));
const SLEEP_LEVELS: TrendLevel[] = SLEEPS.map((sleep, value) => ({
  value,
  words: SLEEP_WORDS[sleep],
}));

function moodPoints(days: CheckInDay[]): TrendPoint[] {
  return days.map(({ on, mood }) => ({ on, value: MOODS.indexOf(mood), says: MOOD_WORDS[mood] }));
}

/** Only days on which it was said; the others are gaps. */
function cravingsPoints(days: CheckInDay[]): TrendPoint[] {
  return days.flatMap(({ on, cravings }) =>
    cravings === null ? [] : [{ on, value: cravings, says: cravingsWords(cravings) }],
  );
}

function sleepPoints(days: CheckInDay[]): TrendPoint[] {
  return days.flatMap(({ on, sleep }) =>
    sleep === null ? [] : [{ on, value: SLEEPS.indexOf(sleep), says: SLEEP_WORDS[sleep] }],
  );
}

/** What is drawn of check-ins: its points, from 0 to how much, and the words for each height where it has some. */
export const SCALES = {
  mood: { points: moodPoints, max: 3, levels: MOOD_LEVELS },
  cravings: { points: cravingsPoints, max: 10, levels: null },
  sleep: { points: sleepPoints, max: 2, levels: SLEEP_LEVELS },
};

export const isSaidIn = (days: CheckInDay[]) => ({
  cravings: days.some(({ cravings }) => cravings !== null),
  sleep: days.some(({ sleep }) => sleep !== null),
});
