import { ValidateIf } from 'class-validator';
import { IsReference } from '../http/fields.js';
import { StaffName } from '../participants/participant.dto.js';

export class AssignCoach {
  /** The primary coach from today on; null for nobody. */
  @ValidateIf((sent: AssignCoach) => sent.coachId !== null)
  @IsReference()
  coachId!: string | null;
}

export class Assignment {
  participantId!: string;
  coach!: StaffName | null;
}

/** A coach to assign somebody to, with what they carry now. */
export class CoachChoice {
  accountId!: string;
  name!: string;
  /** Participants now with this coach. */
  caseloadCount!: number;
  /** In weight, not heads: see the settings of the organization. */
  capacity!: number;
  supervisorName!: string | null;
}

export class CoachChoices {
  items!: CoachChoice[];
}
