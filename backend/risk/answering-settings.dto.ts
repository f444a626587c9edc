import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  ArrayMinSize,
  IsArray,
  IsInt,
  IsOptional,
  Max,
  Min,
  ValidateNested,
} from 'class-validator';
import { IsClockTime, IsDay, IsEndingTime, IsReference, Words } from '../http/fields.js';
import { StaffName } from '../participants/participant.dto.js';

export class OpeningHoursOfDay {
  /** 1 is Monday, 7 is Sunday. */
  @IsInt()
  @Min(1)
  @Max(7)
  weekday!: number;

  @IsClockTime()
  opens!: string;

  /** Through 24:00; later than it opens, so nobody is open over midnight. */
  @IsEndingTime()
  closes!: string;
}

export class SetHours {
  /** A weekday that is not named is closed. */
  @IsArray()
  @ArrayMinSize(1, { message: 'At least one day has hours, or nothing could be due in working days.' })
  @ArrayMaxSize(7)
  @ValidateNested({ each: true })
  @Type(() => OpeningHoursOfDay)
  hours!: OpeningHoursOfDay[];
}

export class SetTimes {
  /** Minutes, at any hour. */
  @Min(1, { message: 'At least 1 minute.' })
  @Max(1440, { message: 'At most 1440 minutes, which is a day.' })
  @IsInt({ message: 'This is a whole number of minutes.' })
  urgentMinutes!: number;

  @Min(1, { message: 'At least 1 working day.' })
  @Max(10, { message: 'At most 10 working days.' })
  @IsInt({ message: 'This is a whole number of working days.' })
  concernWorkingDays!: number;

  @Min(1, { message: 'At least 1 day.' })
  @Max(90, { message: 'At most 90 days.' })
  @IsInt({ message: 'This is a whole number of days.' })
  watchDays!: number;
}

export class SetOnCall {
  /** A supervisor's account; null for nobody. */
  @IsOptional()
  @IsReference()
  accountId!: string | null;
}

export class SetCrisis {
  @Words(200, 1)
  phone!: string;

  @Words(2000)
  crisisProtocol!: string;
}

export class Holiday {
  @IsDay()
  dayOn!: string;

  @Words(200, 1)
  name!: string;
}

export class FederalHolidays {
  @Min(2020, { message: 'From 2020 on.' })
  @Max(2100, { message: 'Through 2100.' })
  @IsInt({ message: 'This is a year, as 2027.' })
  year!: number;
}

/** By when risk notes are answered, and who is asked: everything an administrator sets about it, on one version. */
export class AnsweringSettings {
  timeZone!: string;
  hours!: OpeningHoursOfDay[];
  /** The default hours hold: none were ever set. */
  isDefaultHours!: boolean;
  /** From today on, and those of the last year. */
  holidays!: Holiday[];
  urgentMinutes!: number;
  concernWorkingDays!: number;
  watchDays!: number;
  onCall!: StaffName | null;
  /** Who could be on call: every supervisor who can sign in. */
  supervisors!: StaffName[];
  phone!: string;
  crisisProtocol!: string;
  /** 0 while nothing was ever set. */
  version!: number;
}
