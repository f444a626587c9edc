import { IsIn, IsOptional } from 'class-validator';
import { IsDay, IsNewId } from '../http/fields.js';
import { StaffName } from '../participants/participant.dto.js';
import { PAUSE_REASONS, type PauseReason } from '../standing/standing-facts.js';
import { PAUSE_STATES, type PauseState } from './pauses.rules.js';

export class BeginPause {
  /** Made by the client, so that a pause sent twice is one pause. */
  @IsNewId()
  pauseId!: string;

  /** `wish` is the participant's own for quiet; the others are places they are in. */
  @IsIn(PAUSE_REASONS)
  reason!: PauseReason;

  /** Left out means today. */
  @IsOptional()
  @IsDay()
  fromOn?: string;

  /** The last day of it: they are expected out, or want to hear from us again, the day after. */
  @IsDay()
  throughOn!: string;
}

export class ChangePause {
  /** The last day of it as now expected. */
  @IsDay()
  throughOn!: string;
}

export class EndPause {
  /** The day they came out, or want to hear from us again; left out means today. */
  @IsOptional()
  @IsDay()
  outOn?: string;
}

export class PauseView {
  pauseId!: string;
  @IsIn(PAUSE_REASONS)
  reason!: PauseReason;
  @IsIn(PAUSE_STATES)
  state!: PauseState;
  fromOn!: string;
  /** The last day of it; a day before `fromOn` when they were out on the day they went in. */
  throughOn!: string;
  /** The day after: expected, until somebody says it is so. */
  outOn!: string;
  /** Somebody has said that it is over, or on which day it was. */
  isEndKnown!: boolean;
  madeBy!: StaffName | null;
  madeAt!: Date | null;
  version!: number;
}
