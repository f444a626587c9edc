import { IsIn, IsOptional } from 'class-validator';
import { PlannedContactView } from '../contacts/planned-contact.view.js';
import { NewStay } from '../enrollment/enroll-participant.dto.js';
import { AreSeveral, IsDay, IsNewId, IsReference, Words } from '../http/fields.js';
import { StaffName } from '../participants/participant.dto.js';
import { PromiseView } from '../promises/promise.dto.js';
import { RiskNoteView } from '../risk/risk-note.dto.js';
import { WindowView } from '../windows/window.view.js';
import {
  CLOSING_REASONS,
  type ClosingReason,
  PROMISE_ENDS,
  type PromiseEnd,
  STAY_ENDS,
  type StayEnd,
} from './closing.rules.js';

export class PromiseDecision {
  @IsReference()
  promiseId!: string;

  @IsIn(PROMISE_ENDS, { message: 'A promise is kept, let go or handed on.' })
  became!: PromiseEnd;

  /** Needed for one that is let go. */
  @IsOptional()
  @Words(500)
  reason?: string;

  /** The coach it is handed to. */
  @IsOptional()
  @IsReference()
  toId?: string;
}

export class CloseStay {
  /** Made by the client, so that what is sent twice is closed once. */
  @IsNewId()
  closingId!: string;

  /** The last day of the stay, on the organization's calendar; today or earlier. */
  @IsDay()
  closedOn!: string;

  @IsIn(CLOSING_REASONS, { message: 'Choose one of the reasons.' })
  reason!: ClosingReason;

  /** For staff alone. An administrator writes none. */
  @IsOptional()
  @Words(2000)
  words?: string;

  /** What became of each open promise. */
  @IsOptional()
  @AreSeveral(() => PromiseDecision, 200)
  promises?: PromiseDecision[];
}

/** How a stay was closed. */
export class ClosingView {
  closingId!: string;
  by!: StaffName;
  at!: Date;
  /** Null to an administrator. */
  words!: string | null;
  /** Whether the reader may still say that it was too soon. */
  mayTakeBack!: boolean;
}

/** A stay in a program, open or closed. */
export class StayView {
  enrollmentId!: string;
  participantId!: string;
  programId!: string;
  programName!: string;
  enrolledOn!: string;
  closedOn!: string | null;
  /** Null while it is open. */
  @IsIn(STAY_ENDS)
  reason!: StayEnd | null;
  /** Null while it is open, and where it was closed in another way. */
  closing!: ClosingView | null;
}

/** A coach who walked along in a stay, within its days. */
export class Companion extends StaffName {
  fromOn!: string;
  /** Null while they do. */
  untilOn!: string | null;
}

export class StayOfParticipant extends StayView {
  walkedWith!: Companion[];
}

export class Stays {
  /** The calendar day in the organization's zone. */
  today!: string;
  preferredName!: string;
  /** The open ones first, then the latest. */
  items!: StayOfParticipant[];
  /** Whether the reader may close them, and begin new ones. */
  mayClose!: boolean;
  mayEnrollAgain!: boolean;
}

/** The last stay of somebody who is in no program now. */
export class EndedStay extends StayView {
  preferredName!: string;
  /** Null to a coach, who reaches the record no more. */
  legalName!: string | null;
}

export class EndedStays {
  /** The one that ended last first. */
  items!: EndedStay[];
  next!: string | null;
}

export class EndedStaysAsked {
  /** Any part of a name. */
  @IsOptional()
  @Words(200)
  find?: string;

  @IsOptional()
  @Words(2000)
  after?: string;
}

/** What there is to see to before a stay is closed. */
export class ToClose {
  stay!: StayView;
  preferredName!: string;
  today!: string;
  /** No other stay is open: with it, assignments, the next contact and all else that asks for them ends. */
  isLast!: boolean;
  /** Open ones, urgent first. Of an administrator, who reads none, always empty. */
  riskNotes!: RiskNoteView[];
  /** Open ones, the one due first first. Of an administrator, who reads none, always empty. */
  promises!: PromiseView[];
  /** Whether there are urgent notes or concerns that are not resolved. */
  hasOpenRiskNotes!: boolean;
  hasOpenPromises!: boolean;
  /** What else goes on until then; of an administrator, who reads none of it, null or empty. */
  nextContact!: PlannedContactView | null;
  windows!: WindowView[];
  hasCallAskedFor!: boolean;
  /** A handover is asked for, or waits for the next coach: it ends for good, also when the closing is taken back. */
  hasHandover!: boolean;
  /** How many drafts about them the reader has begun. */
  draftCount!: number;
  /** Coaches whom a promise can be handed to; of an administrator, who hands none on, empty. */
  canTake!: StaffName[];
  /** Who walks with them now. */
  walkWith!: StaffName[];
  /** By name, the supervisors who can answer a note of theirs. */
  whoCanAnswer!: string[];
  /** By name, who can say what becomes of what was promised. */
  whoCan!: string[];
}

/** That a stay was closed, to whoever closed it: they may reach the record no more. */
export class StayClosed {
  closingId!: string;
  participantId!: string;
  enrollmentId!: string;
  closedOn!: string;
  @IsIn(CLOSING_REASONS)
  reason!: ClosingReason;
  closedAt!: Date;
}

export class StayReopened {
  participantId!: string;
  enrollmentId!: string;
}

export class EnrollAgain extends NewStay {
  /** Made by the client, so that what is sent twice is one stay. */
  @IsNewId()
  enrollmentId!: string;
}

export class StayBegun {
  participantId!: string;
  enrollmentId!: string;
  programName!: string;
  enrolledOn!: string;
}
