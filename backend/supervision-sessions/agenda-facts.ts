import type { CertificationSpan } from '../coaches/certification.rules.js';
import type { Level } from '../risk/risk.rules.js';
import type { StandingView } from '../standing/standing.view.js';

/** A coach in the session. Days are 'YYYY-MM-DD' in the organization's zone. */
export interface CertificationsOfCoach {
  coachId: string;
  /** What went well counts from this day on: the last session of theirs, or a month back. */
  sinceOn: string;
  certifications: (CertificationSpan & { kind: string })[];
  trainingThroughOn: string | null;
}

export interface GoalFact {
  sentence: string;
  finishedOn: string | null;
  /** One side says that it is reached, and the other has not said so yet. */
  isProposed: boolean;
  /** The last day a step was done, a word was changed or it was spoken of. */
  movedOn: string;
}

/** Somebody whose primary coach is in the session, with an open enrollment. */
export interface PersonFact {
  coachId: string;
  participantId: string;
  standing: StandingView;
  /** Where recovery days are shared. */
  countedFrom: string | null;
  goals: GoalFact[];
}

interface OfCoachAndPerson {
  coachId: string;
  participantId: string;
}

/** Everything an agenda follows from, as far as the actor reaches it. */
export interface AgendaFacts {
  coaches: CertificationsOfCoach[];
  people: PersonFact[];
  /** In earlier sessions with the same supervisor, and open or settled since the last one. Promises are not among them. */
  decided: {
    coachId: string;
    participantId: string | null;
    decisionId: string;
    becomes: 'today' | 'session';
    words: string;
    heldOn: string;
    dueOn: string;
  }[];
  keptPromises: (OfCoachAndPerson & { count: number; words: string })[];
  riskNotes: (OfCoachAndPerson & {
    riskNoteId: string;
    level: Level;
    raisedOn: string;
    answeredBy: string | null;
  })[];
  windows: (OfCoachAndPerson & { event: string; beganOn: string })[];
  brokenPromises: (OfCoachAndPerson & { words: string; dueOn: string })[];
  /** Weights as domain.md 7 counts them. */
  loads: { coachId: string; weight: number; capacity: number; headCount: number }[];
  afterHours: { coachId: string; count: number }[];
}
