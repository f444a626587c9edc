import type { BetterWord } from './better-word';
import { CLEAN_AND_DIRTY } from './better-words-clean';
import { WHAT_PEOPLE_DO } from './better-words-doing';
import { WHO_PEOPLE_ARE } from './better-words-people';

/** All of them, the narrower first: what one has taken is not looked at again. */
export const BETTER_WORDS: readonly BetterWord[] = [...CLEAN_AND_DIRTY, ...WHO_PEOPLE_ARE, ...WHAT_PEOPLE_DO];
