import { IsBoolean, IsIn, IsOptional } from 'class-validator';
import { IsDay, IsNewId, Words } from '../http/fields.js';
import { StaffName } from './participant.dto.js';

export const WAY_TO_REACH_KINDS = ['phone', 'email', 'address'] as const;
export type WayToReachKind = (typeof WAY_TO_REACH_KINDS)[number];

/**
 * A number or address, and what the participant said is safe. The words are a phone's; of an e-mail address
 * `mayText` is writing, of a street address `mayCall` is coming by and `mayText` a letter.
 */
export class WayToReachWords {
  @IsIn(WAY_TO_REACH_KINDS)
  kind!: WayToReachKind;

  /** As it was typed. */
  @Words(300, 1)
  value!: string;

  @IsBoolean()
  mayCall!: boolean;

  @IsBoolean()
  mayVoicemail!: boolean;

  @IsBoolean()
  mayText!: boolean;

  /** Whether one may say who is calling. */
  @IsBoolean()
  maySayWho!: boolean;

  /** Why something is not safe: others read this phone. */
  @IsOptional()
  @Words(200)
  whyNot?: string;

  @IsOptional()
  @Words(200)
  bestHours?: string;

  /** The last day on which this holds; after it nothing is assumed safe. */
  @IsOptional()
  @IsDay()
  untilOn?: string;
}

export class AddWayToReach extends WayToReachWords {
  /** Made by the client, so that one sent twice is one. */
  @IsNewId()
  wayToReachId!: string;
}

/** A number or address with what is safe today: nothing, once its last day has gone by. */
export class WayToReach {
  wayToReachId!: string;
  @IsIn(WAY_TO_REACH_KINDS)
  kind!: WayToReachKind;
  value!: string;
  /** Of a phone: what to dial, `,12` for an extension; null where it cannot be. */
  dial!: string | null;
  mayCall!: boolean;
  mayVoicemail!: boolean;
  mayText!: boolean;
  maySayWho!: boolean;
  whyNot!: string;
  bestHours!: string;
  untilOn!: string | null;
  /** Past its last day: it must be asked again. */
  isExpired!: boolean;
  /** Not valid any more, by somebody's word. */
  isNoLonger!: boolean;
  /** The day on which it was last said, and who wrote it down. */
  changedOn!: string | null;
  changedBy!: StaffName | null;
  version!: number;
}

/** What a way said before it was changed. */
export class WayToReachVersion {
  version!: number;
  value!: string;
  mayCall!: boolean;
  mayVoicemail!: boolean;
  mayText!: boolean;
  maySayWho!: boolean;
  whyNot!: string;
  bestHours!: string;
  untilOn!: string | null;
  isNoLonger!: boolean;
  by!: StaffName | null;
  /** Null for what was there before this was kept. */
  at!: Date | null;
}

export class WayToReachVersions {
  /** The latest first; the present one is not among them. */
  items!: WayToReachVersion[];
}
