import { IsIn, IsOptional } from 'class-validator';
import { IsClockTime, IsDay, IsNewId, IsReference, Words } from '../http/fields.js';
import { WAYS, type Way } from './contacts.rules.js';

const MOST_REASON_WORDS = 500;

/** When and how they see each other next. */
export class NextContact {
  @IsDay()
  plannedOn!: string;

  @IsOptional()
  @IsClockTime()
  plannedTime?: string;

  @IsOptional()
  @IsIn(WAYS)
  way?: Way;
}

export class PlanContact extends NextContact {
  /** Made by the client: sent twenty times it is one plan. */
  @IsNewId()
  plannedContactId!: string;

  @IsReference()
  participantId!: string;
}

export class RescheduleContact extends NextContact {
  /** The id of what takes its place. */
  @IsNewId()
  plannedContactId!: string;

  @IsOptional()
  @Words(MOST_REASON_WORDS)
  reason?: string;
}

export class CallOffContact {
  @Words(MOST_REASON_WORDS, 1)
  reason!: string;
}
