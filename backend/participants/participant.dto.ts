import { IsIn } from 'class-validator';
import { LANGUAGES, type Language } from '../access/roles.js';

/** A member of staff, by name. */
export class StaffName {
  accountId!: string;
  name!: string;
}

export const WAY_TO_REACH_KINDS = ['phone', 'email', 'address'] as const;

/** A number or address, with what is safe. */
export class WayToReach {
  wayToReachId!: string;
  @IsIn(WAY_TO_REACH_KINDS)
  kind!: (typeof WAY_TO_REACH_KINDS)[number];
  value!: string;
  mayCall!: boolean;
  mayVoicemail!: boolean;
  mayText!: boolean;
  /** Whether one may say who is calling. */
  maySayWho!: boolean;
  bestHours!: string;
  /** The last day on which this holds. */
  untilOn!: string | null;
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
