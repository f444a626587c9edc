import type { Part } from './part.js';
import { assessmentsPart } from './parts/assessments.js';
import { callsPart } from './parts/calls.js';
import { checkInsPart, checkInsTakenBackPart } from './parts/check-ins.js';
import { coachWishPart } from './parts/coach-wish.js';
import { goalsPart } from './parts/goals.js';
import { looksPart } from './parts/looks.js';
import { notesPart, ownWordsPart } from './parts/notes.js';
import { planPart } from './parts/plan.js';
import { plannedPart } from './parts/planned.js';
import { enrollmentsPart, profilePart, waysPart } from './parts/profile.js';
import { birthdayPart, milestonesPart, periodsPart, recoveryDaySettingsPart } from './parts/recovery-days.js';
import { supportersPart } from './parts/supporters.js';

/** All that is in a copy, in its order. What a participant may read and stands here nowhere makes a test fail. */
export const PARTS: readonly Part[] = [
  profilePart,
  birthdayPart,
  enrollmentsPart,
  waysPart,
  supportersPart,
  coachWishPart,
  goalsPart,
  planPart,
  checkInsPart,
  checkInsTakenBackPart,
  callsPart,
  periodsPart,
  milestonesPart,
  recoveryDaySettingsPart,
  assessmentsPart,
  plannedPart,
  notesPart,
  ownWordsPart,
  looksPart,
];

/** What is theirs to read and not to be copied, with the reason. */
export const NOT_COPIED: Readonly<Record<string, string>> = {
  account_roles: 'who works here, and what their own account opens',
  assessment_settings: 'how often the organization asks, the same for everybody',
  record_copies: 'the copies themselves',
  record_copy_files: 'the copies themselves',
};
