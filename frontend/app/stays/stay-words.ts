import type { Stay } from '../../api/contract';
import type { Choice } from '../look/choices';

export type Ending = NonNullable<Stay['reason']>;

/** How a stay ended, as it may be said to the person it is about. */
export const ENDING_LABEL: Record<Ending, string> = {
  completed: $localize`Finished what they came for`,
  moved: $localize`Moved away, or on to another service`,
  left: $localize`Chose to go on without us`,
  lost: $localize`We lost touch`,
  died: $localize`Died`,
};

const HINT: Record<Exclude<Ending, 'died'>, string> = {
  completed: $localize`Or as far as they want to go for now.`,
  moved: $localize`Somebody else walks with them, or they live elsewhere.`,
  left: $localize`They told us, and that is theirs to decide.`,
  lost: $localize`Tried by every safe way, more than once.`,
};

/** What a person chooses from. That somebody died is said on a page of its own. */
export const ENDINGS: Choice[] = (['completed', 'moved', 'left', 'lost'] as const).map((value) => ({
  value,
  words: ENDING_LABEL[value],
  hint: HINT[value],
}));
