import { IsIn } from 'class-validator';
import { LINE_PARTS, type LinePart, PLAN_PARTS, type PlanPartName } from './plan-parts.js';

/** Who changed it, and when. */
export class PlanChange {
  name!: string;
  isYou!: boolean;
  /** The person whose plan it is. */
  isParticipant!: boolean;
  /** Made by coach and participant together, as the coach says. */
  isTogether!: boolean;
  at!: Date;
}

export class PlanPart {
  @IsIn(LINE_PARTS)
  part!: LinePart;
  lines!: string[];
  /** For `If-Match`; 0 while nothing was ever written here. */
  version!: number;
  change!: PlanChange | null;
}

export class PlanPerson {
  /** Null for somebody whom only the plan names. */
  supporterId!: string | null;
  name!: string;
  relation!: string;
  phone!: string;
  /** What the participant's phone dials; null without a number, and always for staff: see their supporters. */
  dial!: string | null;
}

export class PlanPeople {
  people!: PlanPerson[];
  version!: number;
  change!: PlanChange | null;
}

/** One of their supporters, who may be chosen as a person of the plan. */
export class SupporterChoice {
  supporterId!: string;
  name!: string;
  relation!: string;
  phone!: string;
}

/** The plan as it stood after one change. */
export class RecoveryPlanThen {
  preferredName!: string;
  /** Of the last change to any part; 0 for a plan with nothing in it yet. */
  version!: number;
  change!: PlanChange | null;
  /** Every part but the people, in the order in which they are read, the empty ones too. */
  parts!: PlanPart[];
  people!: PlanPeople;
}

/** The plan as it is. */
export class RecoveryPlan extends RecoveryPlanThen {
  /** Supporters to choose from, those who are in the plan too. */
  supporters!: SupporterChoice[];
}

/** What one change did to one part. */
export class PlanVersion {
  version!: number;
  @IsIn(PLAN_PARTS)
  part!: PlanPartName;
  added!: string[];
  removed!: string[];
  change!: PlanChange;
}

export class PlanVersions {
  /** The latest first. */
  items!: PlanVersion[];
  /** For `before` of the next page; null on the last. */
  next!: number | null;
}

/** As much of the plan as stands on the participant's page. */
export class PlanInBrief {
  @IsIn(PLAN_PARTS, { each: true })
  filledParts!: PlanPartName[];
  /** Whom they call, first to last: "Ruth, sister". */
  people!: string[];
  change!: PlanChange | null;
}

/** Somebody of the plan with a number that can be dialled. */
export class PersonToCall {
  name!: string;
  relation!: string;
  dial!: string;
}
