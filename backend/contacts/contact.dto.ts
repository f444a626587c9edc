import {
  ArrayMaxSize,
  ArrayUnique,
  IsArray,
  IsBoolean,
  IsIn,
  IsInt,
  IsOptional,
  Max,
  Min,
} from 'class-validator';
import { CheckInSaid } from '../check-ins/check-in.dto.js';
import { DIMENSIONS, type Dimension } from '../goals/dimensions.js';
import { ProgressInContact } from '../goals/write-goal.dto.js';
import { AreSeveral, IsClockTime, IsDay, IsNewId, IsOne, IsReference, Words } from '../http/fields.js';
import { NewPromise } from '../promises/promise.dto.js';
import { RiskNoteWords } from '../risk/risk-note.dto.js';
import {
  FEWEST_MINUTES,
  MOST_MINUTES,
  OUTCOMES,
  type Outcome,
  PLACES,
  type Place,
  STARTED_BY,
  type StartedBy,
  WAYS,
  type Way,
} from './contacts.rules.js';
import { NextContact } from './planned-contact.dto.js';

export const MOST_NOTE_WORDS = 10_000;
/** More than anyone keeps. */
const MOST_PROMISES = 10;

/** What a contact says, when logged and when amended. */
export class ContactWords {
  /** The local day; left out means now. */
  @IsOptional()
  @IsDay()
  occurredOn?: string;

  @IsOptional()
  @IsClockTime()
  occurredTime?: string;

  @IsIn(OUTCOMES)
  outcome!: Outcome;

  @IsOptional()
  @IsIn(STARTED_BY)
  startedBy?: StartedBy;

  @IsOptional()
  @IsIn(WAYS)
  way?: Way;

  @IsOptional()
  @IsIn(PLACES)
  place?: Place;

  @IsOptional()
  @Min(FEWEST_MINUTES, { message: 'Minutes begin at 1. Leave the field empty if you do not know.' })
  @Max(MOST_MINUTES, { message: 'A day has 1440 minutes.' })
  @IsInt({ message: 'Minutes are a whole number.' })
  minutes?: number;

  @IsOptional()
  @IsReference()
  programId?: string;

  @IsOptional()
  @IsArray()
  @ArrayUnique()
  @IsIn(DIMENSIONS, { each: true })
  dimensions?: Dimension[];

  /** Goals touched. */
  @IsOptional()
  @IsArray()
  @ArrayUnique()
  @ArrayMaxSize(50)
  goalIds?: string[];

  /** How it goes with some of these goals. The participant reads it too. */
  @IsOptional()
  @ArrayUnique((said: ProgressInContact) => said?.goalId, { message: 'One goal is named twice here.' })
  @AreSeveral(() => ProgressInContact, 50)
  progress?: ProgressInContact[];

  /** The participant may read this. */
  @IsOptional()
  @Words(MOST_NOTE_WORDS)
  sharedNote?: string;

  /** Stays with the team; a formal request for the record can still release it. */
  @IsOptional()
  @Words(MOST_NOTE_WORDS)
  teamNote?: string;
}

export class LogContact extends ContactWords {
  /** Made by the client, the same as its draft's: sent twenty times it is one contact. */
  @IsNewId()
  contactId!: string;

  @IsReference()
  participantId!: string;

  /** They are not on the coach's caseload: they walked in, or the coach stands in. */
  @IsOptional()
  @IsBoolean()
  isOffCaseload?: boolean;

  @IsOptional()
  @IsOne(() => NextContact)
  nextContact?: NextContact;

  /** What the coach said they would do; written with the contact or not at all. */
  @IsOptional()
  @AreSeveral(() => NewPromise, MOST_PROMISES)
  promises?: NewPromise[];

  /** How they said they are; written with the contact or not at all, as of when it happened. */
  @IsOptional()
  @IsOne(() => CheckInSaid)
  checkIn?: CheckInSaid;

  @IsOptional()
  @IsOne(() => RiskNoteWords)
  riskNote?: RiskNoteWords;
}

export class VoidReason {
  @Words(2000, 1)
  reason!: string;
}

export class WrongPerson {
  /** The id of the contact that is logged anew. */
  @IsNewId()
  contactId!: string;

  /** Whom it really was with. */
  @IsReference()
  participantId!: string;

  @IsOptional()
  @Words(1500)
  reason?: string;
}

export class AddAddendum {
  @IsNewId()
  addendumId!: string;

  @Words(MOST_NOTE_WORDS, 1)
  words!: string;

  /** Whether the participant may read it. */
  @IsBoolean()
  isShared!: boolean;
}
