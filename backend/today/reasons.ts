import type { PlannedContactView } from '../contacts/planned-contact.view.js';
import type { MilestoneUnit } from '../recovery-days/milestones.rules.js';

/**
 * Why someone is on Today, the strongest first (domain.md 2; the order is ours).
 *
 * What was decided in supervision stands beside promises: it is one to the supervisor.
 *
 * A planned contact that was missed stands right before what is planned for today: both were arranged with the person,
 * and what was missed presses more than what can still be kept.
 */
export const REASON_KINDS = [
  'urgent risk note',
  'asked to be called',
  'window contact due',
  'check-in to answer',
  'promise due',
  'decided in supervision',
  'overdue',
  'planned contact missed',
  'planned today',
  'due today',
  'celebrate',
  'goal',
  'assessment due',
] as const;
export type ReasonKind = (typeof REASON_KINDS)[number];

/** Whether one reason comes before another in the order. */
export function isStronger(kind: ReasonKind, than: ReasonKind): boolean {
  return REASON_KINDS.indexOf(kind) < REASON_KINDS.indexOf(than);
}

/** How a participant said they were, as far as it asks for an answer. */
export interface CheckInFact {
  checkInId: string;
  checkedInAt: Date;
  checkedInOn: string;
  mood: string;
  cravings: number | null;
  /** Cravings of the check-in before it. */
  cravingsBefore: number | null;
  wantsCall: boolean;
  words: string;
}

/** A call that a participant asked for, and nobody was in touch since. */
export interface CallFact {
  callId: string;
  askedAt: Date;
  askedOn: string;
  /** In their own words, as is the next; empty when they said none. */
  about: string;
  bestTime: string;
}

export interface UrgentNoteFact {
  riskNoteId: string;
  raisedAt: Date;
  raisedOn: string;
  /** Who answered and in which words; null while nobody has. */
  answer: { by: string; words: string; at: Date } | null;
}

export interface WindowFact {
  event: string;
  beganOn: string;
  /** Its cadence at this stage. */
  days: number;
  dueOn: string;
}

export interface PromiseFact {
  promiseId: string;
  words: string;
  dueOn: string;
  /** Who promised. */
  coachName: string;
  version: number;
}

/** What a coach and their supervisor decided to do about somebody, until the coach says it is done. */
export interface DecisionFact {
  decisionId: string;
  words: string;
  /** The first day it shows. */
  dueOn: string;
  supervisorName: string;
  version: number;
}

export const CELEBRATIONS = [
  'goal reached, they say',
  'goal finished',
  'step done',
  'years enrolled',
  'recovery days',
  'birthday',
] as const;

export interface CelebrationFact {
  what: (typeof CELEBRATIONS)[number];
  /** The goal's sentence or the step's words; else empty. */
  words: string;
  on: string;
  /** Of an anniversary how many years, of recovery days how many of their unit; else 0. */
  count: number;
  /** Of recovery days. */
  unit?: MilestoneUnit;
}

export const GOAL_CALLS = ['step due', 'no movement'] as const;

export interface GoalFact {
  what: (typeof GOAL_CALLS)[number];
  goalId: string;
  /** The step's words, or the goal's sentence. */
  words: string;
  /** The day the step is meant for, or the last day anything moved. */
  on: string;
}

/** BARC-10, and the last time it was taken. */
export interface AssessmentFact {
  dueOn: string;
  lastTakenOn: string | null;
}

/** One reason with the facts it follows from. Of overdue and due today the standing holds them. */
export type Reason =
  | { kind: 'urgent risk note'; riskNote: UrgentNoteFact }
  | { kind: 'asked to be called'; call: CallFact }
  | { kind: 'asked to be called' | 'check-in to answer'; checkIn: CheckInFact }
  | { kind: 'window contact due'; window: WindowFact }
  | { kind: 'promise due'; promise: PromiseFact }
  | { kind: 'decided in supervision'; decision: DecisionFact }
  | { kind: 'planned contact missed' | 'planned today'; planned: PlannedContactView }
  | { kind: 'overdue' | 'due today' }
  | { kind: 'celebrate'; celebration: CelebrationFact }
  | { kind: 'goal'; goal: GoalFact }
  | { kind: 'assessment due'; assessment: AssessmentFact };

/** When the participant said it, of a reason that is something they said; else null. */
export function saidAt(reason: Reason): Date | null {
  if ('call' in reason) return reason.call.askedAt;
  return 'checkIn' in reason ? reason.checkIn.checkedInAt : null;
}
