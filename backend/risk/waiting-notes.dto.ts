import { IsReference } from '../http/fields.js';
import { StaffName } from '../participants/participant.dto.js';

/** All that an administrator learns of a risk note past its time: that it waits, since when, and with whom. */
export class WaitingNote {
  riskNoteId!: string;
  isUrgent!: boolean;
  raisedAt!: Date;
  /** When an answer was due. */
  dueAt!: Date;
  /** The supervisors who were told. */
  with!: StaffName[];
  /** Those of them whom an administrator named. */
  named!: StaffName[];
}

export class WaitingNotes {
  items!: WaitingNote[];
  /** Who could be named: every supervisor who can sign in. */
  supervisors!: StaffName[];
}

export class NameSupervisor {
  @IsReference()
  supervisorId!: string;
}
