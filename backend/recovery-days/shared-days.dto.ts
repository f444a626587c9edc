import { IsIn, IsInt, Max, Min } from 'class-validator';
import { IsDay } from '../http/fields.js';
import { MILESTONE_UNITS, type MilestoneUnit } from './milestones.rules.js';
import { NextMilestone, ReachedMilestone } from './recovery-days.dto.js';

/** What a participant shares of their recovery days: sums and milestones, no dates of their periods. */
export class SharedDays {
  total!: number;
  isCounting!: boolean;
  /** Days since the current period began; null unless its owner shows them. */
  currentDays!: number | null;
  milestones!: ReachedMilestone[];
  next!: NextMilestone | null;
  /** The day of a return to use after which they have not begun again; else null. */
  returnedOn!: string | null;
}

export class SharedBirthday {
  bornOn!: string;
  version!: number;
}

export class RecoveryDaysOfParticipant {
  today!: string;
  /** Null while they keep their days to themselves. */
  shared!: SharedDays | null;
  /** Null where none is given or it is kept to themselves. */
  birthday!: SharedBirthday | null;
}

export class Congratulate {
  @IsIn(MILESTONE_UNITS)
  unit!: MilestoneUnit;

  @IsInt()
  @Min(1)
  @Max(366)
  count!: number;
}

export class GiveBirthday {
  @IsDay()
  bornOn!: string;
}
