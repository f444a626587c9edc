import { IsIn } from 'class-validator';
import { StaffName } from '../participants/participant.dto.js';
import { LEVELS, type Level } from '../risk/risk.rules.js';
import { SECTIONS, type Section } from './agenda.rules.js';
import { SESSION_KINDS, type SessionKind } from './session-plan.rules.js';
import { SESSION_STATES, type SessionState } from './session-state.rules.js';
import {
  DECISION_STATES,
  DECISIONS_BECOME,
  type DecisionBecomes,
  type DecisionState,
  OfferedTime,
} from './supervision-session.dto.js';

export class SessionCoach extends StaffName {
  /** Expected, before it began. */
  attended!: boolean;
  /** They can no longer sign in. */
  isDisabled!: boolean;
  /** They report to somebody else by now. */
  hasMovedOn!: boolean;
}

/** A coach asks for another time. */
export class MoveRequest {
  requestId!: string;
  coach!: StaffName;
  /** The supervisor leaves the time as it is; else nobody has answered yet. */
  isKept!: boolean;
  /** Those that would do, as the coach chose them. */
  times!: OfferedTime[];
  words!: string;
  askedAt!: Date;
}

/** A session as a line of a list. */
export class SessionLine {
  sessionId!: string;
  @IsIn(SESSION_KINDS)
  kind!: SessionKind;
  supervisor!: StaffName;
  /** By name. */
  coaches!: SessionCoach[];
  @IsIn(SESSION_STATES)
  state!: SessionState;
  plannedOn!: string;
  /** HH:MM on the organization's clock. */
  plannedTime!: string;
  plannedMinutes!: number;
  /** The next one follows so many days after; null: once. */
  everyDays!: number | null;
  heldOn!: string | null;
  /** How long it was; null before it began. */
  minutes!: number | null;
  /** Whose signature it waits for, once it began. */
  waitsFor!: StaffName[];
  /** Before it began: what each coach asked last, unless it was moved since. A coach reads their own. */
  moveRequests!: MoveRequest[];
  /** Whether the actor's own signature is wanted. */
  maySign!: boolean;
  version!: number;
}

/** One thing to talk about. */
export class AgendaLine {
  /** Null before it began: the agenda is not written yet, and this is what it would say now. */
  lineId!: string | null;
  /** Whose line it is. */
  coach!: StaffName;
  @IsIn(SECTIONS)
  section!: Section;
  /** Null: it is about the coach, or about somebody who has moved on. */
  participantId!: string | null;
  participantName!: string | null;
  /** It is about somebody out of the reader's reach by now: nothing else is said of it. */
  hasMovedOn!: boolean;
  /** The risk note it opens. */
  riskNoteId!: string | null;
  /** What was decided earlier; how it stands now is among the decisions. */
  decisionId!: string | null;
  sentence!: string;
  @IsIn([...LEVELS, null])
  level!: Level | null;
  /** What was talked about beside it. */
  words!: string;
  version!: number;
}

export class DecisionView {
  decisionId!: string;
  lineId!: string | null;
  coach!: StaffName;
  participantId!: string | null;
  participantName!: string | null;
  @IsIn(DECISIONS_BECOME)
  becomes!: DecisionBecomes;
  words!: string;
  dueOn!: string;
  madeBy!: StaffName;
  madeAt!: Date;
  /** Kept, of a promise; else said done. */
  isDone!: boolean;
  @IsIn(DECISION_STATES)
  state!: DecisionState;
  /** When that was said last; null while nobody said anything. */
  stateAt!: Date | null;
  /** Whether the actor says how it goes: the coach whose it is; of what is kept in sessions their supervisor too. */
  maySay!: boolean;
  mayTakeBack!: boolean;
  version!: number;
}

export const SIGNING_SIDES = ['supervisor', 'coach'] as const;
export type SigningSide = (typeof SIGNING_SIDES)[number];

export class SignatureView {
  account!: StaffName;
  @IsIn(SIGNING_SIDES)
  side!: SigningSide;
  signedAt!: Date;
}

export class SessionAddendumView {
  addendumId!: string;
  lineId!: string | null;
  account!: StaffName;
  words!: string;
  addedAt!: Date;
}

/** The next of its rhythm. */
export class NextSession {
  sessionId!: string;
  plannedOn!: string;
  plannedTime!: string;
}

export class SupervisionSession extends SessionLine {
  today!: string;
  startsAt!: Date;
  begunAt!: Date | null;
  /** In the order in which it is talked about. */
  agenda!: AgendaLine[];
  /** What was talked about besides; everybody in the session reads it. */
  words!: string;
  wordsVersion!: number;
  /** What a signature is of. */
  textVersion!: number;
  decisions!: DecisionView[];
  /** Those of earlier sessions that its agenda carries. */
  earlierDecisions!: DecisionView[];
  signatures!: SignatureView[];
  addenda!: SessionAddendumView[];
  next!: NextSession | null;
  calledOffReason!: string | null;
  /** Moving it, calling it off and beginning it: its supervisor, and whoever stands for them. */
  mayPlan!: boolean;
  mayAskToMove!: boolean;
  mayWrite!: boolean;
  mayTakeBackSignature!: boolean;
  mayAdd!: boolean;
}

/** A coach of the team with what is planned next with them. */
export class CoachToSupervise extends StaffName {
  plannedOn!: string | null;
}

export class SupervisionSessions {
  today!: string;
  /** The next one first; one that has begun stays until somebody signed it. */
  planned!: SessionLine[];
  /** Begun, and somebody has yet to sign. */
  toSign!: SessionLine[];
  /** The latest first, at most fifty. */
  held!: SessionLine[];
  /** A supervisor's team, by name; nobody for a coach. */
  team!: CoachToSupervise[];
}

/** Minutes and sessions that both sides signed. */
export class HoursOfKind {
  sessionCount!: number;
  minutes!: number;
}

export class HoursOfCoach {
  coach!: StaffName;
  individual!: HoursOfKind;
  group!: HoursOfKind;
  /** Attended, and not yet signed by both: they count once they are. */
  toSignCount!: number;
}

export class SupervisionHours {
  from!: string;
  to!: string;
  /** By name; whoever has none is not among them. */
  coaches!: HoursOfCoach[];
}

/** Other times at which everybody in a session is free, at most six. */
export class OtherTimes {
  times!: OfferedTime[];
}

/** Sessions that a coach asks to move, the next one first. */
export class SessionsToMove {
  sessions!: SessionLine[];
}

/** What is planned next with the one who asks; null: nothing. */
export class NextOfMine {
  today!: string;
  session!: SessionLine | null;
}
