import { ValidateIf } from 'class-validator';
import { IsDay, IsNewId, Words } from '../http/fields.js';
import { StaffName } from '../participants/participant.dto.js';

export class DeathWords {
  /** On the organization's calendar; today or earlier. */
  @IsDay()
  diedOn!: string;

  /** What the family wishes said, or left unsaid. */
  @ValidateIf((sent: DeathWords) => sent.familyWishes !== undefined)
  @Words(2000)
  familyWishes?: string;
}

export class SayDeath extends DeathWords {
  /** Made by the client, so that what is sent twice is said once. */
  @IsNewId()
  deathId!: string;
}

export class LastWord {
  @Words(2000, 1)
  words!: string;
}

/** Somebody who walked with them: as coach, from the first day to the last. */
export class WalkedWith extends StaffName {
  fromOn!: string;
  untilOn!: string;
}

export class LastWordView extends LastWord {
  by!: StaffName;
  at!: Date;
}

export class DeathView {
  deathId!: string;
  participantId!: string;
  preferredName!: string;
  diedOn!: string;
  familyWishes!: string;
  saidBy!: StaffName;
  saidAt!: Date;
  /** Their primary coach when it was said. */
  lastCoach!: StaffName | null;
  walkedWith!: WalkedWith[];
  /** When a supervisor said that they had spoken with the last coach. */
  spokenAt!: Date | null;
  /** Null until the record is closed. */
  lastWord!: LastWordView | null;
  /** Whether the reader may say that it was a mistake. */
  mayTakeBack!: boolean;
  version!: number;
}

export class DeathTakenBack {
  participantId!: string;
}

export class Deaths {
  items!: DeathView[];
}
