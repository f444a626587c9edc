import { IsInt, Max, Min } from 'class-validator';

export class SetReview {
  /** Of a hundred contacts of certified coaches, how many their supervisor is asked to read. */
  @Min(0, { message: 'At least 0: none of them.' })
  @Max(100, { message: 'At most 100: every one of them.' })
  @IsInt({ message: 'This is a whole number, from 0 to 100.' })
  samplePercent!: number;
}

export class ReviewSettings extends SetReview {
  version!: number;
}
