import type { CheckInForm } from '../../api/contract';
import type { Mood } from './mood-words';

/** The form as it is filled in; what was skipped is null or empty. */
export interface FilledIn {
  mood: Mood | null;
  cravings: number | null;
  sleep: NonNullable<CheckInForm['sleep']> | '';
  connection: NonNullable<CheckInForm['connection']> | '';
  safePlace: 'yes' | 'no' | '';
  wantsCall: boolean;
  words: string;
}

export const NOTHING_YET: FilledIn = {
  mood: null,
  cravings: null,
  sleep: '',
  connection: '',
  safePlace: '',
  wantsCall: false,
  words: '',
};

export function isUntouched(filled: FilledIn): boolean {
  return (Object.keys(NOTHING_YET) as (keyof FilledIn)[]).every(
    (field) => filled[field] === NOTHING_YET[field],
  );
}

/** What is said, less who says it and the id. */
export function saidIn({
  mood,
  safePlace,
  ...filled
}: FilledIn & { mood: Mood }): Omit<CheckInForm, 'checkInId'> {
  return {
    mood,
    cravings: filled.cravings,
    sleep: filled.sleep || null,
    connection: filled.connection || null,
    hasSafePlace: safePlace === '' ? null : safePlace === 'yes',
    wantsCall: filled.wantsCall,
    words: filled.words.trim(),
  };
}

/** From here on help comes before anything else; cravings as on the coach's Today (backend/today/check-in.rules.ts). */
const STRONG_CRAVINGS = 8;

/** Whether the answer begins with help: the words of that moment, no judgement of the person. */
export function helpComesFirst({
  mood,
  cravings,
  hasSafePlace,
}: Pick<CheckInForm, 'mood' | 'cravings' | 'hasSafePlace'>): boolean {
  return mood === 'struggling' || (cravings ?? 0) >= STRONG_CRAVINGS || hasSafePlace === false;
}
