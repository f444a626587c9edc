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
  /** The one they speak. */
  language!: Language;
  /** The one they read the app in, by their own choice; null without an account. */
  @IsIn([...LANGUAGES, null])
  readsIn!: Language | null;
  primaryCoach!: StaffName | null;
}
