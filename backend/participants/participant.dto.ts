import { IsIn } from 'class-validator';
import { LANGUAGES, type Language } from '../access/roles.js';

/** A member of staff, by name. */
export class StaffName {
  accountId!: string;
  name!: string;
}

export class ParticipantName {
  participantId!: string;
  preferredName!: string;
  legalName!: string;
  pronouns!: string;
  @IsIn(LANGUAGES)
  language!: Language;
  primaryCoach!: StaffName | null;
}
