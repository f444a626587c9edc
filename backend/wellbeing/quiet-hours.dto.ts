import { ArrayMaxSize, ArrayUnique, IsArray, IsInt, Max, Min } from 'class-validator';
import { IsClockTime, Words } from '../http/fields.js';

/** When a coach is not at work, on the organization's clock. */
export class QuietHours {
  @IsClockTime()
  from!: string;

  /** On the next day when it is before `from`. */
  @IsClockTime()
  until!: string;

  /** Days that are quiet from midnight to midnight: 1 is Monday, 7 is Sunday. */
  @IsArray({ message: 'This must be a list.' })
  @ArrayMaxSize(6, { message: 'One day of the week at least is for work.' })
  @ArrayUnique({ message: 'A day is named once.' })
  @IsInt({ each: true, message: 'A day is a number from 1 to 7.' })
  @Min(1, { each: true, message: 'A day is a number from 1 to 7.' })
  @Max(7, { each: true, message: 'A day is a number from 1 to 7.' })
  days!: number[];
}

export class OwnQuietHours extends QuietHours {
  /** False: the organization's, until the coach sets their own. */
  isOwn!: boolean;
  /** 0 where there are none of their own. */
  version!: number;
}

/** What an administrator keeps for everybody. */
export class SetWellbeing extends QuietHours {
  /** Whom staff may call for themselves: a name and a number. */
  @Words(300)
  supportLine!: string;
}

export class WellbeingSettings extends SetWellbeing {
  version!: number;
}
