import { IsIn } from 'class-validator';
import { StaffName } from '../participants/participant.dto.js';
import {
  CHECKS,
  type Check,
  WINDOW_EVENTS,
  WINDOW_STATES,
  type WindowEvent,
  type WindowState,
} from './windows.rules.js';

/** One line of a window's checklist. */
export class WindowCheckView {
  @IsIn(CHECKS)
  check!: Check;
  /** The day it was so; null while it is open. */
  doneOn!: string | null;
  doneBy!: StaffName | null;
  doneAt!: Date | null;
  /** Of naloxone: the last day it is good for. */
  expiresOn!: string | null;
  /** 0 while it was never touched. */
  version!: number;
}

/** Days of the window counted from 0, the day of the event. */
export class WindowStage {
  fromDay!: number;
  throughDay!: number;
  /** The days between contacts that it asks for. */
  everyDays!: number;
  /** Days of it still to come after today. */
  daysLeft!: number;
}

export class WindowClosed {
  on!: string;
  by!: StaffName | null;
  reason!: string;
}

export class WindowView {
  windowId!: string;
  participantId!: string;
  @IsIn(WINDOW_EVENTS)
  event!: WindowEvent;
  @IsIn(WINDOW_STATES)
  state!: WindowState;
  /** The day of the event, its day 0. Of a coming one the expected day. */
  beganOn!: string;
  /** Its last day, unless it is closed before. */
  lastOn!: string;
  /** 0 on the day of the event, negative before it. */
  day!: number;
  /** Days still to come after today. */
  daysLeft!: number;
  /** Null before and after it. */
  stage!: WindowStage | null;
  /** The time away whose end opens it: it moves with that. */
  pauseId!: string | null;
  /** Whether it can be undone as opened by mistake; one that follows a time away is set right there. */
  mayUndo!: boolean;
  openedBy!: StaffName | null;
  openedAt!: Date | null;
  closed!: WindowClosed | null;
  checks!: WindowCheckView[];
  version!: number;
}
