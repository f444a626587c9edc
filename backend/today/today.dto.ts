import { IsIn } from 'class-validator';
import { OUTCOMES, type Outcome } from '../contacts/contacts.rules.js';
import { PlannedContactView } from '../contacts/planned-contact.view.js';
import { CoveredPerson } from '../cover/cover.dto.js';
import { MILESTONE_UNITS, type MilestoneUnit } from '../recovery-days/milestones.rules.js';
import { StandingView } from '../standing/standing.view.js';
import { CELEBRATIONS, GOAL_CALLS, REASON_KINDS, type ReasonKind } from './reasons.js';
import { PutAwayView } from './put-away.dto.js';

export class UrgentAnswer {
  by!: string;
  words!: string;
  at!: Date;
}

export class UrgentNoteReason {
  riskNoteId!: string;
  raisedAt!: Date;
  raisedOn!: string;
  answer!: UrgentAnswer | null;
}

export class CheckInReason {
  checkInId!: string;
  checkedInAt!: Date;
  checkedInOn!: string;
  mood!: string;
  /** 0 to 10, as is the one before. */
  cravings!: number | null;
  cravingsBefore!: number | null;
  wantsCall!: boolean;
  words!: string;
}

export class CallReason {
  callId!: string;
  askedAt!: Date;
  askedOn!: string;
  /** In their own words, as is the next; empty when they said none. */
  about!: string;
  bestTime!: string;
}

export class WindowReason {
  event!: string;
  beganOn!: string;
  /** Days of its cadence at this stage. */
  days!: number;
  dueOn!: string;
}

export class PromiseInBrief {
  promiseId!: string;
  words!: string;
  dueOn!: string;
  /** Who promised. */
  coachName!: string;
  version!: number;
}

/** What was decided in supervision, until the coach says it is done. */
export class DecisionReason {
  decisionId!: string;
  words!: string;
  /** The first day it shows. */
  dueOn!: string;
  supervisorName!: string;
  version!: number;
}

export class CelebrationReason {
  @IsIn(CELEBRATIONS)
  what!: (typeof CELEBRATIONS)[number];
  words!: string;
  on!: string;
  /** Years of an anniversary, of recovery days how many of their unit, else 0. */
  count!: number;
  /** Of recovery days. */
  @IsIn(MILESTONE_UNITS)
  unit?: MilestoneUnit;
}

export class GoalReason {
  @IsIn(GOAL_CALLS)
  what!: (typeof GOAL_CALLS)[number];
  goalId!: string;
  words!: string;
  on!: string;
}

/** BARC-10, and the last time it was taken. */
export class AssessmentReason {
  dueOn!: string;
  lastTakenOn!: string | null;
}

/** Why someone is here, with the facts it follows from; which of them is there follows from `kind`. */
export class TodayReason {
  @IsIn(REASON_KINDS)
  kind!: ReasonKind;
  riskNote?: UrgentNoteReason;
  call?: CallReason;
  checkIn?: CheckInReason;
  window?: WindowReason;
  promise?: PromiseInBrief;
  decision?: DecisionReason;
  planned?: PlannedContactView;
  celebration?: CelebrationReason;
  goal?: GoalReason;
  assessment?: AssessmentReason;
}

/** The last contact that has words, in the first of them. */
export class LastNote {
  gist!: string;
  occurredOn!: string;
  @IsIn(OUTCOMES)
  outcome!: Outcome;
  coachName!: string;
}

export class FocusStep {
  words!: string;
  byOn!: string | null;
}

export class GoalInFocus {
  goalId!: string;
  sentence!: string;
  nextStep!: FocusStep | null;
}

/** A number with what is safe today. */
export class NumberNow {
  wayToReachId!: string;
  /** What to dial; empty where it cannot be. */
  dial!: string;
  mayCall!: boolean;
  mayVoicemail!: boolean;
  mayText!: boolean;
  /** Whether one may say who is calling. */
  maySayWho!: boolean;
  bestHours!: string;
  /** Why something is not safe, in words; empty when nobody said. */
  whyNot!: string;
  /** Past its last day: it must be asked again. */
  isExpired!: boolean;
}

export class TodayCard {
  participantId!: string;
  preferredName!: string;
  pronouns!: string;
  isPrimary!: boolean;
  standing!: StandingView;
  /** The strongest first; never empty on a card. */
  reasons!: TodayReason[];
  /** Numbers that hold today, those one may call first. */
  numbers!: NumberNow[];
  lastNote!: LastNote | null;
  /** The outcome of an attempt made today already. */
  triedToday!: string | null;
  openPromises!: PromiseInBrief[];
  goalInFocus!: GoalInFocus | null;
  nextContact!: PlannedContactView | null;
  /** Of somebody who is away; left out where they are the coach's own. */
  coverFor?: CoveredPerson;
}

/** Planned for today, whoever planned it. */
export class AgendaItem {
  participantId!: string;
  preferredName!: string;
  planned!: PlannedContactView;
}

export const NEXT_KINDS = ['planned', 'due'] as const;

/** A day to come on which somebody is planned or due. */
export class ComingUp {
  participantId!: string;
  preferredName!: string;
  @IsIn(NEXT_KINDS)
  kind!: (typeof NEXT_KINDS)[number];
  on!: string;
  time!: string | null;
}

export class PutAwayCard extends PutAwayView {
  preferredName!: string;
}

export const DONE_KINDS = ['contact', 'promise'] as const;

/** What this coach did today, with what taking it back needs. */
export class DoneToday {
  @IsIn(DONE_KINDS)
  kind!: (typeof DONE_KINDS)[number];
  /** Of the contact or the promise. */
  id!: string;
  version!: number;
  participantId!: string;
  preferredName!: string;
  /** Of a contact; empty for a promise. */
  outcome!: string;
  /** What was promised. */
  words!: string;
  at!: Date;
}

/** The whole of a coach's morning in one answer. */
export class Today {
  today!: string;
  /** Who needs something, the strongest reason first. */
  cards!: TodayCard[];
  agenda!: AgendaItem[];
  /** The nearest days to come. */
  comingUp!: ComingUp[];
  putAway!: PutAwayCard[];
  doneToday!: DoneToday[];
  /** How many are on the coach's own caseload. */
  caseloadCount!: number;
}
