import type { StartOfGoal } from './new-goal';

/** What others have wanted, to start from; nothing is filled in before somebody takes one. */
export const STARTS: Required<StartOfGoal>[] = [
  { dimension: 'Home', sentence: $localize`:@@goals.startHome:A place of my own, with a door I can lock` },
  { dimension: 'Health', sentence: $localize`:@@goals.startHealth:To sleep through the night` },
  { dimension: 'Purpose', sentence: $localize`:@@goals.startPurpose:Work that I can keep` },
  { dimension: 'Community', sentence: $localize`:@@goals.startCommunity:Sunday dinner with my family` },
];
