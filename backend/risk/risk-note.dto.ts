import { Transform } from 'class-transformer';
import { ArrayMaxSize, ArrayMinSize, ArrayUnique, IsArray, IsIn, IsOptional } from 'class-validator';
import { IsDay, IsNewId, IsReference, Words } from '../http/fields.js';
import { StaffName } from '../participants/participant.dto.js';
import { LEVELS, type Level, SIGNALS, type Signal } from './risk.rules.js';

export const MOST_WORDS = 10_000;

/** What a risk note says, alone or within the form of a contact. */
export class RiskNoteWords {
  /** Made by the client, so that a note sent twice is one note. */
  @IsNewId()
  riskNoteId!: string;

  @IsArray()
  @ArrayMinSize(1, { message: 'Tick at least one signal.' })
  @ArrayMaxSize(SIGNALS.length)
  @ArrayUnique({ message: 'A signal is ticked once.' })
  @IsIn(SIGNALS, { each: true })
  signals!: Signal[];

  @IsOptional()
  @IsDay()
  overdoseOn?: string;

  @IsOptional()
  @Words(500)
  otherSignal?: string;

  @IsIn(LEVELS)
  level!: Level;

  /** Wanted when the level is lower than suggested. */
  @IsOptional()
  @Words(2000)
  lowerReason?: string;

  @IsOptional()
  @Words(MOST_WORDS)
  whatWasDone?: string;
}

export class RaiseRiskNote extends RiskNoteWords {
  @IsReference()
  participantId!: string;
}

export class AnswerWords {
  @Words(MOST_WORDS, 1)
  words!: string;
}

/** Who answered, when, and in which words. */
export class RiskNoteAnswer {
  at!: Date;
  by!: StaffName;
  words!: string;
}

export class RiskNoteView {
  riskNoteId!: string;
  participantId!: string;
  participantName!: string;
  contactId!: string | null;
  @IsIn(LEVELS)
  level!: Level;
  @IsIn(LEVELS)
  suggestedLevel!: Level;
  lowerReason!: string;
  @IsIn(SIGNALS, { each: true })
  signals!: Signal[];
  overdoseOn!: string | null;
  otherSignal!: string;
  whatWasDone!: string;
  raisedAt!: Date;
  raisedBy!: StaffName;
  acknowledged!: RiskNoteAnswer | null;
  resolved!: RiskNoteAnswer | null;
  /** When an answer is due; null where no clock of minutes runs. */
  answerBy!: Date | null;
  version!: number;
}

export class RiskNoteList {
  items!: RiskNoteView[];
  next!: string | null;
}

export const RISK_NOTE_STATES = ['open', 'resolved'] as const;

export class RiskNotesAsked {
  @IsOptional()
  @IsIn(RISK_NOTE_STATES)
  state?: (typeof RISK_NOTE_STATES)[number];

  /** A coach's account, or `none` for participants with no coach. */
  @IsOptional()
  @IsReference()
  coachId?: string;

  @IsOptional()
  @IsIn(LEVELS)
  level?: Level;

  @IsOptional()
  @Words(200)
  after?: string;
}

/** What is ticked so far, from the address: one signal alone arrives as a word, several as a list. */
export class LevelAsked {
  @IsOptional()
  @Transform(({ value }: { value: unknown }) => (typeof value === 'string' ? [value] : value))
  @IsArray()
  @ArrayMaxSize(SIGNALS.length)
  @IsIn(SIGNALS, { each: true })
  signals?: Signal[];

  @IsOptional()
  @IsDay()
  overdoseOn?: string;
}

export class SuggestedLevel {
  @IsIn(LEVELS)
  level!: Level;
}
