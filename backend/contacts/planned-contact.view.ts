import { IsIn } from 'class-validator';
import { StaffName } from '../participants/participant.dto.js';
import { WAYS, type Way } from './contacts.rules.js';
import { PLAN_ENDINGS, type PlanEnding } from './planned-contacts.rules.js';

/** The next contact, with day, time and way. */
export class PlannedContactView {
  plannedContactId!: string;
  plannedOn!: string;
  plannedTime!: string | null;
  @IsIn([...WAYS, null])
  way!: Way | null;
  coachName!: string;
  /** Its day has gone by, and it is still next. */
  isMissed!: boolean;
  version!: number;
}

/** Why it is not the next one any more. */
export class PlanEnded {
  @IsIn(PLAN_ENDINGS)
  as!: PlanEnding;
  at!: Date;
  by!: StaffName;
  /** Always there when called off; else as far as somebody said it. */
  reason!: string;
  /** The contact that reached them. */
  contactId!: string | null;
  /** What it was moved to. */
  movedTo!: PlannedFor | null;
}

export class PlannedFor {
  plannedOn!: string;
  plannedTime!: string | null;
  @IsIn([...WAYS, null])
  way!: Way | null;
}

/** One plan in the history of plans. */
export class PlannedContactLine extends PlannedContactView {
  participantId!: string;
  madeAt!: Date;
  ended!: PlanEnded | null;
}

export class PlannedContactHistory {
  /** The latest made first. */
  items!: PlannedContactLine[];
}
