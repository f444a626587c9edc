import { IsOptional, ValidateIf } from 'class-validator';
import { ExperienceChoice } from '../coaches/about.dto.js';
import { CoachLoad } from '../coaches/load.dto.js';
import { IsDay, IsReference, Words } from '../http/fields.js';
import { StaffName } from '../participants/participant.dto.js';

export class AssignCoach {
  /** The coach from today on; null for nobody. */
  @ValidateIf((sent: AssignCoach) => sent.coachId !== null)
  @IsReference()
  coachId!: string | null;

  /** Whom the chooser saw there, null for nobody; left out, whoever it is. Another is refused and shown. */
  @IsOptional()
  @IsReference()
  insteadOf?: string | null;

  /** Why all the same, where the coach is full. */
  @IsOptional()
  @Words(500)
  reason?: string;

  /** The last day agreed for it; nothing ends by itself on it. */
  @IsOptional()
  @IsDay()
  lastOn?: string | null;
}

/** Who walks with a participant, since when, and who decided it. */
export class AssignedCoach extends StaffName {
  fromOn!: string;
  /** The last day agreed; it ends when somebody ends it. */
  lastOn!: string | null;
  madeByName!: string | null;
  madeAt!: Date;
}

export class Assignment {
  participantId!: string;
  coach!: AssignedCoach | null;
  /** Beside the primary one. */
  secondCoach!: AssignedCoach | null;
}

/** A coach to assign somebody to, with what they carry now. */
export class CoachChoice {
  accountId!: string;
  name!: string;
  load!: CoachLoad;
  supervisorName!: string | null;
  /** False without a certification in force or supervised training: they cannot be chosen. */
  mayLog!: boolean;
}

export class CoachChoices {
  items!: CoachChoice[];
  /** What may be wished of one, and said of oneself, in words. */
  experiences!: ExperienceChoice[];
}
