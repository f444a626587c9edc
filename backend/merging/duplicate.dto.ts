import { IsOptional } from 'class-validator';
import { IsReference, Words } from '../http/fields.js';
import { StaffName } from '../participants/participant.dto.js';

/** What has been typed of somebody so far. */
export class WhoIsThis {
  @Words(200)
  preferredName!: string;

  @IsOptional()
  @Words(200)
  legalName?: string;

  @IsOptional()
  @Words(300)
  phone?: string;
}

export class Stay {
  programName!: string;
  enrolledOn!: string;
  closedOn!: string | null;
}

/** A record as somebody needs it to tell who it is: names and stays, no word about them. */
export class KnownRecord {
  participantId!: string;
  preferredName!: string;
  legalName!: string;
  pronouns!: string;
  coach!: StaffName | null;
  /** The latest first. */
  stays!: Stay[];
}

export class PossibleDuplicate extends KnownRecord {
  /** In words: "the same phone number". */
  agreesIn!: string[];
}

export class PossibleDuplicates {
  /** Within the asker's reach, who agrees in more first. */
  items!: PossibleDuplicate[];
  /** Somebody out of the asker's reach has this number; who, an administrator sees. */
  isNumberOfSomebodyElse!: boolean;
}

/** Who may be the same person as somebody, within the asker's reach. */
export class DuplicatesOfRecord {
  record!: KnownRecord;
  items!: PossibleDuplicate[];
}

export class DuplicatePair {
  first!: KnownRecord;
  second!: KnownRecord;
  agreesIn!: string[];
}

/** Two records that are two people, and who said so. */
export class ToldApartPair {
  first!: KnownRecord;
  second!: KnownRecord;
  saidByName!: string;
  saidAt!: Date;
}

export class DuplicatePairs {
  /** Who agrees in more first. */
  items!: DuplicatePair[];
  /** There are more than are shown. */
  hasMore!: boolean;
  /** The latest first. */
  toldApart!: ToldApartPair[];
}

export class TwoRecords {
  @IsReference()
  firstId!: string;

  @IsReference()
  secondId!: string;
}
