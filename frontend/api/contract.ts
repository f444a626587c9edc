/**
 * The shapes that the API sends and takes, in the words of the screen.
 * `Day` is a calendar date in the organization's zone, `Instant` an ISO time with Z, `Clock` is HH:MM.
 */
export type Day = string;
export type Instant = string;
export type Clock = string;

export type Role = 'coach' | 'supervisor' | 'administrator' | 'participant';
export type Language = 'en' | 'es';
export type Standing = 'new' | 'on track' | 'due' | 'overdue' | 'out of touch' | 'paused';
export type Outcome = 'reached' | 'no answer' | 'left message' | 'no-show' | 'wrong number';
export type Way = 'phone' | 'text' | 'video' | 'in person' | 'group' | 'email';
export type Place =
  | 'office'
  | 'home'
  | 'community'
  | 'street'
  | 'jail'
  | 'hospital'
  | 'emergency room'
  | 'treatment'
  | 'online';
export type Dimension = 'Health' | 'Home' | 'Purpose' | 'Community';
export type Level = 'urgent' | 'concern' | 'watch';

export interface Named {
  accountId: string;
  name: string;
}

export interface OrganizationView {
  name: string;
  shortName: string;
  phone: string | null;
}

export interface SamplePerson {
  accountId: string;
  name: string;
  role: Role;
  about: string;
}

export interface SignInPage extends OrganizationView {
  isSample: boolean;
  samplePeople: SamplePerson[];
}

export interface Me extends Named {
  role: Role;
  language: Language;
  participantId: string | null;
  organization: OrganizationView & { timeZone: string; crisisProtocol: string | null };
  today: Day;
  idleMinutes: number;
}

export interface InvitationView {
  name: string;
  signInName: string;
  organizationName: string;
  organization: string;
  role: Role;
  language: Language;
}

export interface StandingView {
  is: Standing;
  since: Day;
  dueOn: Day;
  lastReachedOn: Day | null;
  attemptDayCount: number;
  cadence: { kind: 'agreed' | 'window' | 'urgent note' | 'concern note' | 'pause ended'; days: number };
  agreedDays: number;
  pausedThroughOn: Day | null;
  pauseReason: 'wish' | 'jail' | 'hospital' | 'residential' | null;
  lastCheckInOn: Day | null;
  enrolledOn: Day;
}

export interface PlannedContact {
  plannedContactId: string;
  plannedOn: Day;
  plannedTime: Clock | null;
  way: Way;
  coachName: string;
}

export interface CaseloadItem {
  participantId: string;
  preferredName: string;
  legalName: string;
  pronouns: string | null;
  programName: string;
  isPrimary: boolean;
  standing: StandingView;
  openRiskNote: { riskNoteId: string; level: Level; raisedAt: Instant; isAcknowledged: boolean } | null;
  nextContact: PlannedContact | null;
  coachName?: string | null;
}

export interface CaseloadPage {
  today: Day;
  counts: Record<Standing, number>;
  items: CaseloadItem[];
}

export interface Enrollment {
  enrollmentId: string;
  programId: string;
  programName: string;
  enrolledOn: Day;
  closedOn: Day | null;
  agreedCadenceDays: number;
  standing: StandingView | null;
}

export interface WayToReach {
  wayToReachId: string;
  kind: 'phone' | 'email' | 'address';
  value: string;
  mayCall: boolean;
  mayVoicemail: boolean;
  mayText: boolean;
  maySayWho: boolean;
  bestHours: string | null;
  untilOn: Day | null;
}

export interface Step {
  stepId: string;
  words: string;
  byOn: Day | null;
  doneAt: Instant | null;
  version: number;
}

export interface Goal {
  goalId: string;
  sentence: string;
  why: string | null;
  dimension: Dimension;
  byOn: Day | null;
  confidence: number | null;
  finishedOn: Day | null;
  letGoOn: Day | null;
  version: number;
  steps: Step[];
}

export interface Answer {
  at: Instant;
  by: { name: string };
  words: string;
}

export interface RiskNote {
  riskNoteId: string;
  participantId: string;
  participantName: string;
  level: Level;
  suggestedLevel: Level;
  lowerReason: string | null;
  signals: string[];
  overdoseOn: Day | null;
  otherSignal: string | null;
  whatWasDone: string | null;
  raisedAt: Instant;
  raisedBy: Named;
  acknowledged: Answer | null;
  resolved: Answer | null;
  contactId: string | null;
  answerBy: Instant | null;
  version: number;
}

export interface ParticipantView {
  participantId: string;
  preferredName: string;
  legalName: string;
  pronouns: string | null;
  language: string;
  primaryCoach: Named | null;
  enrollments: Enrollment[];
  waysToReach: WayToReach[];
  goals: Goal[];
  openRiskNotes: RiskNote[];
  nextContact: PlannedContact | null;
}
