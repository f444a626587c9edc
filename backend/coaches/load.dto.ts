import { IsIn } from 'class-validator';
import { type Carried, type Load, LOAD_PARTS, type LoadPart } from './load.rules.js';

/** Why a load is more or less than its heads: how many people this holds of. */
export class LoadPartCount {
  @IsIn(LOAD_PARTS)
  part!: LoadPart;
  count!: number;
}

/** What a coach carries, in weight and in heads, against what they are meant to. */
export class CarriedLoad implements Carried {
  /** Sum over their participants, second ones and paused ones included; weights are settings. */
  weight!: number;
  /** Participants now, second ones included. */
  headCount!: number;
  /** In weight. */
  capacity!: number;
}

/** The same with why. */
export class CoachLoad extends CarriedLoad implements Load {
  /** The most participants a coach may have here; null where heads are not limited. */
  headCountCeiling!: number | null;
  parts!: LoadPartCount[];
}
