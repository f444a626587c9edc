import { IsBoolean, IsIn, IsInt, IsOptional, Max, Min } from 'class-validator';
import { IsDay, IsNewId, IsReference, Words } from '../http/fields.js';
import { DIMENSIONS, type Dimension } from './dimensions.js';

export const MOST_SENTENCE = 500;
export const MOST_WHY = 2000;
/** Small enough for today. */
export const MOST_STEP = 300;
export const MOST_PROGRESS = 500;

/** What somebody wants, in their own words. */
export class GoalWords {
  @Words(MOST_SENTENCE, 1)
  sentence!: string;

  /** Why it matters to them. */
  @IsOptional()
  @Words(MOST_WHY)
  why?: string;

  @IsIn(DIMENSIONS)
  dimension!: Dimension;

  @IsOptional()
  @IsDay()
  byOn?: string;
}

const Confidence = (): PropertyDecorator => (target, property) => {
  for (const rule of [
    Min(0, { message: 'How sure goes from 0 to 10.' }),
    Max(10, { message: 'How sure goes from 0 to 10.' }),
    IsInt({ message: 'How sure is a whole number from 0 to 10.' }),
  ])
    rule(target, property);
};

export class AddGoal extends GoalWords {
  /** Made by the client, so that one sent twice is one. */
  @IsNewId()
  goalId!: string;

  /** Whose it is; a participant leaves it out. */
  @IsOptional()
  @IsReference()
  participantId?: string;

  @IsOptional()
  @Confidence()
  confidence?: number;
}

export class StepWords {
  @Words(MOST_STEP, 1)
  words!: string;

  @IsOptional()
  @IsDay()
  byOn?: string;
}

export class AddStep extends StepWords {
  @IsNewId()
  stepId!: string;
}

export class ProgressWords {
  @IsOptional()
  @Words(MOST_PROGRESS)
  words?: string;

  /** How sure they are of getting there, 0 to 10. */
  @IsOptional()
  @Confidence()
  confidence?: number;
}

/** How it goes, said outside a contact. */
export class SayProgress extends ProgressWords {
  @IsNewId()
  progressId!: string;
}

/** How it goes with one goal, said in a contact: both read it. */
export class ProgressInContact extends ProgressWords {
  @IsReference()
  goalId!: string;
}

export class FinishGoal {
  /** Staff say so for both; only where the participant has no account. */
  @IsOptional()
  @IsBoolean({ message: 'Say whether you agreed on it in person: true or false.' })
  isAgreedInPerson?: boolean;
}

export class LetGoGoal {
  @IsOptional()
  @Words(500)
  words?: string;
}
