import type { CheckInDay, CheckIn } from '../../api/contract';

export type Mood = CheckIn['mood'];

/** The heaviest first, as they stand in the form and in the picture from below. */
export const MOODS: readonly Mood[] = ['struggling', 'getting by', 'steady', 'strong'];

export const MOOD_WORDS: Record<Mood, string> = {
  struggling: $localize`:@@mood.struggling:Struggling`,
  'getting by': $localize`:@@mood.gettingBy:Getting by`,
  steady: $localize`:@@mood.steady:Steady`,
  strong: $localize`:@@mood.strong:Strong`,
};

export const SLEEP_WORDS: Record<NonNullable<CheckIn['sleep']>, string> = {
  poor: $localize`:@@sleep.poor:Poor`,
  fair: $localize`:@@sleep.fair:So-so`,
  good: $localize`:@@sleep.good:Good`,
};

export const CONNECTION_WORDS: Record<NonNullable<CheckIn['connection']>, string> = {
  alone: $localize`:@@connection.alone:Alone`,
  some: $localize`:@@connection.some:Some people`,
  close: $localize`:@@connection.close:Close to people`,
};

/** "3 of 10" */
export function cravingsWords(cravings: number): string {
  return $localize`:@@cravings.of10:${cravings}:number: of 10`;
}

/** What was said beside the mood, each with its name: "Cravings 3 of 10". Nothing is said of what was skipped. */
export function besideMood(said: CheckInDay | CheckIn): string[] {
  const words: string[] = [];
  if (said.cravings !== null)
    words.push($localize`:@@said.cravings:Cravings ${cravingsWords(said.cravings)}:number:`);
  if (said.sleep) words.push($localize`:@@said.sleep:Sleep: ${SLEEP_WORDS[said.sleep].toLowerCase()}:how:`);
  if (said.connection)
    words.push($localize`:@@said.people:People: ${CONNECTION_WORDS[said.connection].toLowerCase()}:how:`);
  if ('hasSafePlace' in said && said.hasSafePlace !== null)
    words.push(
      said.hasSafePlace
        ? $localize`:@@said.safe:A safe place to stay`
        : $localize`:@@said.notSafe:No safe place to stay`,
    );
  return words;
}
