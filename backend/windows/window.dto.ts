import { IsBoolean, IsIn, IsOptional } from 'class-validator';
import { IsDay, IsNewId, Words } from '../http/fields.js';
import { CHECKS, type Check, OPENING_EVENTS, type OpeningEvent } from './windows.rules.js';

export class OpenWindow {
  /** Made by the client, so that a window sent twice is one window. */
  @IsNewId()
  windowId!: string;

  @IsIn(OPENING_EVENTS)
  event!: OpeningEvent;

  /** The day of the event; left out means today. */
  @IsOptional()
  @IsDay()
  beganOn?: string;
}

export class CloseWindow {
  @Words(500, 1)
  reason!: string;
}

export class TickCheck {
  @IsIn(CHECKS)
  check!: Check;

  @IsBoolean()
  isDone!: boolean;

  /** The day it was so; left out means today. */
  @IsOptional()
  @IsDay()
  doneOn?: string;

  /** Of naloxone: the last day it is good for. */
  @IsOptional()
  @IsDay()
  expiresOn?: string;
}
