import type { WordsOfParts } from './plan-parts';

/** The parts in plain words, as the person whose plan it is reads them. */
export const OWN_WORDS: WordsOfParts = {
  signs: {
    title: $localize`:@@plan.signs:How I notice early`,
    prompt: $localize`:@@plan.signs.prompt:Small changes that tell me a hard time may be coming.`,
    examples: [
      $localize`:@@plan.signs.1:I stop answering messages`,
      $localize`:@@plan.signs.2:I can’t sleep`,
      $localize`:@@plan.signs.3:I skip meals`,
    ],
  },
  triggers: {
    title: $localize`:@@plan.triggers:What makes it harder`,
    prompt: $localize`:@@plan.triggers.prompt:Days, places, people or feelings that make it harder for me.`,
    examples: [
      $localize`:@@plan.triggers.1:Payday`,
      $localize`:@@plan.triggers.2:Weekends on my own`,
      $localize`:@@plan.triggers.3:Arguments at home`,
    ],
  },
  helps: {
    title: $localize`:@@plan.helps:What helps me`,
    prompt: $localize`:@@plan.helps.prompt:Small things that have helped before, or that might.`,
    examples: [
      $localize`:@@plan.helps.1:A walk around the block`,
      $localize`:@@plan.helps.2:A glass of cold water`,
      $localize`:@@plan.helps.3:My music, loud`,
    ],
  },
  places: {
    title: $localize`:@@plan.places:Where I feel safe`,
    prompt: $localize`:@@plan.places.prompt:Places I can go to, at any hour if there is one.`,
    examples: [
      $localize`:@@plan.places.1:My sister’s kitchen`,
      $localize`:@@plan.places.2:The library`,
      $localize`:@@plan.places.3:The bench by the river`,
    ],
  },
  people: {
    title: $localize`:@@plan.people:Who I can call`,
    prompt: $localize`:@@plan.people.prompt:People who are good for me. Who do I call first?`,
    examples: [],
    who: $localize`:@@plan.people.relation:Who are they to you?`,
  },
  reasons: {
    title: $localize`:@@plan.reasons:Why I do this`,
    prompt: $localize`:@@plan.reasons.prompt:What matters to me, and whom I do this for.`,
    examples: [
      $localize`:@@plan.reasons.1:My daughter`,
      $localize`:@@plan.reasons.2:Waking up clear`,
      $localize`:@@plan.reasons.3:My own key to my own door`,
    ],
  },
};
