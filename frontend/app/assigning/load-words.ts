import type { CarriedLoad, CoachLoad } from '../../api/contract';

const PART_WORDS: Record<CoachLoad['parts'][number]['part'], (count: number) => string> = {
  'early window': (count) => $localize`${count}:count: in the first month of a window`,
  'late window': (count) => $localize`${count}:count: in the later weeks of a window`,
  'urgent note': (count) => $localize`${count}:count: with an urgent note`,
  'concern note': (count) => $localize`${count}:count: with a note of concern`,
  'first days': (count) => $localize`${count}:count: in their first 30 days`,
  'long cadence': (count) => $localize`${count}:count: with a long rhythm`,
  'second coach': (count) => $localize`${count}:count: as second coach`,
  paused: (count) => $localize`${count}:count: paused`,
};

/** "9 people, carrying 11.5 of 15". */
export function loadWords({ headCount, weight, capacity }: CarriedLoad): string {
  return headCount === 1
    ? $localize`1 person, carrying ${weight}:weight: of ${capacity}:capacity:`
    : $localize`${headCount}:count: people, carrying ${weight}:weight: of ${capacity}:capacity:`;
}

/** Why the weight is not the heads: "2 with an urgent note, 1 paused"; empty where everybody weighs one. */
export function partsWords({ parts }: Pick<CoachLoad, 'parts'>): string {
  return parts.map(({ part, count }) => PART_WORDS[part](count)).join(', ');
}
