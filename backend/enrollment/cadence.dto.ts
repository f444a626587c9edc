import { IsInt, Max, Min } from 'class-validator';

export class AgreeCadence {
  /** Days between contacts that they agree on from today. */
  @IsInt({ message: 'The agreed days are a whole number.' })
  @Min(1, { message: 'Once a day is the most that can be agreed.' })
  @Max(90, { message: 'Every 90 days is the least that can be agreed.' })
  days!: number;
}

export class AgreedCadence {
  enrollmentId!: string;
  days!: number;
  /** Since which day it holds. */
  beganOn!: string;
  version!: number;
}
