import { IsIn } from 'class-validator';
import { type Connection, CONNECTIONS, type Mood, MOODS, type Sleep, SLEEPS } from './check-ins.rules.js';

/** How the participant said they were. */
export class CheckInView {
  checkInId!: string;
  checkedInAt!: Date;
  /** The local day of it. */
  checkedInOn!: string;
  @IsIn(MOODS)
  mood!: Mood;
  /** 0 to 10. */
  cravings!: number | null;
  @IsIn([...SLEEPS, null])
  sleep!: Sleep | null;
  @IsIn([...CONNECTIONS, null])
  connection!: Connection | null;
  hasSafePlace!: boolean | null;
  wantsCall!: boolean;
  words!: string;
  /** Who entered it during a contact; null for one that the participant made alone. */
  withName!: string | null;
}

/** Who reads it, and when somebody is at work. */
export class ReadBy {
  coachName!: string | null;
  isOpen!: boolean;
  /** When the organization opens next; now, while it is open. */
  opensAt!: Date;
}

/** What a participant is answered. */
export class CheckInAnswer {
  checkIn!: CheckInView;
  mayTakeBackUntil!: Date;
  readBy!: ReadBy;
}

export class CheckInTakenBack {
  checkInId!: string;
  takenBackAt!: Date;
}

export class CheckInPage {
  items!: CheckInView[];
  next!: string | null;
}

/** One day; of several check-ins the last word on each. */
export class CheckInDay {
  on!: string;
  @IsIn(MOODS)
  mood!: Mood;
  cravings!: number | null;
  @IsIn([...SLEEPS, null])
  sleep!: Sleep | null;
  @IsIn([...CONNECTIONS, null])
  connection!: Connection | null;
  count!: number;
}

/** Eight weeks; a day without a check-in is not among them. */
export class CheckInWeeks {
  fromOn!: string;
  today!: string;
  days!: CheckInDay[];
}

export class CheckInsOfParticipant extends CheckInWeeks {
  /** The last one, however long ago. */
  latest!: CheckInView | null;
}
