import { IsBoolean, IsIn, IsOptional, ValidateIf } from 'class-validator';
import { IsDay, IsNewId } from '../http/fields.js';
import { MILESTONE_UNITS, type MilestoneUnit } from './milestones.rules.js';

export class EnterPeriod {
  /** Made by the client, so that a period sent twice is one period. */
  @IsNewId()
  periodId!: string;

  @IsDay()
  beganOn!: string;

  /** The day of the return to use, of an earlier period; left out or null means that it goes on. */
  @IsOptional()
  @IsDay()
  endedOn?: string | null;
}

/** The days of a period as they should stand: set right, ended by a return to use, or going on after all (null). */
export class ChangePeriod {
  @IsDay()
  beganOn!: string;

  @ValidateIf((_, value) => value !== null)
  @IsDay()
  endedOn!: string | null;
}

/** What is left out stays as it is. */
export class SetRecoveryDays {
  @IsOptional()
  @IsBoolean({ message: 'Say whether your coach may see your days: true or false.' })
  isShared?: boolean;

  @IsOptional()
  @IsBoolean({ message: 'Say whether the days since you last began are shown: true or false.' })
  showsCurrentPeriod?: boolean;
}

export class SetOwnBirthday {
  /** Null takes it back. */
  @ValidateIf((_, value) => value !== null)
  @IsDay()
  bornOn!: string | null;

  @IsBoolean({ message: 'Say whether your coach may see it: true or false.' })
  isShared!: boolean;
}

export class RecoveryPeriod {
  periodId!: string;
  beganOn!: string;
  /** The day of the return to use; null while it goes on. */
  endedOn!: string | null;
  /** Whole days, the last one over; 0 on the day it began. */
  days!: number;
  version!: number;
}

export class ReachedMilestone {
  @IsIn(MILESTONE_UNITS)
  unit!: MilestoneUnit;
  count!: number;
  /** The day it was reached. */
  on!: string;
  /** Who congratulated, by name. */
  congratulatedBy!: string[];
}

export class NextMilestone {
  @IsIn(MILESTONE_UNITS)
  unit!: MilestoneUnit;
  count!: number;
  on!: string;
  /** 1 is tomorrow. */
  inDays!: number;
}

export class OwnBirthday {
  bornOn!: string | null;
  /** Whether the coach sees it. */
  isShared!: boolean;
  /** 0 while there is none. */
  version!: number;
}

/** A participant's own recovery days. */
export class RecoveryDays {
  /** The calendar day in the organization's zone. */
  today!: string;
  /** Whole days over all periods; 0 on the very first day. */
  total!: number;
  /** Whether a period goes on. */
  isCounting!: boolean;
  /** The newest first. */
  periods!: RecoveryPeriod[];
  /** In the order in which they come; they stay. */
  milestones!: ReachedMilestone[];
  next!: NextMilestone | null;
  isShared!: boolean;
  /** Whether the days since the current period began are shown beside the total. */
  showsCurrentPeriod!: boolean;
  birthday!: OwnBirthday;
  /** Who would see them; null where there is no coach now. */
  coachName!: string | null;
  /** Of the settings; each period has its own. */
  version!: number;
}
