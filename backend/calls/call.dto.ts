import { IsIn, IsOptional } from 'class-validator';
import { IsNewId, Words } from '../http/fields.js';

/** "I'd like a call"; what it is about and when suits best, if they like to say. */
export class AskForCall {
  @IsNewId()
  callId!: string;

  @IsOptional()
  @Words(200)
  about?: string;

  @IsOptional()
  @Words(100)
  bestTime?: string;
}

/** The open request of a participant. */
export class CallAsked {
  callId!: string;
  askedAt!: Date;
  /** The day on the organization's calendar. */
  askedOn!: string;
  about!: string;
  bestTime!: string;
}

/** Who sees a request for a call, and when, in plain facts. */
export class WhoSees {
  /** The names of their coaches now, the primary one first; empty: the supervisors see it. */
  coachNames!: string[];
  /** Whether the organization is open at this moment. */
  isOpen!: boolean;
  /** When it opens next; null while it is open. */
  opensAt!: Date | null;
}

/** A participant's own request and what becomes of it. */
export class OwnCall {
  /** Null when there is none, when it was taken back, and once somebody was in touch. */
  call!: CallAsked | null;
  whoSees!: WhoSees;
}

export const CALL_STATES = ['open', 'answered', 'withdrawn'] as const;
export type CallState = (typeof CALL_STATES)[number];

/** As staff see it. */
export class CallAskedView extends CallAsked {
  @IsIn(CALL_STATES)
  state!: CallState;
  /** When somebody was in touch since. */
  answeredAt!: Date | null;
}

export class CallsOfParticipant {
  /** The latest first, at most ten. */
  items!: CallAskedView[];
}

/** An open request that no coach sees. */
export class CallWithoutCoach extends CallAsked {
  participantId!: string;
  preferredName!: string;
}

export class CallsWithoutCoach {
  /** Who has waited longest first. */
  items!: CallWithoutCoach[];
}
