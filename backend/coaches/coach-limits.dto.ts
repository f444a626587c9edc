import { IsNumber, IsOptional, Max, Min } from 'class-validator';
import { CoachLoad } from './load.dto.js';
import { Ceiling } from './load-settings.dto.js';
import type { LoadLimits } from './load.rules.js';

/** What one coach is meant to carry; left out or null where the organization's holds. */
export class SetCoachLimits {
  /** In weight; 0 for a coach who takes nobody for now. */
  @IsOptional()
  @IsNumber({ maxDecimalPlaces: 2 }, { message: 'The capacity is a number.' })
  @Min(0, { message: 'A capacity is never less than nothing.' })
  @Max(1000, { message: 'At most 1,000 fits here.' })
  capacity?: number | null;

  /** The most participants of this coach. Above the organization's only an administrator sets it. */
  @Ceiling()
  headCountCeiling?: number | null;
}

/** What holds for every coach without limits of their own. */
export class LimitsForAll {
  capacity!: number;
  headCountCeiling!: number | null;
}

export class CoachLimits implements LoadLimits {
  coachId!: string;
  name!: string;
  capacity!: number | null;
  headCountCeiling!: number | null;
  forAll!: LimitsForAll;
  /** What they carry today, against what holds for them. */
  load!: CoachLoad;
  /** 0 while nobody has set anything. */
  version!: number;
}
