import { IsIn } from 'class-validator';
import { type Load, LOAD_PARTS, type LoadPart } from './load.rules.js';

/** Why a load is more or less than its heads: how many people this holds of. */
export class LoadPartCount {
  @IsIn(LOAD_PARTS)
  part!: LoadPart;
  count!: number;
}

/** What a coach carries now, in weight and in heads, against what they are meant to. */
export class CoachLoad implements Load {
  /** Sum over their participants, second ones and paused ones included; weights are settings. */
  weight!: number;
  /** Participants now, second ones included. */
  headCount!: number;
  /** In weight. */
  capacity!: number;
  /** The most participants a coach may have here; null where heads are not limited. */
  headCountCeiling!: number | null;
  parts!: LoadPartCount[];
}
