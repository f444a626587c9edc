import { IsIn, IsObject } from 'class-validator';
import { DIMENSIONS, type Dimension } from '../goals/dimensions.js';
import { StaffName } from '../participants/participant.dto.js';
import {
  OUTCOMES,
  type Outcome,
  PLACES,
  type Place,
  STARTED_BY,
  type StartedBy,
  WAYS,
  type Way,
} from './contacts.rules.js';

export class AddendumView {
  addendumId!: string;
  author!: StaffName;
  words!: string;
  isShared!: boolean;
  addedAt!: Date;
}

export class TouchedGoal {
  goalId!: string;
  sentence!: string;
  /** How it goes with it, as said in this contact; the participant reads it too. */
  progress!: string;
  /** How sure they were of getting there, 0 to 10, as said in this contact. */
  confidence!: number | null;
}

export class VoidView {
  at!: Date;
  by!: StaffName;
  reason!: string;
}

/** What the participant says of a contact: theirs alone to write, change and take back. */
export class OwnWordsView {
  words!: string;
  writtenAt!: Date;
}

export class ContactView {
  contactId!: string;
  participantId!: string;
  participantName!: string;
  coach!: StaffName;
  /** The local day it happened on. */
  occurredOn!: string;
  /** `HH:MM`, where known. */
  occurredTime!: string | null;
  recordedAt!: Date;
  /** Recorded on a later day than it happened. */
  isLateEntry!: boolean;
  @IsIn(OUTCOMES)
  outcome!: Outcome;
  @IsIn([...STARTED_BY, null])
  startedBy!: StartedBy | null;
  @IsIn([...WAYS, null])
  way!: Way | null;
  @IsIn([...PLACES, null])
  place!: Place | null;
  minutes!: number | null;
  /** Program and participant have no name for a supervisor whose team the participant has left. */
  programId!: string;
  programName!: string;
  @IsIn(DIMENSIONS, { each: true })
  dimensions!: Dimension[];
  goals!: TouchedGoal[];
  sharedNote!: string;
  teamNote!: string;
  version!: number;
  mayAmend!: boolean;
  mayAmendUntil!: Date;
  mayVoid!: boolean;
  voided!: VoidView | null;
  addenda!: AddendumView[];
  ownWords!: OwnWordsView | null;
  riskNoteId!: string | null;
  /** The certification in force on its day, or whose supervision it was logged under. */
  certification!: string | null;
  /** Waits for the supervisor, because no certification was in force. */
  isHeld!: boolean;
  /** Logged by a coach who was not assigned then: they stood in, or the participant walked in. */
  isOffCaseload!: boolean;
}

export class ContactVersion {
  version!: number;
  madeAt!: Date;
  madeBy!: StaffName;
  /** The fields as they were. */
  @IsObject()
  contact!: Record<string, unknown>;
}

export class ContactVersions {
  items!: ContactVersion[];
}
