import { IsIn } from 'class-validator';
import { DIMENSIONS, type Dimension } from './dimensions.js';
import { Goal, Step } from './goal.dto.js';

/** Whose words they are. */
export class SaidBy {
  isParticipant!: boolean;
  /** Of somebody of the staff; the name the participant goes by otherwise. */
  name!: string;
}

/** How sure of getting there, 0 to 10, on a day. */
export class ConfidenceSaid {
  on!: string;
  value!: number;
}

/** Somebody says that it is reached. It is when the other side says so too. */
export class FinishProposed {
  by!: SaidBy;
  on!: string;
}

/** A goal as both write it. Nothing that staff keep to themselves is in it. */
export class OwnGoal extends Goal {
  participantId!: string;
  /** Who wrote the words as they now are. */
  writtenBy!: SaidBy;
  writtenAt!: Date;
  /** The earliest first. */
  confidences!: ConfidenceSaid[];
  /** Who said first that it is reached; stays when it is finished. */
  finishProposed!: FinishProposed | null;
  /** Who said so too. */
  finishedBy!: SaidBy | null;
  letGoBy!: SaidBy | null;
  letGoWords!: string;
  /** Whether the other side's word is the reader's to give now. */
  mayConfirm!: boolean;
}

/** With what a coach looks for: does it move? */
export class GoalInMovement extends OwnGoal {
  /** The last day anything was written, ticked or said about it. */
  lastMovedOn!: string;
  /** Open, and nothing has moved for a month. */
  isStill!: boolean;
}

/** The words of a goal before somebody changed them. */
export class GoalVersion {
  version!: number;
  sentence!: string;
  why!: string;
  @IsIn(DIMENSIONS)
  dimension!: Dimension;
  byOn!: string | null;
  by!: SaidBy;
  at!: Date;
}

/** The words of a step before somebody changed them. */
export class StepVersion {
  stepId!: string;
  version!: number;
  words!: string;
  byOn!: string | null;
  /** Null: written with the goal. */
  by!: SaidBy | null;
  at!: Date | null;
}

/** What was said of how it goes, in a contact or alone. */
export class GoalProgress {
  progressId!: string;
  words!: string;
  confidence!: number | null;
  on!: string;
  by!: SaidBy;
  isInContact!: boolean;
}

/** A goal with everything that was said of it, the latest first. */
export class GoalStory {
  goal!: OwnGoal;
  earlier!: GoalVersion[];
  earlierSteps!: StepVersion[];
  progress!: GoalProgress[];
  /** Taken away; they can be brought back. */
  removedSteps!: Step[];
  /** The name the participant goes by. */
  preferredName!: string;
  /** Null: nobody walks with them now. */
  coachName!: string | null;
  /** Whether the participant can say something here themself. */
  hasAccount!: boolean;
  today!: string;
}

/** A participant's own goals. */
export class OwnGoals {
  items!: OwnGoal[];
  coachName!: string | null;
  today!: string;
}

export class GoalsOfParticipant {
  items!: GoalInMovement[];
  preferredName!: string;
  hasAccount!: boolean;
  today!: string;
}
