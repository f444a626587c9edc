import { IsBoolean, IsInt, IsOptional, Max, Min } from 'class-validator';
import { Type } from 'class-transformer';
import { AreSeveral, IsNewId, IsReference, Words } from '../http/fields.js';
import { MOST_LINES, MOST_PEOPLE } from './plan-parts.js';

/** A few words, as they are read in a bad moment. */
export class PlanLine {
  @Words(300, 1)
  words!: string;
}

class PlanChangeWords {
  /** Made by the client for this change, so that one sent twice is one. */
  @IsNewId()
  changeId!: string;

  /** The coach says that they made it together. */
  @IsOptional()
  @IsBoolean()
  isTogether?: boolean;
}

/** A part of the plan as it shall be from now on, whole. */
export class PlanLines extends PlanChangeWords {
  @AreSeveral(() => PlanLine, MOST_LINES)
  lines!: PlanLine[];
}

/** One of their supporters by id, or somebody whom only the plan names. */
export class PlanPersonWords {
  @IsOptional()
  @IsReference()
  supporterId?: string;

  /** Needed without a supporter. */
  @IsOptional()
  @Words(200, 1)
  name?: string;

  /** In words: sister, sponsor, neighbor. */
  @IsOptional()
  @Words(100)
  relation?: string;

  @IsOptional()
  @Words(300)
  phone?: string;
}

/** The people of the plan as they shall be from now on, whoever is called first on top. */
export class PlanPeopleWords extends PlanChangeWords {
  @AreSeveral(() => PlanPersonWords, MOST_PEOPLE)
  people!: PlanPersonWords[];
}

export class PlanVersionsAsked {
  /** Only versions older than this one. */
  @IsOptional()
  @Type(() => Number)
  @IsInt()
  @Min(1)
  @Max(999_999_999)
  before?: number;
}
