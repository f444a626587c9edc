import { IsIn } from 'class-validator';
import { LANGUAGES, type Language } from '../access/roles.js';
import { StaffName } from '../participants/participant.dto.js';
import { INSTRUMENTS, type Instrument } from './bank.js';

export const MODES = ['self', 'with coach'] as const;
export type Mode = (typeof MODES)[number];

/** The questions of a version as they are asked. */
export class InstrumentView {
  @IsIn(INSTRUMENTS)
  instrument!: Instrument;
  version!: string;
  name!: string;
  /** Of the words below: the one asked for, or English. */
  @IsIn(LANGUAGES)
  language!: Language;
  stem!: string;
  /** The lowest and the highest answer. */
  least!: number;
  most!: number;
  /** The words of each answer, the lowest first; empty between the ends where nobody named them. */
  anchors!: string[];
  /** Item 1 first. */
  items!: string[];
}

/** The answer to one item; null was skipped, and stays so. */
export class AnswerView {
  item!: number;
  answer!: number | null;
}

/** One item now and the last time. */
export class ChangeView {
  item!: number;
  before!: number;
  now!: number;
}

/** What somebody answered, as they themself see it: answers and what changed, no sum. */
export class OwnAssessment {
  assessmentId!: string;
  @IsIn(INSTRUMENTS)
  instrument!: Instrument;
  version!: string;
  @IsIn(MODES)
  mode!: Mode;
  /** The coach who asked; null when they answered alone. */
  withCoach!: string | null;
  takenOn!: string;
  answers!: AnswerView[];
  isComplete!: boolean;
  /** The day of the one it is compared with; null for the first. */
  comparedWithOn!: string | null;
  changes!: ChangeView[];
}

/** The same as staff see it: with the sum where it is complete, and what its authors say of it. */
export class AssessmentView extends OwnAssessment {
  score!: number | null;
  reading!: string | null;
  administeredBy!: StaffName;
  /** The urgent note that an answer raised. */
  riskNoteId!: string | null;
}

/** Help before anything else, and when somebody here can read what is sent. */
export class HelpFirst {
  organizationName!: string;
  phone!: string;
  coachName!: string | null;
  /** Somebody can read it now: it is within the hours, or somebody is told at night too. */
  canBeReadNow!: boolean;
  /** Where nobody may read it before: when they open. */
  nobodyBefore!: Date | null;
}

/** Everything of a participant's own page of questions. */
export class OwnQuestions {
  instruments!: InstrumentView[];
  /** The day BARC-10 is due; null without a stay. */
  barcDueOn!: string | null;
  isTimeForBarc!: boolean;
  /** The newest first. */
  taken!: OwnAssessment[];
  help!: HelpFirst;
  today!: string;
}

export class OwnAssessmentSent {
  assessment!: OwnAssessment;
  /** Whether the people who can answer were told of it. */
  isTold!: boolean;
  help!: HelpFirst;
}

/** What staff read about a participant's assessments. */
export class Assessments {
  participantId!: string;
  preferredName!: string;
  @IsIn(LANGUAGES)
  participantLanguage!: Language;
  instruments!: InstrumentView[];
  barcDueOn!: string | null;
  isTimeForBarc!: boolean;
  /** The newest first. */
  taken!: AssessmentView[];
  /** What to do with thoughts of suicide, in the organization's words. */
  crisisProtocol!: string;
  phone!: string;
  today!: string;
}
