import { IsBoolean, IsOptional } from 'class-validator';
import { IsDay, IsNewId, Words } from '../http/fields.js';
import { StaffName } from './participant.dto.js';

/** Someone in the participant's life, and whether, about what and until when we may talk with them. */
export class SupporterWords {
  @Words(200, 1)
  name!: string;

  /** In words: sister, sponsor, doctor. */
  @Words(100, 1)
  relation!: string;

  @IsOptional()
  @Words(300)
  phone?: string;

  @IsBoolean()
  mayTalk!: boolean;

  /** Needed with a permission. */
  @IsOptional()
  @Words(500)
  about?: string;

  /** The last day of the permission; needed with one. */
  @IsOptional()
  @IsDay()
  untilOn?: string;
}

export class AddSupporter extends SupporterWords {
  /** Made by the client, so that one sent twice is one. */
  @IsNewId()
  supporterId!: string;
}

/** A supporter with what is permitted today: nothing, once the last day of the permission has gone by. */
export class Supporter {
  supporterId!: string;
  name!: string;
  relation!: string;
  phone!: string;
  /** What to dial; null where there is no number, or no permission to talk. */
  dial!: string | null;
  mayTalk!: boolean;
  /** There was a permission, and its last day has gone by. */
  isExpired!: boolean;
  about!: string;
  untilOn!: string | null;
  /** No supporter any more, by somebody's word. */
  isNoLonger!: boolean;
  changedOn!: string;
  changedBy!: StaffName;
  version!: number;
}

/** What was said of a supporter before it was changed. */
export class SupporterVersion {
  version!: number;
  name!: string;
  relation!: string;
  phone!: string;
  mayTalk!: boolean;
  about!: string;
  untilOn!: string | null;
  isNoLonger!: boolean;
  by!: StaffName | null;
  at!: Date;
}

export class SupporterVersions {
  /** The latest first; the present one is not among them. */
  items!: SupporterVersion[];
}
