import { Type } from 'class-transformer';
import { IsIn, IsInt, IsOptional, Max, Min } from 'class-validator';
import { CheckInView } from '../check-ins/check-in.view.js';
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
