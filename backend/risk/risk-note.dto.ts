import { Transform } from 'class-transformer';
import { ArrayMaxSize, ArrayMinSize, ArrayUnique, IsArray, IsIn, IsOptional } from 'class-validator';
import { IsDay, IsNewId, IsReference, Words } from '../http/fields.js';
import { DeliveryView } from '../messages/delivery.view.js';
import { StaffName } from '../participants/participant.dto.js';
import { TOLD_AS, type ToldAs } from './escalation.rules.js';
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
  /** The assessment whose answer raised it. */
  assessmentId!: string | null;
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
  /** The participant's own answer raised it; `raisedBy` is them. */
  isOwnAnswer!: boolean;
  acknowledged!: RiskNoteAnswer | null;
  resolved!: RiskNoteAnswer | null;
  /** When an answer is due; null once there is one. */
  answerBy!: Date | null;
  /** When an answer is, or was, due: what makes one late. Null for notes answered before there were clocks. */
  dueAt!: Date | null;
  version!: number;
}

/** Somebody who was told of a note, and what became of the message: no delivery where they had no way to be reached. */
export class RiskNoteTold extends StaffName {
  @IsIn(TOLD_AS)
  as!: ToldAs;
  at!: Date;
  deliveries!: DeliveryView[];
}

/** A note as it is read by itself and on the list of notes: with who was told. */
export class RiskNoteEntry extends RiskNoteView {
  told!: RiskNoteTold[];
}

export class RiskNoteList {
  items!: RiskNoteEntry[];
  next!: string | null;
}

export const RISK_NOTE_STATES = ['open', 'resolved'] as const;

export const ANSWERS_ASKED = ['waiting'] as const;

export class RiskNotesAsked {
  @IsOptional()
  @IsIn(RISK_NOTE_STATES)
  state?: (typeof RISK_NOTE_STATES)[number];

  /** A coach's account, `none` for participants with no coach, or `team` for all that the overview counts. */
  @IsOptional()
  @IsReference()
  coachId?: string;

  @IsOptional()
  @IsIn(LEVELS)
  level?: Level;

  /** `waiting`: only what nobody has acknowledged yet. */
  @IsOptional()
  @IsIn(ANSWERS_ASKED)
  answer?: (typeof ANSWERS_ASKED)[number];

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
  /** What was ticked that makes it this level, in a sentence. */
  because!: string;
}

export class RiskNotesWaiting {
  /** Urgent notes within reach that nobody has answered. */
  urgentCount!: number;
  /** The one to answer first. */
  riskNoteId!: string | null;
  answerBy!: Date | null;
}

export class ReadersAsked {
  @IsReference()
  participantId!: string;
}

/** By when a note of each level raised now is answered. */
export class AnswerTimes {
  urgent!: Date;
  concern!: Date;
  watch!: Date;
}

/** Who would hear of an urgent note raised now, and by when one of any level is answered. */
export class Readers {
  told!: StaffName[];
  answerBy!: AnswerTimes;
  isOpen!: boolean;
  /** When somebody reads it at the latest by working hours, where nobody may before: closed, and no way to reach them. */
  nobodyBefore!: Date | null;
}
