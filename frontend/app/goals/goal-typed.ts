import type { Dimension, GoalWords } from '../../api/contract';

/** A goal as it is being typed; an empty text says nothing. */
export interface GoalTyped {
  sentence: string;
  why: string;
  dimension: string;
  byOn: string;
}

export const NOTHING_TYPED: GoalTyped = { sentence: '', why: '', dimension: '', byOn: '' };

export function typedOf(goal: {
  sentence: string;
  why: string;
  dimension: string;
  byOn: string | null;
}): GoalTyped {
  const { sentence, why, dimension, byOn } = goal;
  return { sentence, why, dimension, byOn: byOn ?? '' };
}

export function wordsOf({ sentence, why, dimension, byOn }: GoalTyped): GoalWords {
  return {
    sentence,
    dimension: dimension as Dimension,
    ...(why.trim() ? { why } : {}),
    ...(byOn ? { byOn } : {}),
  };
}

/** Both texts one after the other, for a person to make one of them; what both say is there once. */
export function joined(mine: GoalTyped, theirs: GoalTyped): GoalTyped {
  const both = (one: string, other: string, most: number): string =>
    one === other || !other ? one : [...(one ? `${one} ${other}` : other)].slice(0, most).join('');
  return {
    ...mine,
    sentence: both(mine.sentence, theirs.sentence, 500),
    why: both(mine.why, theirs.why, 2000),
    byOn: mine.byOn || theirs.byOn,
  };
}
