import { IsIn } from 'class-validator';
import { PlannedContactView } from '../contacts/planned-contact.view.js';
import { WishInWords } from '../enrollment/coach-wish.dto.js';
import { GoalInMovement } from '../goals/goal.view.js';
import { ParticipantName, StaffName } from '../participants/participant.dto.js';
import { Supporter } from '../participants/supporter.dto.js';
import { WayToReach } from '../participants/way-to-reach.dto.js';
import { PromiseView } from '../promises/promise.dto.js';
import { SharedDays } from '../recovery-days/shared-days.dto.js';
import { RecoveryPlanThen } from '../recovery-plans/recovery-plan.view.js';
import { RiskNoteView } from '../risk/risk-note.dto.js';
import { StandingView } from '../standing/standing.view.js';
import { WindowView } from '../windows/window.view.js';
import {
  HANDOVER_ENDINGS,
  HANDOVER_STATES,
  type HandoverEnding,
  type HandoverState,
} from './handover.rules.js';

export class HandoverLine {
  words!: string;
  by!: StaffName;
  at!: Date;
}

export class HandoverEnded {
  @IsIn(HANDOVER_ENDINGS)
  as!: HandoverEnding;
  at!: Date;
  by!: StaffName;
  reason!: string;
}

export class HandoverDeclined {
  at!: Date;
  words!: string;
}

/** A participant on their way to another coach. */
export class HandoverView {
  handoverId!: string;
  participantId!: string;
  /** Null for whoever reaches them no longer, a week after it is settled. */
  participantName!: string | null;
  /** Null: nobody walked with them. */
  from!: StaffName | null;
  /** Null only while it is asked for, and the coach named nobody. */
  to!: StaffName | null;
  @IsIn(HANDOVER_STATES)
  state!: HandoverState;
  line!: HandoverLine | null;
  /** Who asked for it or made it, and when. */
  by!: StaffName;
  at!: Date;
  /** The end of the second working day after; null while it is asked for. */
  acceptBy!: Date | null;
  /** That moment has gone by, and it is not accepted. */
  isLate!: boolean;
  acceptedAt!: Date | null;
  declined!: HandoverDeclined | null;
  ended!: HandoverEnded | null;
  mayAccept!: boolean;
  mayWriteLine!: boolean;
  /** Of a supervisor, until it is accepted. */
  mayUndo!: boolean;
  /** Of what is asked for: the coach who asked, and the supervisor. */
  mayCallOff!: boolean;
  version!: number;
}

export const HANDED_KINDS = ['promise', 'planned contact'] as const;

/** Something that went along. */
export class HandedPart {
  @IsIn(HANDED_KINDS)
  kind!: (typeof HANDED_KINDS)[number];
  subjectId!: string;
  /** Of a promise; of a planned contact its way. */
  words!: string;
  onDay!: string;
  atTime!: string | null;
  /** Whose it was. */
  byName!: string;
  isOpen!: boolean;
}

/** Words of a draft that the coach before gave along. */
export class HandedWords {
  draftId!: string;
  words!: string;
  byName!: string;
  at!: Date;
}

/** An urgent note that was open when they were handed over: when, and whether it is answered. No word of it. */
export class NoteWhenHanded {
  riskNoteId!: string;
  raisedAt!: Date;
  answerBy!: Date | null;
  answeredAt!: Date | null;
}

/** A draft that the reader has open about them. */
export class OpenDraft {
  draftId!: string;
  savedAt!: Date;
  /** The first of the words in it; empty when there are none to hand over. */
  gist!: string;
  isGiven!: boolean;
}

/** What the next coach needs to know, written by itself from the record as it is at this moment. */
export class HandoverRecord {
  participant!: ParticipantName;
  /** One for each open stay in a program. */
  standings!: StandingView[];
  /** What holds today first. */
  waysToReach!: WayToReach[];
  supporters!: Supporter[];
  /** What they wish of a coach and tell of themself; null while nothing is noted. */
  wish!: WishInWords | null;
  plan!: RecoveryPlanThen;
  /** Open ones. */
  goals!: GoalInMovement[];
  promises!: PromiseView[];
  windows!: WindowView[];
  riskNotes!: RiskNoteView[];
  nextContact!: PlannedContactView | null;
  /** Null while they keep their days to themselves. */
  recoveryDays!: SharedDays | null;
}

/** The one page. */
export class HandoverPage {
  today!: string;
  handover!: HandoverView;
  moved!: HandedPart[];
  words!: HandedWords[];
  urgentNotes!: NoteWhenHanded[];
  /** The reader's own. */
  drafts!: OpenDraft[];
  /** Null for the coach before, who reaches the record no longer. */
  record!: HandoverRecord | null;
}

/** What the page of a handover would say now, and the handover there is. */
export class HandoverPreview {
  today!: string;
  /** The open one, if any. */
  handover!: HandoverView | null;
  record!: HandoverRecord;
}

export class HandoverItem extends HandoverView {
  urgentNotes!: NoteWhenHanded[];
  drafts!: OpenDraft[];
}

export class Handovers {
  today!: string;
  /** Not settled yet, for a coach also what was settled in the last week; what waits longest first. */
  items!: HandoverItem[];
}
