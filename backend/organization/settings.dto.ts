import { IsOptional } from 'class-validator';
import { IsNewId, IsOne, Words } from '../http/fields.js';

/** What is set about the organization itself. */
export class OrganizationDetails {
  @Words(200, 1)
  name!: string;

  /** IANA name, as in America/New_York. */
  @Words(100, 1)
  timeZone!: string;
}

export class SetOrganizationDetails extends OrganizationDetails {
  /** What it was when the page was opened, so that nobody overwrites what another just set. */
  @IsOne(() => OrganizationDetails)
  before!: OrganizationDetails;
}

export class OrganizationSettings extends OrganizationDetails {
  shortName!: string;
  /** The calendar day in this zone. */
  today!: string;
  /** Only until the first day is written in it. */
  mayChangeTimeZone!: boolean;
}

export class ChangesAsked {
  @IsOptional()
  @Words(200)
  after?: string;
}

/** Who changed a setting; null where it was done at the database itself. */
export class ChangedBy {
  accountId!: string;
  name!: string;
}

export class SettingChange {
  changeId!: string;
  by!: ChangedBy | null;
  at!: Date;
  /** Since which day it holds. */
  effectiveOn!: string;
  /** The end of a sentence that begins with who did it. */
  words!: string;
}

export class SettingChanges {
  items!: SettingChange[];
  next!: string | null;
}

export class ProgramName {
  @Words(200, 1)
  name!: string;
}

export class AddProgram extends ProgramName {
  /** Made by the client, so that what is sent twice is one program. */
  @IsNewId()
  programId!: string;
}
