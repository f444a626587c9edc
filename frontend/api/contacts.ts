import type { Clock, Day, Dimension, Goal, Instant, Level, Named, Outcome, Place, RiskNote, Way } from './contract';

/** What a coach sends; `occurredOn` left out means now, by the server's clock. */
export interface LogContact {
  contactId: string;
  participantId: string;
  occurredOn?: Day;
  occurredTime?: Clock;
  outcome: Outcome;
  startedBy?: 'coach' | 'participant';
  way?: Way;
  place?: Place;
  minutes?: number;
  programId?: string;
  dimensions?: Dimension[];
  goalIds?: string[];
  sharedNote?: string;
  teamNote?: string;
  nextContact?: { plannedOn: Day; plannedTime?: Clock; way?: Way };
  riskNote?: RaiseRiskNote;
}

export type AmendContact = Omit<LogContact, 'contactId' | 'participantId' | 'riskNote' | 'nextContact'>;

export interface RaiseRiskNote {
  riskNoteId: string;
  participantId?: string;
  signals: string[];
  overdoseOn?: Day;
  otherSignal?: string;
  level: Level;
  lowerReason?: string;
  whatWasDone?: string;
}

export interface Addendum {
  addendumId: string;
  author: Named;
  words: string;
  isShared: boolean;
  addedAt: Instant;
}

export interface Contact {
  contactId: string;
  participantId: string;
  participantName: string;
  coach: Named;
  occurredOn: Day;
  occurredTime: Clock | null;
  recordedAt: Instant;
  isLateEntry: boolean;
  outcome: Outcome;
  startedBy: 'coach' | 'participant' | null;
  way: Way | null;
  place: Place | null;
  minutes: number | null;
  programName: string | null;
  dimensions: Dimension[];
  goals: { goalId: string; sentence: string }[];
  sharedNote: string | null;
  teamNote: string | null;
  version: number;
  mayAmend: boolean;
  mayAmendUntil: Instant;
  mayVoid: boolean;
  voided: { at: Instant; by: Named | { name: string }; reason: string } | null;
  addenda: Addendum[];
  versionCount: number;
  riskNoteId: string | null;
  certification: string | null;
}

export interface ContactVersion {
  version: number;
  madeAt: Instant;
  madeBy: { name: string };
  contact: Partial<Contact>;
}

export interface Draft {
  draftId: string;
  participantId: string | null;
  participantName: string | null;
  body: Record<string, unknown>;
  savedAt: Instant;
  version: number;
}

export interface CheckIn {
  mood: string;
  cravings: number | null;
  words: string | null;
  wantsReachOut?: boolean;
}

export interface TimelineItem {
  kind: 'contact' | 'check-in' | 'goal' | 'risk-note';
  id: string;
  at: Instant;
  on: Day;
  contact?: Contact;
  checkIn?: CheckIn;
  goal?: Goal;
  riskNote?: RiskNote;
}

export interface TimelinePage {
  items: TimelineItem[];
  next: string | null;
}
