import { Type } from 'class-transformer';
import { IsIn, IsOptional, ValidateNested } from 'class-validator';
import { LANGUAGES, type Language, ROLES, type Role } from '../access/roles.js';
import { IsSignInName } from '../access/sign-in-name.js';
import { NewCertification } from '../coaches/coach.dto.js';
import { IsNewId, IsReference, Words } from '../http/fields.js';
import { StaffName } from '../participants/participant.dto.js';

/** Somebody of the organization, as an administrator sees them: their account, never what was written about them. */
export class Person {
  /** Null for a participant who has no account. */
  accountId!: string | null;
  /** For a participant the preferred name. */
  name!: string;
  /** Of a participant's record, null for who has none. */
  legalName!: string | null;
  signInName!: string | null;
  /** The one they begin in. */
  @IsIn(ROLES)
  role!: Role;
  /** All that they hold, the one they begin in first. */
  @IsIn(ROLES, { each: true })
  roles!: Role[];
  @IsIn(LANGUAGES)
  language!: Language;
  isDisabled!: boolean;
  /** Whether they have opened their account with its link. */
  isActivated!: boolean;
  /** Whom a coach reports to. */
  supervisor!: StaffName | null;
  /** A participant's primary coach. */
  coach!: StaffName | null;
  /** Their record, where they are in a program. */
  participantId!: string | null;
  /** Whether they are in a program now; null for who has no record. */
  isEnrolled!: boolean | null;
  /** Participants now with this coach; null for everybody else. */
  caseloadCount!: number | null;
  version!: number;
}

export class PersonList {
  items!: Person[];
  next!: string | null;
}

export class PeopleAsked {
  /** One that they hold, whatever else they are. */
  @IsOptional()
  @IsIn(ROLES)
  role?: Role;

  /** Any part of a name or sign-in name. */
  @IsOptional()
  @Words(200)
  find?: string;

  /** Only who is in a program and has no coach. */
  @IsOptional()
  @IsIn(['coach'])
  without?: 'coach';

  @IsOptional()
  @Words(2000)
  after?: string;
}

export const STAFF_ROLES = ['coach', 'supervisor', 'administrator'] as const;

export class AddPerson {
  /** Made by the client, so that a person sent twice is one person. */
  @IsNewId()
  accountId!: string;

  @IsIn(STAFF_ROLES)
  role!: (typeof STAFF_ROLES)[number];

  @Words(200, 1)
  name!: string;

  @Words(100, 1)
  @IsSignInName()
  signInName!: string;

  @IsOptional()
  @IsIn(LANGUAGES)
  language?: Language;

  /** Whom a coach reports to. */
  @IsOptional()
  @IsReference()
  supervisorId?: string;

  /** What a coach works under. */
  @IsOptional()
  @ValidateNested()
  @Type(() => NewCertification)
  certification?: NewCertification;
}

export class NewLink {
  /** The path on this server that opens the account, once. It is told here and never again. */
  invitationLink!: string;
  invitationExpiresAt!: Date;
}

export class AddedPerson extends NewLink {
  person!: Person;
}

export class EnrolledParticipant {
  participantId!: string;
  person!: Person;
  /** The path on this server that opens their account, once; null without an account. Told here and never again. */
  invitationLink!: string | null;
  invitationExpiresAt!: Date | null;
}
