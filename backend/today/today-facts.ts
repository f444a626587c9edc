import type { PlannedContactView } from '../contacts/planned-contact.view.js';
import type { CelebrationFacts } from '../recovery-days/celebrations.rules.js';
import type { StandingView } from '../standing/standing.view.js';
import type {
  AssessmentFact,
  CallFact,
  CheckInFact,
  DecisionFact,
  PromiseFact,
  UrgentNoteFact,
} from './reasons.js';

/** The latest contact that counts, whoever on the team had it. */
export interface LatestContact {
  outcome: string;
  occurredOn: string;
  /** 'HH:MM' on the organization's clock. */
  occurredTime: string | null;
  happenedAt: Date;
}

export interface GoalOnTheWay {
  goalId: string;
  sentence: string;
  byOn: string | null;
  /** The day it was set. */
  madeOn: string;
  /** The day it was last written. */
  changedOn: string;
  finishedOn: string | null;
  /** Who says that it is reached, and since when, while nobody has confirmed it. */
  finishProposed: { on: string; isByParticipant: boolean } | null;
  /** The open step meant for the earliest day, else the first one. */
  nextStep: { words: string; byOn: string | null } | null;
  /** The step done last. */
  doneStep: { words: string; doneAt: Date; doneOn: string; isByParticipant: boolean } | null;
  /** The latest day it was spoken of, in a contact or alone; asked only where nothing else has moved for long. */
  spokenOfOn: string | null;
}

/** Everything that Today knows of one participant. Days are 'YYYY-MM-DD' in the organization's zone. */
export interface TodayFacts {
  participantId: string;
  preferredName: string;
  /** Of their open enrollment; of several the one most in need. */
  standing: StandingView;
  /** The open urgent note that presses most: unanswered before answered, then the oldest. */
  urgentNote: UrgentNoteFact | null;
  /** A call they asked for, until somebody was in touch or they took it back. */
  callAsked: CallFact | null;
  /** Open windows that have begun. */
  windows: { event: string; beganOn: string }[];
  /** Since last reached, the newest first. */
  checkIns: CheckInFact[];
  /** Open ones, the earliest first. */
  promises: PromiseFact[];
  /** Decided in supervision with the acting coach and not done, the earliest first. */
  decisions: DecisionFact[];
  /** What is next, also when its day is past. */
  planned: PlannedContactView | null;
  goals: GoalOnTheWay[];
  /** When BARC-10 is next due. */
  barc: AssessmentFact;
  /** Recovery days and a birthday, where they are shared. */
  shares: CelebrationFacts;
  latestContact: LatestContact | null;
  /** The latest two-way exchange. */
  lastReachedAt: Date | null;
  /** When that was written down; the exchange itself is known to the minute. */
  lastReachedWrittenAt: Date | null;
}
