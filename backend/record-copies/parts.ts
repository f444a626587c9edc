import type { Part } from './part.js';
import { checkInsPart, checkInsTakenBackPart } from './parts/check-ins.js';
import { goalsPart } from './parts/goals.js';
import { looksPart } from './parts/looks.js';
import { notesPart, ownWordsPart } from './parts/notes.js';
import { planPart } from './parts/plan.js';
import { plannedPart } from './parts/planned.js';
import { enrollmentsPart, profilePart, waysPart } from './parts/profile.js';
import { supportersPart } from './parts/supporters.js';

/** All that is in a copy, in its order. What a participant may read and stands here nowhere makes a test fail. */
export const PARTS: readonly Part[] = [
  profilePart,
  enrollmentsPart,
  waysPart,
  supportersPart,
  goalsPart,
  planPart,
  checkInsPart,
  checkInsTakenBackPart,
  plannedPart,
  notesPart,
  ownWordsPart,
  looksPart,
];

/** What is theirs to read and not to be copied, with the reason. */
export const NOT_COPIED: Readonly<Record<string, string>> = {
  record_copies: 'the copies themselves',
  record_copy_files: 'the copies themselves',
};
