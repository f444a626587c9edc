/** What a coach may tick, in the words of the screen. The first four are HALT. */
export const SIGNAL_LABEL: Record<string, string> = {
  hungry: $localize`Hungry`,
  angry: $localize`Angry`,
  lonely: $localize`Lonely`,
  tired: $localize`Tired`,
  cravings: $localize`Cravings`,
  'missed supports': $localize`Missed supports or meetings`,
  conflict: $localize`Conflict`,
  'grief or anniversary': $localize`Grief or an anniversary`,
  money: $localize`Money`,
  'housing lost': $localize`Housing lost or at risk`,
  'work lost': $localize`Work lost`,
  'around people or places of use': $localize`Around people or places of use`,
  'stopped medication': $localize`Stopped medication`,
  'release or discharge': $localize`Release or discharge`,
  'returned to use': $localize`Returned to use`,
  overdose: $localize`Overdose`,
  'thoughts of suicide': $localize`Thoughts of suicide`,
  other: $localize`Something else`,
};

/** The label, or the word itself should the server know a newer one. */
export function signalWords(signal: string): string {
  return SIGNAL_LABEL[signal] ?? signal;
}
