import {
  ArrayMaxSize,
  IsArray,
  IsBoolean,
  IsIn,
  IsInt,
  IsOptional,
  IsString,
  Max,
  Min,
} from 'class-validator';
import { AreSeveral, IsClockTime, IsDay, IsNewId, IsReference, Words } from '../http/fields.js';
import {
  MOST_COACHES,
  MOST_DAYS_APART,
  MOST_MINUTES,
  SESSION_KINDS,
  type SessionKind,
} from './session-plan.rules.js';

export const MOST_SESSION_WORDS = 20_000;
export const MOST_LINE_WORDS = 10_000;
export const MOST_DECISION_WORDS = 500;

/** When, for how long, and in which rhythm. */
export class SessionMoment {
  /** Today or a later day, in the organization's zone. */
  @IsDay()
  plannedOn!: string;

  @IsClockTime()
  plannedTime!: string;

  @IsInt()
  @Min(1)
  @Max(MOST_MINUTES)
  minutes!: number;

  /** The next one is planned so many days later by itself; null: once. */
  @IsOptional()
  @IsInt()
  @Min(1)
  @Max(MOST_DAYS_APART)
  everyDays?: number | null;
}

export class PlanSession extends SessionMoment {
  @IsNewId()
  sessionId!: string;

  @IsIn(SESSION_KINDS)
  kind!: SessionKind;

  /** One coach of the team, or for a group at least two. */
  @IsArray({ message: 'This must be a list.' })
  @ArrayMaxSize(MOST_COACHES, { message: `At most ${MOST_COACHES} fit here.` })
  @IsString({ each: true, message: 'Each of these must be an id.' })
  coachIds!: string[];
}

export class CallOffSession {
  @Words(500, 1)
  reason!: string;

  /** Whether the rhythm goes on: the next one is planned. */
  @IsBoolean()
  goesOn!: boolean;
}

/** A moment on the organization's clock. */
export class OfferedTime {
  @IsDay()
  on!: string;

  @IsClockTime()
  time!: string;
}

/** Two or three other times would do; ours. */
export const MOST_OFFERED_TIMES = 3;

/** A coach's wish for another time: some that would do, or words. */
export class AskToMove {
  @IsNewId()
  requestId!: string;

  @AreSeveral(() => OfferedTime, MOST_OFFERED_TIMES)
  times!: OfferedTime[];

  @Words(500)
  words!: string;
}

export class SessionWords {
  @Words(MOST_SESSION_WORDS)
  words!: string;
}

export class LineWords {
  @Words(MOST_LINE_WORDS)
  words!: string;
}

/** How long it was and who was there. */
export class SessionHours {
  @IsInt()
  @Min(1)
  @Max(MOST_MINUTES)
  minutes!: number;

  @IsArray({ message: 'This must be a list.' })
  @ArrayMaxSize(MOST_COACHES, { message: `At most ${MOST_COACHES} fit here.` })
  @IsString({ each: true, message: 'Each of these must be an id.' })
  attendedIds!: string[];
}

/**
 * A promise of the coach to the participant; a reason on the coach's Today from its day on; or a word kept with the
 * session, about nobody but the coach.
 */
export const DECISIONS_BECOME = ['promise', 'today', 'session'] as const;
export type DecisionBecomes = (typeof DECISIONS_BECOME)[number];

export class NewDecision {
  @IsNewId()
  decisionId!: string;

  /** Whose it is: a coach who attended. */
  @IsReference()
  coachId!: string;

  /** The line it was decided beside. */
  @IsOptional()
  @IsReference()
  lineId?: string | null;

  @IsIn(DECISIONS_BECOME)
  becomes!: DecisionBecomes;

  @Words(MOST_DECISION_WORDS, 1)
  words!: string;

  /** By when, today or a later day; of a reason on Today the first day it shows. */
  @IsDay()
  dueOn!: string;
}

/** It goes on into the next agenda (`open`, `still going`) until it is settled: `done`, or `let go`. */
export const DECISION_STATES = ['open', 'still going', 'done', 'let go'] as const;
export type DecisionState = (typeof DECISION_STATES)[number];

export class DecisionSaid {
  @IsIn(DECISION_STATES)
  state!: DecisionState;
}

export class NewSessionAddendum {
  @IsNewId()
  addendumId!: string;

  /** The line it is about; left out: the session as a whole. */
  @IsOptional()
  @IsReference()
  lineId?: string | null;

  @Words(MOST_LINE_WORDS, 1)
  words!: string;
}

export class HoursAsked {
  /** The first day that counts; a year back when left out. */
  @IsOptional()
  @IsDay()
  from?: string;

  /** The last day that counts; today when left out. */
  @IsOptional()
  @IsDay()
  to?: string;
}
