import { Type } from 'class-transformer';
import { IsBoolean, IsIn, IsInt, IsOptional, Max, Min } from 'class-validator';
import { IsNewId, Words } from '../http/fields.js';
import {
  type Connection,
  CONNECTIONS,
  type Mood,
  MOODS,
  MOST_MINUTES_AGO,
  type Sleep,
  SLEEPS,
} from './check-ins.rules.js';

export const MOST_CHECK_IN_WORDS = 2000;
const STRONGEST_CRAVINGS = 10;

/** How somebody says they are. Only the mood must be there; what was skipped is null or left out. */
export class CheckInSaid {
  @IsNewId()
  checkInId!: string;

  @IsIn(MOODS, { message: 'Choose how you are.' })
  mood!: Mood;

  /** 0, none, to 10, the strongest. */
  @IsOptional()
  @Min(0, { message: 'Cravings go from 0 to 10.' })
  @Max(STRONGEST_CRAVINGS, { message: 'Cravings go from 0 to 10.' })
  @IsInt({ message: 'Cravings are a whole number, 0 to 10.' })
  cravings?: number | null;

  @IsOptional()
  @IsIn(SLEEPS, { message: 'Sleep is poor, fair or good.' })
  sleep?: Sleep | null;

  @IsOptional()
  @IsIn(CONNECTIONS, { message: 'Choose alone, some or close.' })
  connection?: Connection | null;

  @IsOptional()
  @IsBoolean({ message: 'This is yes or no.' })
  hasSafePlace?: boolean | null;

  @IsOptional()
  @Words(MOST_CHECK_IN_WORDS)
  words?: string;
}

/** One made on its own. */
export class NewCheckIn extends CheckInSaid {
  /** How many minutes it waited on a phone without signal; left out means none. */
  @IsOptional()
  @Min(0, { message: 'This has not happened yet.' })
  @Max(MOST_MINUTES_AGO, { message: 'This was more than a week ago.' })
  @IsInt({ message: 'This is a whole number of minutes.' })
  minutesAgo?: number;
}

/** A participant's own. */
export class OwnNewCheckIn extends NewCheckIn {
  /** "I'd like my coach to reach out." */
  @IsOptional()
  @IsBoolean({ message: 'This is yes or no.' })
  wantsCall?: boolean;
}

export class CheckInsAsked {
  @IsOptional()
  @Words(200)
  after?: string;

  @IsOptional()
  @Type(() => Number)
  @IsInt()
  @Min(1)
  @Max(50)
  limit?: number;
}
