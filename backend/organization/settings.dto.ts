import { IsIn, IsInt, IsOptional, Max, Min } from 'class-validator';
import { IsNewId, Words } from '../http/fields.js';
import { ProgramView } from './program.dto.js';
import { SETTING_AREAS, type SettingArea } from './setting-areas.rules.js';

/** What is set about the organization itself. */
export class OrganizationDetails {
  @Words(200, 1)
  name!: string;

  /** Stands on cards, at the door and behind links, where others may read along; empty shows nothing. */
  @Words(60)
  neutralName!: string;

  /** IANA name, as in America/New_York. */
  @Words(100, 1)
  timeZone!: string;

  /** How many days ahead a participant may wish to be left in peace. */
  @Min(1, { message: 'At least 1 day.' })
  @Max(90, { message: 'At most 90 days.' })
  @IsInt({ message: 'This is a whole number of days.' })
  mostPausedDays!: number;
}

export class OrganizationSettings extends OrganizationDetails {
  /** Stands in the address of the sign-in page. */
  shortName!: string;
  /** The calendar day in this zone. */
  today!: string;
  /** Only until the first day is written in it. */
  mayChangeTimeZone!: boolean;
  version!: number;
}

/** A program as an administrator keeps it. */
export class KeptProgram extends ProgramView {
  /** How many are in it now; with somebody in it, it stays open. */
  enrolledCount!: number;
}

export class KeptPrograms {
  items!: KeptProgram[];
}

export class ChangesAsked {
  /** Only what belongs to it. */
  @IsOptional()
  @IsIn(SETTING_AREAS)
  area?: SettingArea;

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
  @IsIn(SETTING_AREAS)
  area!: SettingArea;
  /** The end of a sentence that begins with who did it. */
  words!: string;
  /** What is too long for a sentence, whole; null for everything else. */
  texts!: ChangedTexts | null;
}

export class ChangedTexts {
  before!: string;
  after!: string;
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
