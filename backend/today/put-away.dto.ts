import { IsIn } from 'class-validator';
import { IsDay, IsNewId, IsReference, Words } from '../http/fields.js';
import { REASON_KINDS, type ReasonKind } from './reasons.js';

/** "Not today, because…" */
export class PutAway {
  /** Made by the client: sent twice it is one. */
  @IsNewId()
  putAwayId!: string;

  @IsReference()
  participantId!: string;

  @Words(500, 1)
  because!: string;

  /** The first day on which the card is back: tomorrow at the earliest, in two weeks at the latest. */
  @IsDay()
  untilOn!: string;
}

export class PutAwayView {
  putAwayId!: string;
  participantId!: string;
  @IsIn(REASON_KINDS)
  reasonKind!: ReasonKind;
  because!: string;
  untilOn!: string;
  madeAt!: Date;
  /** Whether it was taken back. */
  isUndone!: boolean;
}
