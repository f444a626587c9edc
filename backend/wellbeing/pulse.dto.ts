import { IsBoolean, IsIn, IsOptional } from 'class-validator';
import { IsNewId, Words } from '../http/fields.js';
import { StaffName } from '../participants/participant.dto.js';
import { FEELINGS, type Feeling } from './pulses.rules.js';

export class PulseWords {
  @IsIn(FEELINGS)
  feeling!: Feeling;

  @IsOptional()
  @Words(2000)
  words?: string;
}

export class SayPulse extends PulseWords {
  /** Made by the client, so that what is sent twice is said once. */
  @IsNewId()
  pulseId!: string;
}

export class SharePulse {
  @IsBoolean()
  isShared!: boolean;
}

export class PulseView {
  pulseId!: string;
  /** The Monday of its week. */
  weekOn!: string;
  @IsIn(FEELINGS)
  feeling!: Feeling;
  words!: string;
  saidAt!: Date;
  /** Null while nobody else reads it. */
  sharedAt!: Date | null;
  version!: number;
}

/** One that its coach shared. */
export class SharedPulse extends PulseView {
  coach!: StaffName;
}
