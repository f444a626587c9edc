import { IsIn, IsOptional } from 'class-validator';
import { CarriedLoad } from '../coaches/load.dto.js';
import { IsDay, IsNewId, IsReference } from '../http/fields.js';
import { COVER_STATES, COVERED_ROLES, type CoveredRole, type CoverState } from './cover.rules.js';

export class CoverPerson {
  accountId!: string;
  name!: string;
}

/** Somebody who is away, for whom the reader stands. */
export class CoveredPerson extends CoverPerson {
  /** The last day of it. */
  throughOn!: string;
}

export class MakeCover {
  /** Made by the client, so that a cover sent twice is one cover. */
  @IsNewId()
  coverId!: string;

  /** Left out: oneself. */
  @IsOptional()
  @IsReference()
  awayId?: string;

  /** What they are away as, of somebody who holds several roles. Left out: as what the caller acts, else their first. */
  @IsOptional()
  @IsIn(COVERED_ROLES)
  role?: CoveredRole;

  @IsReference()
  coveringId!: string;

  /** The first day, today or later. */
  @IsDay()
  fromOn!: string;

  /** The last day of it: they are back the day after. */
  @IsDay()
  throughOn!: string;
}

export class CoverView {
  coverId!: string;
  @IsIn(COVERED_ROLES)
  role!: CoveredRole;
  away!: CoverPerson;
  covering!: CoverPerson;
  /** Who really answers: whoever covers, or who covers for them in turn; null when none of them can sign in. */
  answering!: CoverPerson | null;
  fromOn!: string;
  /** The last day of it, as it now is. */
  throughOn!: string;
  /** Ended before its last day. */
  isEnded!: boolean;
  /** The last day as it was said in the beginning. */
  plannedThroughOn!: string;
  @IsIn(COVER_STATES)
  state!: CoverState;
  madeBy!: CoverPerson;
  madeAt!: Date;
  mayEnd!: boolean;
  version!: number;
}

export class Covers {
  today!: string;
  /** What concerns the caller: now and to come, and what was ended today. The first to begin is first. */
  items!: CoverView[];
  /** For whom the caller may name a cover, besides themself. */
  others!: OtherAway[];
}

export class OtherAway extends CoverPerson {
  @IsIn(COVERED_ROLES)
  role!: CoveredRole;
}

export class CoverChoicesAsked {
  @IsOptional()
  @IsReference()
  awayId?: string;

  @IsOptional()
  @IsIn(COVERED_ROLES)
  role?: CoveredRole;

  @IsDay()
  fromOn!: string;

  @IsDay()
  throughOn!: string;
}

export const WHY_NOT = ['not certified', 'would be a circle'] as const;
export type WhyNot = (typeof WHY_NOT)[number];

/** What a coach carries today, and would with the caseload of whoever is away. */
export class CoverLoad {
  now!: CarriedLoad;
  covering!: CarriedLoad;
}

export class CoverChoice extends CoverPerson {
  /** Of the same team, as a coach. */
  isOfTeam!: boolean;
  /** As a coach; null for supervisors, whose load is not weighed. */
  load!: CoverLoad | null;
  /** They are away on some of these days themselves; this is who covers for them then. */
  coveredBy!: CoverPerson | null;
  @IsIn([...WHY_NOT, null])
  whyNot!: WhyNot | null;
}

export class CoverChoices {
  items!: CoverChoice[];
}
