import { IsBoolean, IsIn } from 'class-validator';
import { DIMENSIONS, type Dimension } from './dimensions.js';

/** The next small thing toward a goal. */
export class Step {
  stepId!: string;
  words!: string;
  /** The day it is meant to be done by. */
  byOn!: string | null;
  doneAt!: Date | null;
  version!: number;
}

/** What the participant wants, in their own words. */
export class Goal {
  goalId!: string;
  sentence!: string;
  /** Why it matters to them. */
  why!: string;
  @IsIn(DIMENSIONS)
  dimension!: Dimension;
  byOn!: string | null;
  /** How sure they are of getting there, 0 to 10; null when nobody asked. */
  confidence!: number | null;
  finishedOn!: string | null;
  /** The day it was let go, without blame. */
  letGoOn!: string | null;
  version!: number;
  steps!: Step[];
}

export class TickStep {
  @IsBoolean({ message: 'Say whether the step is done: true or false.' })
  isDone!: boolean;
}
