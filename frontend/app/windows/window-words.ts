import type { Day, Language, Pause, WindowCheck, WindowView } from '../../api/contract';
import type { Choice } from '../look/choices';
import { countedDays, dayWords, exactDay } from '../look/time-words';

type OpeningEvent = Exclude<WindowView['event'], 'discharge'>;

export const EVENT_LABEL: Record<WindowView['event'], string> = {
  release: $localize`Release from jail or prison`,
  'detox discharge': $localize`Discharge from detox`,
  'residential discharge': $localize`Discharge from residential treatment`,
  'hospital discharge': $localize`Discharge from hospital`,
  overdose: $localize`Overdose`,
  'emergency visit': $localize`Emergency room visit`,
  'medication stopped': $localize`Medication stopped`,
  discharge: $localize`Discharge`,
};

/** What opens a window, as tiles. */
export const OPENING_EVENTS: { value: OpeningEvent; words: string }[] = (
  [
    'release',
    'detox discharge',
    'residential discharge',
    'hospital discharge',
    'overdose',
    'emergency visit',
    'medication stopped',
  ] as const
).map((value) => ({ value, words: EVENT_LABEL[value] }));

export const CHECK_LABEL: Record<WindowCheck['check'], string> = {
  naloxone: $localize`Naloxone in hand`,
  tolerance: $localize`Knows that tolerance has dropped`,
  medication: $localize`Linked to medication, if they want it`,
  'safe contact': $localize`Someone safe to call`,
  ride: $localize`A ride home`,
  ID: $localize`ID`,
};

/** Which stage, in words: "the first two weeks". */
const STAGE_WORDS: Record<number, string> = {
  0: $localize`The first two weeks`,
  15: $localize`The rest of the first month`,
  31: $localize`Through three months`,
};

/** "The first two weeks: contact every 2 days. 5 days of it are left, then it steps down." */
export function stageWords({ stage, daysLeft }: WindowView): string {
  if (!stage) return '';
  const left = daysLeftWords(stage.daysLeft);
  const words = STAGE_WORDS[stage.fromDay] ?? '';
  return stage.daysLeft === daysLeft
    ? $localize`${words}:stage:: contact every ${stage.everyDays}:days: days. ${left}:left:; then it closes by itself.`
    : $localize`${words}:stage:: contact every ${stage.everyDays}:days: days. ${left}:left:; then it steps down.`;
}

function daysLeftWords(days: number): string {
  if (days === 0) return $localize`Today is the last day`;
  return days === 1 ? $localize`One day left` : $localize`${days}:days: days left`;
}

export const AWAY_LABEL: Record<Pause['reason'], string> = {
  jail: $localize`In jail or prison`,
  hospital: $localize`In hospital`,
  residential: $localize`In residential treatment`,
  wish: $localize`Wants to be left in peace`,
};

export const PAUSE_CHOICES: Choice[] = (['jail', 'hospital', 'residential', 'wish'] as const).map(
  (value) => ({
    value,
    words: AWAY_LABEL[value],
  }),
);

/** "since March 3, expected out on May 1 (in 40 days)". */
export function pauseWords(pause: Pause, today: Day, language: Language): string {
  const since = dayWords(pause.fromOn, today, language);
  const from = pause.state === 'coming' ? $localize`From ${since}:day:` : $localize`Since ${since}:day:`;
  if (pause.reason === 'wish')
    return $localize`${from}:from:, through ${dated(pause.throughOn, today, language)}:day:`;
  const out = dated(pause.outOn, today, language);
  return pause.state === 'over'
    ? $localize`${from}:from:; expected out ${out}:day:. Did they come out?`
    : $localize`${from}:from:, expected out ${out}:day:`;
}

function dated(day: Day, today: Day, language: Language): string {
  return `${exactDay(day, language)} (${countedDays(day, today, language)})`;
}
