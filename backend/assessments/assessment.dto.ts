import { IsIn, IsInt, IsOptional } from 'class-validator';
import { LANGUAGES, type Language } from '../access/roles.js';
import { AreSeveral, IsDay, IsNewId, IsReference, Words } from '../http/fields.js';
import { INSTRUMENTS, type Instrument } from './bank.js';

/** No instrument has more items; what the bank does not know is told item by item. */
const MOST_ANSWERS = 100;

export class SentAnswer {
  /** 1 is the first. */
  @IsInt({ message: 'This is the number of a question.' })
  item!: number;

  /** Left out or null: skipped. */
  @IsOptional()
  @IsInt({ message: 'This is one of the answers, as a whole number.' })
  answer?: number | null;
}

/** What a participant answered, alone. */
export class SendAnswers {
  /** Made by the client, so that answers sent twice are one assessment. */
  @IsNewId()
  assessmentId!: string;

  @IsIn(INSTRUMENTS)
  instrument!: Instrument;

  /** Of the form that was open. */
  @Words(20, 1)
  version!: string;

  /** In which the questions were read. */
  @IsIn(LANGUAGES)
  language!: Language;

  /** The organization's today where it is left out. */
  @IsOptional()
  @IsDay()
  takenOn?: string;

  @AreSeveral(() => SentAnswer, MOST_ANSWERS)
  answers!: SentAnswer[];
}

/** What they answered together with their coach. */
export class SendAnswersTogether extends SendAnswers {
  @IsReference()
  participantId!: string;

  /** What was done at once, where an answer asked for it; it stands in the risk note. */
  @IsOptional()
  @Words(10_000)
  whatWasDone?: string;
}

export class AssessmentsAsked {
  @IsReference()
  participantId!: string;
}

export class QuestionsAsked {
  /** In which the questions are wanted, where they are published in it. */
  @IsOptional()
  @IsIn(LANGUAGES)
  language?: Language;
}
