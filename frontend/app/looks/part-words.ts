const WORDS: Record<string, string> = {
  notes: $localize`:@@copy.part.notes:Gathering your notes …`,
  'own-words': $localize`:@@copy.part.ownWords:Gathering your own words …`,
  goals: $localize`:@@copy.part.goals:Gathering your goals …`,
  'recovery-plan': $localize`:@@copy.part.plan:Gathering your plan …`,
  'check-ins': $localize`:@@copy.part.checkIns:Gathering how you said you were …`,
  looks: $localize`:@@copy.part.looks:Gathering who looked …`,
};
const OTHERS = $localize`:@@copy.part.others:Gathering what is yours …`;

/** What is being gathered now, by its name in the copy. */
export function partWords(part: string | null): string {
  return (part && WORDS[part]) ?? OTHERS;
}
