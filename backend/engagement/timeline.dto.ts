import { Type } from 'class-transformer';
import { IsIn, IsInt, IsOptional, Max, Min } from 'class-validator';
import { ContactView } from '../contacts/contact.view.js';
import { DIMENSIONS, type Dimension } from '../goals/dimensions.js';
import { Words } from '../http/fields.js';
import { RiskNoteView } from '../risk/risk-note.dto.js';

export class TimelineAsked {
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

export const MOODS = ['struggling', 'getting by', 'steady', 'strong'] as const;
export const SLEEPS = ['poor', 'fair', 'good'] as const;
export const CONNECTIONS = ['alone', 'some', 'close'] as const;

/** How the participant said they were. */
export class CheckInView {
  checkInId!: string;
  @IsIn(MOODS)
  mood!: (typeof MOODS)[number];
  /** 0 to 10. */
  cravings!: number | null;
  @IsIn([...SLEEPS, null])
  sleep!: (typeof SLEEPS)[number] | null;
  @IsIn([...CONNECTIONS, null])
  connection!: (typeof CONNECTIONS)[number] | null;
  hasSafePlace!: boolean | null;
  wantsCall!: boolean;
  words!: string;
  /** Entered by staff during a contact. */
  isByStaff!: boolean;
}

export class TimelineGoal {
  goalId!: string;
  sentence!: string;
  @IsIn(DIMENSIONS)
  dimension!: Dimension;
  stepCount!: number;
  doneStepCount!: number;
  finishedOn!: string | null;
  letGoOn!: string | null;
}

export const TIMELINE_KINDS = ['contact', 'check-in', 'goal', 'risk-note'] as const;
export type TimelineKind = (typeof TIMELINE_KINDS)[number];

/** One thing that happened; exactly one of the four is there, as `kind` says. */
export class TimelineItem {
  @IsIn(TIMELINE_KINDS)
  kind!: TimelineKind;
  id!: string;
  at!: Date;
  /** Its local day. */
  on!: string;
  contact?: ContactView;
  checkIn?: CheckInView;
  goal?: TimelineGoal;
  riskNote?: RiskNoteView;
}

export class Timeline {
  items!: TimelineItem[];
  next!: string | null;
}
