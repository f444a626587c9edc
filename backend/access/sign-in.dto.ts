import { IsIn } from 'class-validator';
import { IsReference, Words } from '../http/fields.js';
import { LANGUAGES, type Language, ROLES, type Role } from './roles.js';

export class SignIn {
  /** The organization's short name, as in the address of its sign-in page. */
  @Words(40, 1)
  organization!: string;

  @Words(100, 1)
  signInName!: string;

  @Words(1000, 1)
  password!: string;
}

export class SampleSignIn {
  @Words(40, 1)
  organization!: string;

  @IsReference()
  accountId!: string;
}

export class SamplePerson {
  accountId!: string;
  name!: string;
  @IsIn(ROLES)
  role!: Role;
}

export class OrganizationAtTheDoor {
  /** Its neutral name where it has one. */
  name!: string;
  shortName!: string;
  phone!: string;
  isSample!: boolean;
  samplePeople!: SamplePerson[];
}

export class OwnOrganization {
  name!: string;
  /** What stands on paper and wherever others may read along; empty where there is none. */
  neutralName!: string;
  shortName!: string;
  /** The number that answers when no coach does. */
  phone!: string;
  timeZone!: string;
  /** What staff do first when somebody has thoughts of suicide, in the organization's own words. */
  crisisProtocol!: string;
}

export class Me {
  accountId!: string;
  name!: string;
  signInName!: string;
  /** What this session acts in. */
  @IsIn(ROLES)
  role!: Role;
  /** All that the account holds, the one it begins in first. */
  @IsIn(ROLES, { each: true })
  roles!: Role[];
  @IsIn(LANGUAGES)
  language!: Language;
  participantId!: string | null;
  organization!: OwnOrganization;
  /** The calendar day in the organization's zone. */
  today!: string;
  /** Minutes without activity after which the session ends. */
  idleMinutes!: number;
  /** Where live events now end: a page that listens from here misses nothing of what it asks for after this. */
  liveCursor!: number;
}

export class ChooseLanguage {
  @IsIn(LANGUAGES)
  language!: Language;
}

export class ChooseRole {
  /** One that the account holds. */
  @IsIn(ROLES)
  role!: Role;
}
