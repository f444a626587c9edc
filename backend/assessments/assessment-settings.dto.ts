import { IsInt, Max, Min } from 'class-validator';

/** When BARC-10 is asked, in days. */
export class SetRhythm {
  @Min(1, { message: 'At least 1 day.' })
  @Max(365, { message: 'At most 365 days.' })
  @IsInt({ message: 'This is a whole number of days.' })
  barcFirstDays!: number;

  @Min(7, { message: 'At least 7 days.' })
  @Max(365, { message: 'At most 365 days.' })
  @IsInt({ message: 'This is a whole number of days.' })
  barcEveryDays!: number;
}

export class AssessmentSettings extends SetRhythm {
  /** 0 while nothing was ever set. */
  version!: number;
}
